import type { Finding } from '../../finding'
import { findDoubts } from './doubts'
import { Ledger } from './ledger'
import { readPage } from './read-page'
import { writeManuscript } from './write-manuscript'

export interface ImportedManuscript {
  /** Relative path → content: issue.yaml, page-01/page.yaml, page-01/01-lead.md, page-01/pictures/picture-1.svg. */
  readonly files: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
}

/**
 * Raw machine-read text of a newspaper page → a manuscript for a person to correct. Repeats are removed, cut sentences
 * joined, titles brought to their articles; every such decision is a finding with its line in `file`. Every letter of the
 * text is in a file of the manuscript or in a finding. Without an article there is one fatal finding and no file.
 */
export const importOcrText = (text: string, file: string): ImportedManuscript => {
  const ledger = new Ledger(text, file)
  const page = readPage(text, ledger)
  if (!page) {
    ledger.note('ocr-empty', [], {})
    return { files: new Map(), findings: ledger.findings }
  }
  findDoubts(text, page, ledger)
  return { files: writeManuscript(text, page), findings: ledger.findings }
}
