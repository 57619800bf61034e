import type { Report } from '../../report'

/** Where a text stands: its file, and the line on which it begins. */
export interface SourceBeginning {
  readonly file: string
  readonly firstLine: number
}

const tag = /<\/?[a-z][^<>\n]{0,2000}>/iu

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

/** Reports the tags of a text, once a line; they are printed as they stand. */
export const reportTags = (text: string, { file, firstLine }: SourceBeginning, report: Report): void => {
  text.split('\n').forEach((line, index) => {
    const [found] = tag.exec(line) ?? []
    if (found === undefined) return
    report.add('unread-markdown', { file, line: firstLine + index }, { what: `the tag “${found.slice(0, 60)}”` })
  })
}
