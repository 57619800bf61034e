import { parseReportHead } from '@/text/byline'
import { splitTrailingJump } from '@/text/jump-line'
import type { RawSpan } from './clipping'
import {
  columnLinesShare,
  fewestColumnLines,
  firstFullWidth,
  fullLineShare,
  fullLinesShare,
  halfWidth,
  mostTitleLines,
  widestColumn,
} from './thresholds'

interface Line extends RawSpan {
  readonly text: string
}

/** Lines between blank lines. */
interface Block {
  /** Blank lines before it. */
  readonly gap: number
  readonly lines: readonly Line[]
}

/** A printed paragraph as a range of the raw text. */
export interface PrintedParagraph extends RawSpan {
  /** Blank lines before it; 0 within a block. */
  readonly gap: number
}

const linesOf = (raw: string): Line[] => {
  let start = 0
  return raw.split(/[\n\f]/u).map((text) => {
    const line = { text, start, end: start + text.length }
    start = line.end + 1
    return line
  })
}

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

const widthOf = (text: string): number =>
  [...text.trim()].reduce((width, one) => width + ((one.codePointAt(0) ?? 0) < firstFullWidth ? halfWidth : 1), 0)

const columnWidthOf = ({ lines }: Block): number => {
  const widths = lines.map(({ text }) => widthOf(text)).sort((one, other) => one - other)
  return widths[Math.floor((lines.length - 1) * columnLinesShare)] ?? 0
}

/**
 * Whether the lines of a block are those of a printed column, so that the end of a line means nothing: enough lines,
 * most of them about as wide as the column, with marks of running text in them.
 */
const isColumn = (block: Block): boolean => {
  const { lines } = block
  const width = columnWidthOf(block)
  const full = lines.slice(0, -1).filter(({ text }) => widthOf(text) >= width * fullLineShare).length
  return (
    lines.length >= fewestColumnLines &&
    width <= widestColumn &&
    full >= (lines.length - 1) * fullLinesShare &&
    lines.some(({ text }) => /[。，,.]/u.test(text))
  )
}

/** Whether a line belongs to the title over a report head: the few lines before it, without marks. */
const isTitleLine = (lines: readonly Line[], at: number): boolean => {
  const next = lines.slice(at, at + mostTitleLines + 1).findIndex(({ text }) => parseReportHead(text) !== undefined)
  return next > 0 && lines.slice(at, at + next).every(({ text }) => !/[。，,；;：:▶]/u.test(text))
}

/**
 * In a column a paragraph begins at an indented line, after a short line, and at a report head and its title lines.
 */
const beginsParagraph = (lines: readonly Line[], at: number, columnWidth: number): boolean => {
  const [line, before] = [lines[at], lines[at - 1]]
  if (!line || !before) return true
  return (
    /^[\u3000 ]{2,}/u.test(line.text) ||
    parseReportHead(line.text) !== undefined ||
    isTitleLine(lines, at) ||
    splitTrailingJump(before.text) !== undefined ||
    (widthOf(before.text) < columnWidth * fullLineShare && /[。！？”.!?]\s*$/u.test(before.text))
  )
}

const paragraphsOf = (block: Block): readonly RawSpan[] => {
  if (!isColumn(block)) return block.lines
  const width = columnWidthOf(block)
  return block.lines.reduce<readonly RawSpan[]>((paragraphs, line, at) => {
    const last = paragraphs.at(-1)
    if (!last || beginsParagraph(block.lines, at, width)) return [...paragraphs, line]
    return [...paragraphs.slice(0, -1), { start: last.start, end: line.end }]
  }, [])
}

/** The paragraphs of the raw text in its own order: lines of a column put together, and any other line. */
export const printedParagraphsIn = (raw: string): readonly PrintedParagraph[] =>
  blocksOf(linesOf(raw)).flatMap((block) =>
    paragraphsOf(block).map(({ start, end }, at) => ({ start, end, gap: at === 0 ? block.gap : 0 })),
  )
