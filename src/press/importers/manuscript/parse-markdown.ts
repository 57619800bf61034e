import type { Nodes, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfmTable } from 'micromark-extension-gfm-table'
import { paragraphsOf } from './markup'

/** A parser's work grows with the square of what it reads at once: a longer text is read in pieces of about so many lines. */
const pieceLines = 250

/** Only at the edge: what opens one further in may stand in a list, and end with it. */
const fence = /^(`{3,}(?!.*`)|~{3,})/
const fenceEnd = /^ {0,3}(`{3,}|~{3,})[ \t]*$/
/** HTML, and a fence that may be in a list: how far they reach is told by more than lines. */
const unclear = /^(?: {0,3}<(?!!-- ?cut\b)| {1,3}(?:`{3}|~{3}))/
/** After a rule or a heading nothing goes on. */
const ending = /^(?:-{3,}[ \t]*|#{1,6}(?:[ \t].*)?)$/
/** After a blank line such a one continues no list. */
const flush = /^(?![ \t]|[-+*](?:[ \t]|$)|\d{1,9}[.)])/

interface Piece {
  readonly lines: readonly string[]
  /** Lines before it. */
  readonly before: number
  readonly isPlain: boolean
}

/** Parts a text where one block has ended and none can go on, so that its pieces mean what they mean together; and where it is plain. */
const piecesOf = (lines: readonly string[], plain: readonly boolean[]): Piece[] => {
  const pieces: Piece[] = []
  let start = 0
  let opened: string | undefined
  let isUnclear = false
  const partAt = (index: number): void => {
    if (index > start) pieces.push({ lines: lines.slice(start, index), before: start, isPlain: plain[start] === true })
    start = index
  }
  for (const [index, line] of lines.entries()) {
    if (plain[index] !== plain[start]) {
      partAt(index)
      opened = undefined
      isUnclear = false
    }
    if (plain[index]) continue
    const last = lines[index - 1] ?? ''
    const hasEnded = ending.test(last) || (last.trim() === '' && flush.test(line))
    if (!isUnclear && opened === undefined && hasEnded && index - start >= pieceLines) partAt(index)
    if (opened === undefined) {
      isUnclear ||= unclear.test(line)
      opened = fence.exec(line)?.[1]
    } else if (fenceEnd.exec(line)?.[1]?.startsWith(opened)) opened = undefined
  }
  partAt(lines.length)
  return pieces
}

const plainParagraphs = (lines: readonly string[]): RootContent[] =>
  paragraphsOf(lines).map(({ from, to }) => ({
    type: 'paragraph',
    children: [{ type: 'text', value: lines.slice(from, to).join('\n') }],
    position: { start: { line: from + 1, column: 1 }, end: { line: to, column: 1 } },
  }))

const parsed = (text: string): RootContent[] =>
  fromMarkdown(text, {
    extensions: [gfmTable(), cjkFriendlyExtension()],
    mdastExtensions: [gfmTableFromMarkdown()],
  }).children

const moveDown = (nodes: readonly Nodes[], lines: number): void => {
  for (const node of nodes) {
    if (node.position) {
      node.position.start.line += lines
      node.position.end.line += lines
    }
    if ('children' in node) moveDown(node.children, lines)
  }
}

/**
 * The blocks of a text in CommonMark with tables; of their positions, only the lines hold.
 * @param plain which of its lines are no Markdown: they become paragraphs as they stand
 */
export const parseMarkdown = (markdown: string, plain: readonly boolean[] = []): RootContent[] =>
  piecesOf(markdown.split('\n'), plain).flatMap(({ lines, before, isPlain }) => {
    const blocks = isPlain ? plainParagraphs(lines) : parsed(lines.join('\n'))
    if (before > 0) moveDown(blocks, before)
    return blocks
  })
