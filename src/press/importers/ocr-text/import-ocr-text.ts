import type { Finding } from '../../finding'
import { Ledger } from './ledger'
import { findDoubts } from './manuscript/doubts'
import { writeManuscript } from './manuscript/write-manuscript'
import { Clipping } from './passages/clipping'
import { mostCharacters, mostLines } from './passages/thresholds'
import { readPage } from './read-page'

export interface ImportedManuscript {
  /** Relative path → content: issue.yaml, page-01/page.yaml, page-01/01-lead.md, page-01/pictures/picture-1.svg. */
  readonly files: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
}

/**
 * Turns the raw machine-read text of a newspaper page into a manuscript for a person to correct. Repeats are removed,
 * cut sentences joined, titles moved to their articles; each decision is a finding with its line in `file`. Every
 * letter of the text ends in a file of the manuscript or in a finding. If there is no article, or more text than a page
 * holds, there is one fatal finding and no file.
 */
export const importOcrText = (raw: string, file: string): ImportedManuscript => {
  const ledger = new Ledger(raw, file)
  const lines = raw.match(/^.*\S/gmu)?.length ?? 0
  if (lines > mostLines || raw.length > mostCharacters) {
    ledger.note('ocr-too-long', Clipping.empty, { lines: String(lines), letters: String(raw.length) })
    return { files: new Map(), findings: ledger.findings }
  }
  const page = readPage(raw, ledger)
  if (!page) {
    ledger.note('ocr-empty', Clipping.empty, {})
    return { files: new Map(), findings: ledger.findings }
  }
  findDoubts(page, ledger)
  return { files: writeManuscript(page), findings: ledger.findings }
}
