import type { Report } from '../../report'
import type { ManuscriptFiles } from './manuscript-files'

/** The files that are printed or decide what is. */
const read = /^[^/]+\/[^/]+\.md$|(?:^|\/)(?:page|issue|paper|ids)\.yaml$/iu

/** Reports, once in each file, the first character that was lost before the press read it: U+FFFD, or a zero. */
export const reportDamage = ({ texts }: ManuscriptFiles, report: Report): void => {
  for (const [file, text] of texts) {
    const at = read.test(file) ? text.search(/[\ufffd\0]/u) : -1
    if (at < 0) continue
    const lines = text.slice(0, at).split('\n')
    const column = [...(lines.at(-1) ?? '')].length + 1
    report.add('damaged-character', { file, line: lines.length }, { column: `${column}` })
  }
}
