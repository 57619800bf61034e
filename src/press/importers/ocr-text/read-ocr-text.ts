import type { Finding } from '../../finding'
import type { PrintedIssue } from '../printed/printed-issue'
import { findDoubts } from './issue/doubts'
import { issueOfPage } from './issue/issue-of-page'
import { Ledger } from './ledger'
import { Clipping } from './passages/clipping'
import { mostCharacters, mostLines } from './passages/thresholds'
import { readPage } from './read-page'

export interface ReadOcrText {
  /** Of one page without layout; undefined if there is nothing to read. */
  readonly issue?: PrintedIssue
  readonly findings: readonly Finding[]
}

/**
 * Reads the raw machine-read text of a newspaper page. Repeats are removed, cut sentences joined, titles moved to their articles; each decision
 * is a finding with its line in `file`. Every letter of the text ends in the issue or in a finding. If there is no article, or more text than a
 * page holds, there is one fatal finding and no issue.
 */
export const readOcrText = (raw: string, file: string): ReadOcrText => {
  const ledger = new Ledger(raw, file)
  const lines = raw.match(/^.*\S/gmu)?.length ?? 0
  if (lines > mostLines || raw.length > mostCharacters) {
    ledger.note('ocr-too-long', Clipping.empty, { lines: String(lines), letters: String(raw.length) })
    return { findings: ledger.findings }
  }
  const page = readPage(raw, ledger)
  if (!page) {
    ledger.note('ocr-empty', Clipping.empty, {})
    return { findings: ledger.findings }
  }
  findDoubts(page, ledger)
  return { issue: issueOfPage(page), findings: ledger.findings }
}
