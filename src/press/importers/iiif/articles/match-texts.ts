import { boxAround } from '../../mets-alto/pages/source-page'
import type { WordBox } from '../../printed/printed-issue'
import type { TextBlock } from '../annotations/page-text'
import type { PlacedArticle } from './placed-article'

/** A run of an article on the page. */
interface RunOnPage {
  readonly article: number
  readonly run: number
  readonly boxes: readonly WordBox[]
}

/** Whose text each block is, by its index; `run` is that of the article. */
export type MatchedTexts = ReadonlyMap<number, { readonly article: number; readonly run: number }>

/** Runs of more boxes are not tried in part. */
const mostTried = 24
/** More pairs of a text and a box are not compared. */
const mostPairs = 2_000_000
/** How much of a text's box the boxes of an article have to cover. */
const leastShare = 0.5

const keyOf = (box: WordBox): string => box.join(' ')

/** Every stretch of a run by the box around it: a text stands over the box of the outlines that it fills. */
const stretches = (runs: readonly RunOnPage[]): ReadonlyMap<string, readonly RunOnPage[]> => {
  const found = new Map<string, RunOnPage[]>()
  for (const run of runs) {
    const tried = run.boxes.slice(0, mostTried)
    const keys = new Set<string>(run.boxes.length > mostTried ? [keyOf(boxAround(run.boxes) ?? [0, 0, 0, 0])] : [])
    for (let from = 0; from < tried.length; from++)
      for (let to = from + 1; to <= tried.length; to++)
        keys.add(keyOf(boxAround(tried.slice(from, to)) ?? [0, 0, 0, 0]))
    for (const key of keys) found.set(key, [...(found.get(key) ?? []), run])
  }
  return found
}

const shared = ([x, y, width, height]: WordBox, [ox, oy, otherWidth, otherHeight]: WordBox): number =>
  Math.max(0, Math.min(x + width, ox + otherWidth) - Math.max(x, ox)) *
  Math.max(0, Math.min(y + height, oy + otherHeight) - Math.max(y, oy))

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether one of the first lines is the title. */
const hasTitle = (lines: readonly string[], title: string | undefined): boolean =>
  title !== undefined && bare(title) !== '' && lines.slice(0, 6).some((line) => bare(line) === bare(title))

interface PageOfTexts {
  /** Index in the pages. */
  readonly page: number
  readonly blocks: readonly TextBlock[]
  readonly linesOf: (block: TextBlock) => readonly string[]
}

/**
 * Gives the texts of a page, whose words have no places, to the articles that stand there: to the one that names them, whose box they have,
 * whose title they begin with, or which covers most of them.
 */
export const matchTexts = (
  { page, blocks, linesOf }: PageOfTexts,
  articles: readonly PlacedArticle[],
): MatchedTexts => {
  const runs = articles.flatMap((article, index) =>
    article.runs.flatMap((one, run): RunOnPage[] =>
      one.page === page ? [{ article: index, run, boxes: one.boxes }] : [],
    ),
  )
  const byBox = stretches(runs)
  const byText = new Map<string, RunOnPage>()
  for (const run of [...runs].reverse()) for (const id of articles[run.article]?.texts ?? []) byText.set(id, run)
  const titleOf = (run: RunOnPage): string | undefined => articles[run.article]?.title
  const pairs = blocks.length * runs.reduce((sum, { boxes }) => sum + boxes.length, 0)

  const exact = ({ box, partOf }: TextBlock, lines: readonly string[]): RunOnPage | undefined => {
    const named = partOf.map((id) => byText.get(id)).find((run) => run !== undefined)
    if (named || !box) return named
    const alike = byBox.get(keyOf(box)) ?? []
    return alike.length > 1 ? (alike.find((run) => hasTitle(lines, titleOf(run))) ?? alike[0]) : alike[0]
  }
  const covering = (box: WordBox): RunOnPage | undefined => {
    let [best, most] = [undefined as RunOnPage | undefined, leastShare * box[2] * box[3]]
    for (const run of runs) {
      const area = run.boxes.reduce((sum, one) => sum + shared(one, box), 0)
      if (area >= most) [best, most] = [run, area]
    }
    return best
  }

  const matched = new Map<number, RunOnPage>()
  const told = new Set<RunOnPage>()
  const give = (index: number, run: RunOnPage | undefined): void => {
    if (!run) return
    matched.set(index, run)
    told.add(run)
  }
  const left: number[] = []
  blocks.forEach((block, index) => {
    const found = exact(block, linesOf(block)) ?? (block.box && pairs <= mostPairs ? covering(block.box) : undefined)
    if (found) give(index, found)
    else left.push(index)
  })
  // Articles of which only the page is known: by their titles, and what is left in order if there is one text for each.
  const unplaced = runs.filter((run) => run.boxes.length === 0 && !told.has(run))
  const byTitle = new Map<string, RunOnPage>()
  for (const run of [...unplaced].reverse()) byTitle.set(bare(titleOf(run) ?? ''), run)
  const still = left.filter((index) => {
    const block = blocks[index]
    const lines = block ? linesOf(block).slice(0, 6) : []
    const run = lines
      .map((line) => (bare(line) === '' ? undefined : byTitle.get(bare(line))))
      .find((one) => one && !told.has(one))
    give(index, run)
    return run === undefined
  })
  const untold = unplaced.filter((run) => !told.has(run))
  if (still.length === untold.length) still.forEach((index, at) => give(index, untold[at]))
  return matched
}
