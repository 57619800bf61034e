import { createHash } from 'node:crypto'
import type { Finding } from '../finding'
import type { CorrectionPath } from '../importers/corrections/correction-account'
import type { PrintedArticle, PrintedPage } from '../importers/printed/printed-issue'
import { outlinesOfPart, type PrintedManuscript } from '../importers/printed/write-manuscript'
import { beginningOf } from './article-names'
import type { CorrectedDesk } from './corrected-desk'
import { deskPicturePath, type DeskArticle, type DeskEntry, type DeskFinding, type DeskState } from './desk-record'
import { articleAt, placeFinder } from './finding-places'
import { deskTitlesOf } from './ways-to-write'

/** What the desk shows beside the issue itself. */
export interface DeskFacts {
  readonly text: string
  readonly lang: DeskState['lang']
  readonly kind: string
  /** Path of corrections.yaml. */
  readonly file: string
  readonly undoable: number
  readonly findings: readonly Finding[]
  readonly manuscript: PrintedManuscript | undefined
  /** Id of the issue that the reader shows; undefined if it has none to show. */
  readonly issueId: string | undefined
  readonly isBuilding: boolean
}

export const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

const deskArticle = (
  key: string,
  article: PrintedArticle,
  pages: readonly PrintedPage[],
  { manuscript, issueId }: Pick<DeskFacts, 'manuscript' | 'issueId'>,
): DeskArticle => {
  const written = manuscript?.articles.get(article)
  const page = (article.parts[0]?.page ?? 0) + 1
  return {
    key,
    ...(written && issueId !== undefined && { address: `/${issueId}/${page}/${written.id}` }),
    kind: article.kind,
    titles: deskTitlesOf(article),
    parts: article.parts.map((part) => ({
      page: part.page,
      outlines: [...outlinesOfPart(part, pages[part.page])],
      blocks: part.blocks.map(({ kind, text, isContinued = false }) => ({ kind, text, isContinued })),
    })),
  }
}

const mostSaid = 60

/** What a value of corrections.yaml says, in a line. */
const saidBy = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return beginningOf(String(value), mostSaid)
  if (Array.isArray(value)) return beginningOf(value.map(saidBy).join(', '), mostSaid)
  if (typeof value !== 'object' || value === null) return ''
  const said = Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [`${key}: ${saidBy(one)}`]))
  return said.join(' · ')
}

/** Everything that corrections.yaml says, one thing after the other. */
const entriesOf = (desk: CorrectedDesk): DeskEntry[] => {
  const { corrections } = desk.corrected
  if (!corrections) return []
  const { issue = {}, pages = [], articles = [], new_articles: added = [] } = corrections.value
  const entry = (path: CorrectionPath, key: string, about: string, value: unknown): DeskEntry => {
    const article = articleAt(desk, path.slice(0, 2))
    // That an article is left out says its key.
    return {
      path: [...path],
      key,
      about,
      says: value === true ? '' : saidBy(value),
      ...(article !== undefined && { article }),
    }
  }
  const each = (path: CorrectionPath, key: string, about: string, value: unknown): DeskEntry[] =>
    Array.isArray(value) && ['text', 'cuts', 'continues_in'].includes(key)
      ? value.map((one: unknown, no) => entry([...path, no], key, about, one))
      : [entry(path, key, about, value)]
  const all = (path: CorrectionPath, about: string, record: object): DeskEntry[] =>
    Object.entries(record).flatMap(([key, value]) =>
      value === undefined || ['source', 'was', 'page'].includes(key) ? [] : each([...path, key], key, about, value),
    )
  return [
    ...all(['issue'], '', issue),
    ...pages.flatMap((page, at) => all(['pages', at], page.was, page)),
    ...articles.flatMap((article, at) => all(['articles', at], article.was, article)),
    ...added.map(({ headline, source, text = [] }, at) =>
      entry(['new_articles', at], 'new_articles', headline ?? source, text.join(' ')),
    ),
  ]
}

export const deskStateOf = (desk: CorrectedDesk, facts: DeskFacts): DeskState => {
  const { corrected, source } = desk
  const { issue, counts = { applied: 0, needless: 0, notApplied: 0 } } = corrected
  const placeOf = placeFinder(desk, facts.manuscript)
  const findings = facts.findings.map(({ code, severity, why, fix, place }): DeskFinding => {
    const { file, line } = place
    return { code, severity, why, fix, file, ...(line !== undefined && { line }), ...placeOf(place) }
  })
  return {
    version: versionOf(facts.text),
    lang: facts.lang,
    paper: source.paper.name ?? '',
    date: issue.date ?? '',
    issueNo: issue.issueNo ?? '',
    kind: facts.kind,
    corrections: facts.file,
    counts,
    undoable: facts.undoable,
    ...(facts.issueId !== undefined && { reader: `/${facts.issueId}/` }),
    isBuilding: facts.isBuilding,
    pages: issue.pages.map(({ label, name = '', width, height, isWithoutLayout = false }, index) => ({
      label,
      name,
      width,
      height,
      ...(!isWithoutLayout && { picture: deskPicturePath(index, versionOf(`${width} ${height} ${index}`)) }),
    })),
    articles: desk.articles.map(({ key, article }) => deskArticle(key, article, issue.pages, facts)),
    entries: entriesOf(desk),
    findings,
  }
}
