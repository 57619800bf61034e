import type { finding, Finding, FindingCode } from '../../finding'
import { Report } from '../../report'
import { charactersOf, startOf, type Strip } from './strip'

/** Longer than this a text is quoted by its beginning and end. */
const longestQuotation = 60

/** A strip as a finding quotes it: on one line, its middle left out where it is long. */
export const quotationOf = (raw: string, strip: Strip, longest = longestQuotation): string => {
  const text = [...charactersOf(raw, strip).replace(/\s+/gu, ' ').trim()]
  if (text.length <= longest) return text.join('')
  const half = Math.floor(longest / 2)
  return `${text.slice(0, half).join('')}……${text.slice(-half).join('')}`
}

/**
 * The importer's report, with an account of the text that ends in it: what is neither in the masthead nor in the page's
 * heads, articles and pictures has been handed over here, with a finding that names it.
 */
export class Ledger {
  /** The text that is read. */
  readonly raw: string
  readonly #file: string
  readonly #report = new Report()
  readonly #lineStarts: readonly number[]
  readonly #reported: Strip[] = []

  constructor(raw: string, file: string) {
    this.raw = raw
    this.#file = file
    this.#lineStarts = [0, ...[...raw.matchAll(/\n/gu)].map(({ index }) => index + 1)]
  }

  /** The line of an offset, from 1. */
  lineOf(offset: number): number {
    let [low, high] = [0, this.#lineStarts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }

  /** “line 27, character 20”, both from 1. */
  positionOf(strip: Strip): string {
    const line = this.lineOf(startOf(strip))
    return `line ${line}, character ${startOf(strip) - (this.#lineStarts[line - 1] ?? 0) + 1}`
  }

  /** A finding about text that stays in the manuscript. */
  note<Code extends FindingCode>(code: Code, at: Strip, facts: Parameters<typeof finding<Code>>[2]): void {
    this.#report.add(code, { file: this.#file, line: this.lineOf(startOf(at)) }, facts)
  }

  /** A finding about text that leaves the manuscript: `strips` end here. */
  close<Code extends FindingCode>(
    code: Code,
    strips: readonly Strip[],
    facts: Parameters<typeof finding<Code>>[2],
  ): void {
    this.#reported.push(...strips)
    this.note(code, strips[0] ?? [], facts)
  }

  /** Text that fits nowhere ends here, quoted whole: the manuscript does not have it. */
  unplaced(strip: Strip): void {
    this.close('ocr-unplaced', [strip], { text: this.quote(strip, Number.POSITIVE_INFINITY) })
  }

  quote(strip: Strip, longest?: number): string {
    return quotationOf(this.raw, strip, longest)
  }

  get findings(): readonly Finding[] {
    return this.#report.findings
  }

  /** All text that ends in the report. */
  get reported(): readonly Strip[] {
    return this.#reported
  }
}
