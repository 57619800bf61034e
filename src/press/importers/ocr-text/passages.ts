import { parseReportHead } from '@/text/byline'
import { splitLeadingJump, splitTrailingJump } from '@/text/jump-line'
import { lettersOf } from './letters'
import { charactersOf, sliceStrip, trimStrip, type Span, type Strip } from './strip'

/** A piece of the raw text that was printed as one: a paragraph or its beginning or end, a line of a title, a credit. */
export interface Passage {
  readonly strip: Strip
  /** Its number in the raw text: passages with neighbouring numbers were neighbours there. */
  readonly order: number
  /** Blank lines before it; 0 where it is the next line of the same block. */
  readonly gap: number
  /** ▶下转第七版, printed at its end. */
  readonly jump?: Strip
  /** （上接第一版）, printed at its head. */
  readonly from?: Strip
}

interface Line extends Span {
  readonly text: string
}

interface Block {
  readonly gap: number
  readonly lines: readonly Line[]
}

const linesOf = (raw: string): Line[] => {
  let start = 0
  return raw.split(/[\n\f]/u).map((text) => {
    const line = { text, start, end: start + text.length }
    start = line.end + 1
    return line
  })
}

/** Lines between blank lines. */
const blocksOf = (lines: readonly Line[]): Block[] => {
  const blocks: { gap: number; lines: Line[] }[] = []
  let gap = 0
  let isOpen = false
  for (const line of lines) {
    if (line.text.trim() === '') {
      gap++
      isOpen = false
      continue
    }
    if (isOpen) blocks.at(-1)?.lines.push(line)
    else blocks.push({ gap, lines: [line] })
    gap = 0
    isOpen = true
  }
  return blocks
}

/** Width in ems, half-width characters counted half. */
const widthOf = (text: string): number =>
  [...text.trim()].reduce((width, character) => width + ((character.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1), 0)

/** The width of the printed column: four lines in five are no wider. A line or two may have run into a neighbour's. */
const columnWidthOf = ({ lines }: Block): number =>
  lines.map(({ text }) => widthOf(text)).sort((one, other) => one - other)[Math.floor((lines.length - 1) * 0.8)] ?? 0

const fullShare = 0.75

/**
 * Whether the lines of a block are those of the printed column, so that a line's end means nothing: three or more, most
 * of them about as wide as the column, with marks of running text in them.
 */
const isWrapped = (block: Block): boolean => {
  const { lines } = block
  const column = columnWidthOf(block)
  const full = lines.slice(0, -1).filter(({ text }) => widthOf(text) >= column * fullShare).length
  return (
    lines.length >= 3 &&
    column <= 60 &&
    full >= (lines.length - 1) * 0.6 &&
    lines.some(({ text }) => /[。，,.]/u.test(text))
  )
}

const longestTitleLines = 3

/** Up to three lines without marks before a report head are its title. */
const isTitleLine = (lines: readonly Line[], at: number): boolean => {
  const next = lines.slice(at, at + longestTitleLines + 1).findIndex(({ text }) => parseReportHead(text) !== undefined)
  return next > 0 && lines.slice(at, at + next).every(({ text }) => !/[。，,；;：:▶]/u.test(text))
}

/**
 * In a wrapped block a paragraph begins where a line is set in, where the line before ended short, and at a report head and
 * each line of its title.
 */
const beginsParagraph = (lines: readonly Line[], at: number, column: number): boolean => {
  const [line, before] = [lines[at], lines[at - 1]]
  if (!line || !before) return true
  return (
    /^[\u3000 ]{2,}/u.test(line.text) ||
    parseReportHead(line.text) !== undefined ||
    isTitleLine(lines, at) ||
    splitTrailingJump(before.text) !== undefined ||
    (widthOf(before.text) < column * fullShare && /[。！？”.!?]\s*$/u.test(before.text))
  )
}

const paragraphsOf = (block: Block): readonly Span[] => {
  if (!isWrapped(block)) return block.lines
  const column = columnWidthOf(block)
  return block.lines.reduce<readonly Span[]>((paragraphs, line, at) => {
    const last = paragraphs.at(-1)
    if (!last || beginsParagraph(block.lines, at, column)) return [...paragraphs, line]
    return [...paragraphs.slice(0, -1), { start: last.start, end: line.end }]
  }, [])
}

/** A jump line with its sign, in the middle of a line that was read on into the next column. */
const innerJump = /[▶►▷→（(]\s*下[转轉接]\s*第?\s*\S{1,4}?[版坂页頁]\s*[）)]?/gu

/** “…第一批书屋开放。 本报讯（记者 …）…”: the head of a report begins a passage wherever it stands, and a jump line ends one. */
const splitInside = (raw: string, strip: Strip): Strip[] => {
  const characters = charactersOf(raw, strip)
  const heads = [...characters.matchAll(/本[报報][讯訊]/gu)]
    .map(({ index }) => index)
    .filter((index) => index > 0 && parseReportHead(characters.slice(index)) !== undefined)
  const jumps = [...characters.matchAll(innerJump)].map(({ 0: line, index }) => index + line.length)
  const cuts = [...heads, ...jumps].sort((one, other) => one - other)
  return [0, ...cuts].map((from, at) => sliceStrip(strip, from, cuts[at]))
}

const hasLetters = (raw: string, strip: Strip): boolean => lettersOf(charactersOf(raw, strip)).length > 0

const takeJumps = (raw: string, whole: Strip): Pick<Passage, 'strip' | 'jump' | 'from'> => {
  const strip = trimStrip(raw, whole)
  const characters = charactersOf(raw, strip)
  const trailing = splitTrailingJump(characters)
  const body = trailing ? sliceStrip(strip, 0, characters.length - trailing.line.length) : strip
  const leading = splitLeadingJump(charactersOf(raw, body))
  const length = leading?.line.length ?? 0
  return {
    strip: trimStrip(raw, sliceStrip(body, length)),
    ...(trailing && { jump: sliceStrip(strip, characters.length - trailing.line.length) }),
    ...(leading && { from: sliceStrip(body, 0, length) }),
  }
}

/** The raw text as passages, in its own order. Together they hold every letter of it. */
export const passagesOf = (raw: string): readonly Passage[] =>
  blocksOf(linesOf(raw))
    .flatMap((block) =>
      paragraphsOf(block).flatMap((paragraph, at) =>
        splitInside(raw, [paragraph]).map((strip) => ({ strip, gap: at === 0 ? block.gap : 0 })),
      ),
    )
    .filter(({ strip }) => hasLetters(raw, strip))
    .map(({ strip, gap }, order) => ({ ...takeJumps(raw, strip), order, gap }))
