import type { Reason } from '../../findings/chinese/reasons'
import type { Report } from '../../report'

/** Where a text stands: its file, and the line on which it begins. */
export interface SourceBeginning {
  readonly file: string
  readonly firstLine: number
}

const tag = /<\/?[a-z][^<>\n]{0,2000}>/iu

/** The first tag of HTML in a text. */
export const tagIn = (text: string): string | undefined => tag.exec(text)?.[0]

const linesIn = (text: string): number => text.split('\n').length - 1

/** `<!-- cut: 7 -->` says where an article continues: the only comment that the press reads. */
const cut = /^<!--\s*cut\b/

/**
 * A text without its comments, which are never printed, but with its cut lines; line feeds are kept. A comment that never ends is
 * reported at its line.
 */
export const withoutComments = (text: string, { file, firstLine }: SourceBeginning, report: Report): string => {
  let printed = ''
  let at = 0
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start + 4)
    if (end < 0) report.add('open-comment', { file, line: firstLine + linesIn(text.slice(0, start)) }, {})
    const after = end < 0 ? text.length : end + 3
    const comment = text.slice(start, after)
    printed += text.slice(at, start) + (cut.test(comment) ? comment : '\n'.repeat(linesIn(comment)))
    at = after
  }
  return printed + text.slice(at)
}

/** Lists and quotations stand in one another no deeper than this: a parser's work grows with the square of the depth. */
const mostDepth = 20

/** What opens lists and quotations at the beginning of a line, with the blanks before each. */
const openings = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/
const ruledLine = /^[ \t]*([-*])[ \t]*(?:\1[ \t]*)+$/

const depthOf = (opening: string): number => {
  const indent = /^[ \t]*/.exec(opening)?.[0].replaceAll('\t', '    ').length ?? 0
  // Two blanks at least for each list that the line stands in.
  return Math.floor(indent / 2) + opening.split(/[ \t]+|(?<=>)/).filter(Boolean).length
}

/** A text whose lists and quotations stand in one another too deeply becomes plain there, which is reported once. */
export const withinDepth = (text: string, { file, firstLine }: SourceBeginning, report: Report): string => {
  let isReported = false
  let wasDeep = false
  return text
    .split('\n')
    .map((line, index) => {
      const [opening] = openings.exec(line) ?? []
      const followsDeep = wasDeep
      wasDeep = opening !== undefined && depthOf(opening) > mostDepth && !ruledLine.test(line)
      if (opening === undefined || !wasDeep) return line
      if (!isReported)
        report.add(
          'unread-markdown',
          { file, line: firstLine + index },
          { what: `lists and quotations that stand in one another more than ${mostDepth} deep` },
        )
      isReported = true
      // The first begins an item, so that the parser leaves the depth at once.
      return `${followsDeep ? '' : '- '}${line.slice(opening.length).trimStart()}`
    })
    .join('\n')
}

/** Nobody writes a paragraph of more lines; a parser's work grows with their square, if they stand in a list. */
const mostLines = 1000

/** A text with so many lines without a blank one is parted there, which is reported once; it has as many lines as before. */
export const withinLines = (text: string, { file, firstLine }: SourceBeginning, report: Report): string => {
  const lines = text.split('\n')
  let run = 0
  let isReported = false
  lines.forEach((line, index) => {
    run = line.trim() === '' ? 0 : run + 1
    if (run <= mostLines) return
    if (!isReported)
      report.add(
        'unread-markdown',
        { file, line: firstLine + index },
        { what: `more than ${mostLines} lines without a blank one` },
      )
    isReported = true
    lines[index - 1] += ` ${line.trimStart()}`
    lines[index] = ''
    run = 0
  })
  return lines.join('\n')
}

/** Nobody writes more of these; a parser's work grows with the square of the marks of a paragraph, and with all marks and lines of a text. */
const most = { marksOfParagraph: 1000, marks: 5000, lines: 3000 }
const marks = /[*_`[\]<!~]/g

/** Lines between blank ones. */
export const paragraphsOf = (lines: readonly string[]): { readonly from: number; readonly to: number }[] => {
  const found: { from: number; to: number }[] = []
  let from = 0
  for (const [index, line] of [...lines, ''].entries()) {
    if (line.trim() !== '') continue
    if (index > from) found.push({ from, to: index })
    from = index + 1
  }
  return found
}

/**
 * Which lines of a text are no Markdown, but print as they stand: paragraphs with too many marks, and what follows too many marks or
 * lines. Each kind is reported once.
 */
export const plainLines = (text: string, { file, firstLine }: SourceBeginning, report: Report): boolean[] => {
  const lines = text.split('\n')
  const plain = lines.map(() => false)
  const reported = new Set<Reason>()
  const takePlain = (from: number, to: number, what: Reason): void => {
    plain.fill(true, from, to)
    if (!reported.has(what)) report.add('unread-markdown', { file, line: firstLine + from }, { what })
    reported.add(what)
  }
  let total = 0
  for (const { from, to } of paragraphsOf(lines)) {
    const count = lines.slice(from, to).reduce((sum, line) => sum + (line.match(marks)?.length ?? 0), 0)
    const isOverfull = count > most.marksOfParagraph
    if (isOverfull) takePlain(from, to, `more than ${most.marksOfParagraph} marks in one paragraph`)
    else total += count
    const what: Reason | undefined =
      to > most.lines
        ? `more than ${most.lines} lines in one article`
        : total > most.marks
          ? `more than ${most.marks} marks in one article`
          : undefined
    if (what === undefined) continue
    takePlain(from, lines.length, what)
    break
  }
  return plain
}

/** Reports the tags of a text, once a line; they are printed as they stand. */
export const reportTags = (text: string, { file, firstLine }: SourceBeginning, report: Report): void => {
  text.split('\n').forEach((line, index) => {
    const found = tagIn(line)
    if (found === undefined) return
    report.add('printed-tag', { file, line: firstLine + index }, { tag: found.slice(0, 60) })
  })
}
