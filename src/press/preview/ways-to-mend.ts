import type { ArticleOrigin } from '../importers/corrections/apply-corrections'
import type { EditedCorrections } from '../importers/corrections/edited-corrections'
import { oneLine } from '../importers/corrections/text-places'
import type { PrintedBlock } from '../importers/printed/printed-issue'
import { beginningOf, entryOf } from './article-names'
import { mendedWords } from './mended-words'
import { partsOfOrigin, type CorrectedDesk, type DeskedArticle } from './corrected-desk'

/** Writes a change into the file. */
export type Way = (file: EditedCorrections) => void

/** Pieces around a change: the fewest that make it the only one are written. */
const contexts = [2, 4, 10, 30, 100, 2000]
const beginnings = [12, 40, 200]
/** corrections.yaml takes no longer words. */
const mostWords = 2000

/** The articles of the source whose words an article may have. */
const sourcesOf = (origin: ArticleOrigin, { corrected }: CorrectedDesk): readonly ArticleOrigin[] =>
  partsOfOrigin(origin).flatMap((one) => {
    if (one.source) return [one]
    // What was added has words of any article.
    return one.cutFrom ? partsOfOrigin(one.cutFrom) : corrected.sources
  })

/** In a short block, more words around a change are the same words. */
const withoutTwins = <Value>(all: readonly Value[]): readonly Value[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
]

/** Entries of `text`, whichever article of the source has the words. */
const inText = (
  desk: CorrectedDesk,
  { origin }: DeskedArticle,
  alternatives: readonly (readonly Record<string, string>[])[],
): readonly Way[] =>
  withoutTwins(alternatives).flatMap((changes) =>
    sourcesOf(origin, desk).map((one): Way => (file) => {
      const entry = entryOf(file, one, desk.source)
      if (entry) for (const change of changes) file.insert([...entry, 'text'], change)
    }),
  )

/** Ways to make a block say something else; with nothing, to take it out. */
export const waysToMend = (
  desk: CorrectedDesk,
  article: DeskedArticle,
  block: PrintedBlock,
  text: string,
): readonly Way[] => {
  const wanted = text.trim()
  if (wanted === '')
    return inText(desk, article, [
      ...beginnings.map((most) => [{ drop: beginningOf(block.text, most) }]),
      ...(block.text.length <= mostWords ? [[{ from: block.text.trim(), to: '' }]] : []),
    ])
  return inText(
    desk,
    article,
    contexts
      .map((context) => mendedWords(block.text, wanted, context).map((words) => ({ ...words })))
      .filter((changes) => changes.every(({ from, to }) => from !== '' && from !== to && from.length <= mostWords)),
  )
}

/** Ways to put a paragraph after the one that begins with a block, or at the end. */
export const waysToAdd = (
  desk: CorrectedDesk,
  article: DeskedArticle,
  block: PrintedBlock | undefined,
  text: string,
): readonly Way[] => {
  const add = oneLine(text)
  return inText(
    desk,
    article,
    block ? beginnings.map((most) => [{ add, after: beginningOf(block.text, most) }]) : [[{ add }]],
  )
}

/** Ways to let another article begin with a block; none if the article was added. */
export const waysToCut = (desk: CorrectedDesk, { origin }: DeskedArticle, block: PrintedBlock): readonly Way[] => {
  const cuttable = partsOfOrigin(origin).filter(({ source, cutFrom }) => source ?? cutFrom)
  return beginnings.flatMap((most) =>
    cuttable.map((one): Way => (file) => {
      const entry = entryOf(file, one, desk.source)
      if (!entry) return
      const [section = '', at = 0, , no] = entry
      // The first cut stands first: each is looked for in what the one before it left.
      const place = one.cutFrom && typeof no === 'number' ? no + 1 : 0
      file.insert([section, at, 'cuts'], { before: beginningOf(block.text, most) }, place, false)
    }),
  )
}
