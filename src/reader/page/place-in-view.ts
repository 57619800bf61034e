import type { Box, Point } from '@/bundle/geometry'
import { inPrintedLines, wordsOf, type PlacedWords } from '@/bundle/page-words'
import type { OpenIssue } from '../issue/issue-source'
import type { PlaceOnPage } from '../location/locator'
import { articleNear } from './column-guide'
import { boundsOfWords } from './printed-lines'
import { linesOfFrame } from './hit-lines'
import type { SheetControls } from './sheet-controls'
import type { LaidSheet, SheetPage } from './sheet-page'
import { spotShowing } from './spot-showing'
import { printedWordsOf } from './use-printed-words'

/** A line as it stands on the page: a range of the article's text, and its box in page units. */
interface StandingLine {
  readonly from: number
  readonly to: number
  readonly box: Box
}

const printedIn = (words: PlacedWords, article: string): StandingLine[] =>
  words.pieces
    .filter((piece) => piece.article === article)
    .flatMap((piece) => inPrintedLines(wordsOf(piece)))
    .map((line) => ({ from: line[0]?.from ?? 0, to: line.at(-1)?.to ?? 0, box: boundsOfWords(line) }))

const setIn = ({ part }: SheetPage, article: string): StandingLine[] => {
  const setting = part?.setting
  if (!setting) return []
  return setting.articles
    .filter((set) => set.article === article)
    .flatMap(({ frames = [] }) => frames.flatMap((frame) => linesOfFrame(frame, setting)))
}

/** Without the words the place is the article. */
const patienceMs = 3000

const distance = ({ x, y, width, height }: Box, point: Point): number =>
  Math.hypot(Math.max(x - point.x, 0, point.x - x - width), Math.max(y - point.y, 0, point.y - y - height))

/**
 * What is read on a sheet: the line in the middle of the screen. Undefined if the sheet is not zoomed, and either stands at its top, where the
 * page is read as a whole, or still shows what the address has lit.
 * @param lit box of what the address has lit, in fractions of the sheet
 */
export const placeInView = async (
  sheet: LaidSheet,
  controls: Pick<SheetControls, 'look' | 'isZoomed'>,
  opened: OpenIssue,
  lit: Box | undefined,
): Promise<PlaceOnPage | undefined> => {
  const { spot, stage } = controls.look()
  const isLitSeen = lit !== undefined && spotShowing(lit, stage, spot).isSeen
  if (!controls.isZoomed() && (spot.screenTop < 1 || isLitSeen)) return undefined
  const near = articleNear(sheet, spot, stage)
  if (!near) return undefined
  const { article, sheetPage, point } = near
  const { page, rendition } = sheetPage
  const words =
    rendition?.kind === 'facsimile' ? await printedWordsOf(opened, page, AbortSignal.timeout(patienceMs)) : undefined
  const lines = words ? printedIn(words, article) : setIn(sheetPage, article)
  let nearest: StandingLine | undefined
  for (const line of lines) if (!nearest || distance(line.box, point) < distance(nearest.box, point)) nearest = line
  return { page: page.no, part: article, ...(nearest && { place: `${nearest.from}-${nearest.to}` as const }) }
}
