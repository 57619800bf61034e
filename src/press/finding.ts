import { allFindings, type FactsOf, type FindingCode, type WordsOfFindings } from './findings/all-findings'
import type { FindingWords, Severity } from './findings/finding-table'

export type { FindingCode } from './findings/all-findings'

/** Where a finding was made: a file as the person knows it, a line from 1, a page. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly page?: number
}

/** What the press found, for a person to read. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly place: Place
  /** What its words are made of. */
  readonly facts: Readonly<Record<string, string>>
  /** The diagnosis. */
  readonly why: string
  /** The remedy. */
  readonly fix: string
}

const english: WordsOfFindings = allFindings

export const finding = <Code extends FindingCode>(code: Code, place: Place, facts: FactsOf<Code>): Finding => {
  const words: FindingWords<string> = english[code]
  return { code, severity: allFindings[code].severity, place, facts, why: words.why(facts), fix: words.fix }
}
