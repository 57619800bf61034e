import type { Glyph, PageMarks, Rectangle } from '../reading/page-marks'
import { boxOfPiece, cutPiece } from './cut-piece'
import { isWithin, wholePictures } from './drawings'
import { evenSizes } from './even-sizes'
import type { GreyPicture, PixelBox } from './grey-picture'
import { eraseWithin, inkMapOf, lineHeightOf } from './ink'
import { invertWithin, paperOf, shadeAt, tilesOf } from './levels'
import { piecesOf, type TextPiece } from './line-bands'
import { glyphsOfLine, inkOfEm } from './line-glyphs'
import { placedLines, type ReadLine } from './placed-lines'
import type { TextRecogniser } from './recogniser'
import { framesOf, takeRules } from './rules'
import { textBlocksOf } from './text-blocks'
import { tonesOf } from './tones'

/** What was recognised on a page, and how far to believe it. */
export interface RecognisedPage {
  readonly marks: PageMarks
  readonly characters: number
  /** Mean of its characters, 0 to 1; 0 if there are none. */
  readonly confidence: number
  /** Words of which the recogniser is not sure. */
  readonly doubtfulWords: number
}

/** A page to recognise: its picture, and its size in points. */
export interface PictureOfPage {
  readonly picture: GreyPicture
  readonly marks: PageMarks
}

/** No type is smaller than this share of the text's: what looks like it is dirt. */
const leastType = 0.4

/** Where text, rules and pictures are on a page. */
interface Layout {
  /** Of the text, pixels. */
  readonly em: number
  readonly pieces: readonly TextPiece[]
  /** Pixels of a cell of the pieces. */
  readonly side: number
  readonly rules: readonly PixelBox[]
  readonly boxes: readonly PixelBox[]
  readonly pictures: readonly PixelBox[]
  /** Where columns end at their sides. */
  readonly edges: readonly PixelBox[]
}

/** Narrower and lower pieces may be marks before a line, ems. */
const leastColumn = { wide: 4, high: 2 } as const

/** The white beside a column, as thin as a cell. */
const edgesOf = ({ left, top, right, bottom }: PixelBox, side: number, em: number): PixelBox[] =>
  right - left < leastColumn.wide * em || bottom - top < leastColumn.high * em
    ? []
    : [
        { left: Math.max(0, left - side), right: left, top, bottom },
        { left: right, right: right + side, top, bottom },
      ]

/** Looks for text, rules and pictures by their ink alone; undefined if there is no text. Black grounds of the picture become white. */
export const layoutOf = (picture: GreyPicture, point: number): Layout | undefined => {
  const measured = lineHeightOf(inkMapOf(picture), point)
  if (measured === undefined) return undefined
  const em = measured / inkOfEm
  const paper = paperOf(tilesOf(picture, 64, (counts, pixels) => shadeAt(counts, pixels, 0.85)))
  const tones = tonesOf(picture, em, paper)
  for (const ground of tones.grounds) if (ground.isDark) invertWithin(picture, ground)
  const ink = inkMapOf(picture)
  for (const one of tones.pictures) eraseWithin(ink, one)
  const lines = takeRules(ink, point)
  const pictures = wholePictures(ink, tones.pictures, lines, em)
  for (const one of pictures) eraseWithin(ink, one)
  const rules = lines.filter((line) => !isWithin(line, pictures))
  const grounds = tones.grounds.filter((ground) => !isWithin(ground, pictures))
  const { blocks, side } = textBlocksOf(ink, [...rules, ...pictures], em)
  const pieces = blocks.flatMap((block) => piecesOf(ink, block, side, em))
  return {
    em,
    pieces,
    side,
    rules,
    boxes: [...framesOf(rules, point), ...grounds],
    pictures,
    // Titles may have wide gaps.
    edges: pieces
      .filter(({ coreHeight }) => coreHeight < 1.2 * em)
      .flatMap((piece) => edgesOf(boxOfPiece(piece, side, picture.width), side, em)),
  }
}

/** Runs as many tasks at once as there are lanes; the first that fails ends it. */
const inLanes = async <Task>(tasks: readonly Task[], lanes: number, run: (task: Task) => Promise<void>) => {
  const waiting = tasks.values()
  const lane = async (): Promise<void> => {
    for (const task of waiting) await run(task)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/**
 * Recognises the text of a page from its picture. It comes back as the marks of any other page of a PDF, in points, so that all that follows
 * need not know.
 * @param told how much of the page is done, 0 to 1
 */
export const recognisePage = async (
  { picture, marks }: PictureOfPage,
  recogniser: TextRecogniser,
  told: (share: number) => void,
): Promise<RecognisedPage> => {
  const point = picture.width / marks.width
  const layout = layoutOf(picture, point)
  const pieces = layout?.pieces ?? []
  const read = new Map<TextPiece, readonly ReadLine[]>()
  await inLanes(pieces, recogniser.lanes, async (piece) => {
    const cut = cutPiece(picture, piece, layout?.side ?? 1)
    read.set(piece, placedLines(piece, cut, await recogniser.linesOf(cut)))
    told(read.size / pieces.length)
  })
  const least = leastType * (layout?.em ?? 0)
  const lines = pieces.flatMap((piece) => (read.get(piece) ?? []).filter(({ em }) => em >= least))
  const measured = lines.map(({ line, em }) => ({ size: em / point, characters: line.characters.length }))
  const sizeOf = evenSizes(measured)
  const glyphs: Glyph[] = lines.flatMap(({ line, em }) => glyphsOfLine(line, sizeOf(em / point), point))
  const words = lines.flatMap((line) => line.words)
  const characters = words.reduce((sum, word) => sum + word.characters, 0)
  const sure = words.reduce((sum, word) => sum + word.characters * word.confidence, 0)
  const inPoints = ({ left, top, right, bottom }: PixelBox): Rectangle => ({
    left: left / point,
    top: top / point,
    right: right / point,
    bottom: bottom / point,
  })
  return {
    marks: {
      ...marks,
      glyphs,
      pictures: (layout?.pictures ?? []).map(inPoints),
      rules: (layout?.rules ?? []).map(inPoints),
      boxes: (layout?.boxes ?? []).map(inPoints),
      gutters: (layout?.edges ?? []).map(inPoints),
    },
    characters,
    confidence: characters === 0 ? 0 : sure / characters,
    doubtfulWords: words.filter(({ isDoubtful }) => isDoubtful).length,
  }
}
