import type { Place } from '../finding'
import type { CorrectionPath } from '../importers/corrections/correction-account'
import type { PrintedManuscript } from '../importers/printed/write-manuscript'
import { partsOfOrigin, type CorrectedDesk } from './corrected-desk'

/** Where a finding leads on the desk: the index of a page, the key of an article. */
export interface FindingPlace {
  readonly page?: number
  readonly article?: string
}

/** The paths of all entries of corrections.yaml about articles, with their lines. */
const entriesOf = ({ corrected: { corrections } }: CorrectedDesk): readonly (readonly [number, CorrectionPath])[] => {
  if (!corrections) return []
  const { value, lineOf } = corrections
  const paths: readonly CorrectionPath[] = [
    ...(value.articles ?? []).flatMap(({ cuts = [] }, at): CorrectionPath[] => [
      ['articles', at],
      ...cuts.map((_, no) => ['articles', at, 'cuts', no]),
    ]),
    ...(value.new_articles ?? []).map((_, at) => ['new_articles', at]),
  ]
  return paths.map((path) => [lineOf(...path), path])
}

/** The article that something in corrections.yaml is about, if it is still one. */
export const articleAt = ({ articles }: CorrectedDesk, path: CorrectionPath): string | undefined => {
  const sought = path.join('\n')
  return articles.find(({ origin }) => partsOfOrigin(origin).some(({ entry }) => entry?.join('\n') === sought))?.key
}

/** Where the findings of an import lead: those about the source, the corrections, and the manuscript that was written. */
export const placeFinder = (
  desk: CorrectedDesk,
  manuscript: PrintedManuscript | undefined,
): ((place: Place) => FindingPlace) => {
  const entries = entriesOf(desk)
  const { articles, source } = desk
  const byFile = new Map(articles.map(({ key, article }) => [manuscript?.articles.get(article)?.file, key]))
  const inManuscript = (file: string): FindingPlace | undefined => {
    const [path = ''] = /page-\d+\/.*$/.exec(file) ?? []
    const no = /^page-(\d+)/.exec(path)?.[1]
    const article = byFile.get(path)
    if (no === undefined) return undefined
    return { page: Number(no) - 1, ...(article !== undefined && { article }) }
  }
  return ({ file, line, page }) => {
    if (file === desk.corrected.corrections?.file && line !== undefined) {
      const [, path] = entries.findLast(([first]) => first <= line) ?? []
      const article = path && articleAt(desk, path)
      return article === undefined ? {} : { article }
    }
    const written = inManuscript(file)
    if (written) return written
    if (page !== undefined && source.pages[page - 1]) return { page: page - 1 }
    const pictured = source.pages.findIndex((one) => one.picture === file)
    if (pictured >= 0) return { page: pictured }
    const article = articles.find(({ origin }) => origin.source?.sourceId === file)
    return article ? { article: article.key } : {}
  }
}
