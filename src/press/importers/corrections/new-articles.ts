import type { Reason } from '../../findings/chinese/reasons'
import type { PrintedArticle, PrintedBlock, PrintedPage } from '../printed/printed-issue'
import { faultOfOutlines, withoutTheirOutlines, type CorrectedPages } from './change-outlines'
import { titlesIn } from './change-titles'
import { changed, failed, needless, type Change } from './correction-account'
import type { NewArticle } from './corrections-record'
import type { Standing } from './find-article'
import { isEmpty, takeWords, type TakenWords } from './take-words'

const paragraphOf = (text: string): PrintedBlock => ({ kind: 'paragraph', text, words: [] })

/** Why an article can't stand there: on a page with a picture it has outlines, on one without it has none. */
const faultOfPlace = ({ outlines }: NewArticle, page: PrintedPage): Reason | undefined => {
  if (outlines) return faultOfOutlines(outlines, page)
  return page.isWithoutLayout === true ? undefined : 'a new article needs outlines on a page that has a picture'
}

/** Adds an article that the source does not know: with the text that is given, else with what others have inside its outlines. */
export const addArticle = (
  standing: readonly Standing[],
  added: NewArticle,
  { pages, pageNamed }: CorrectedPages,
): Change<readonly Standing[]> => {
  const { source: sourceId, page: name, outlines = [], text } = added
  if (standing.some(({ article }) => article.sourceId === sourceId)) return needless
  const index = pageNamed(name)
  const page = index === undefined ? undefined : pages[index]
  if (index === undefined || !page) return failed(`there is no page ${name} in this issue`)
  const reason = faultOfPlace(added, page)
  if (reason !== undefined) return failed(reason)
  const key = Math.max(-1, ...standing.map((one) => one.key)) + 1
  const told: Partial<PrintedArticle> = titlesIn(added)
  const made = (
    blocks: readonly PrintedBlock[],
    titles: readonly PrintedBlock[],
    lines: Partial<PrintedArticle>,
  ): PrintedArticle => ({
    sourceId,
    kind: 'news',
    ...lines,
    ...told,
    parts: [{ page: index, outlines, blocks, titles }],
  })
  if (text) {
    const article = made(text.map(paragraphOf), [], {})
    const others = standing.map((one) => ({ ...one, article: withoutTheirOutlines(one.article, article) }))
    return changed([...others, { key, article }])
  }
  const taken = standing.map((one) => ({ key: one.key, ...takeWords(one.article, index, outlines) }))
  const blocks = taken.flatMap((one) => one.blocks)
  const titles = taken.flatMap((one) => one.titles)
  if (blocks.length + titles.length === 0)
    return failed('no words with a place stand inside the outlines, and no text is given')
  const lines = taken.reduceRight<TakenWords['lines']>((all, one) => ({ ...all, ...one.lines }), {})
  const headline = titles.map((title) => title.text).join(' ')
  const article = made(blocks, titles, {
    ...(headline !== '' && Object.keys(lines).length === 0 && { headline }),
    ...lines,
  })
  return changed([
    ...taken.flatMap(({ key: own, left, blocks: gone, titles: goneTitles }) =>
      gone.length + goneTitles.length > 0 && isEmpty(left)
        ? []
        : [{ key: own, article: withoutTheirOutlines(left, article) }],
    ),
    { key, article },
  ])
}
