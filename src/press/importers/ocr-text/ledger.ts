import type { finding, Finding, FindingCode } from '../../finding'
import { Report } from '../../report'
import { Clipping } from './passages/clipping'
import { longestQuotation } from './passages/thresholds'

/** A text as a finding quotes it: on one line, shortened in the middle where it is too long. */
const quotationOf = (printed: string, longest: number): string => {
  const text = [...printed.replace(/\s+/gu, ' ').trim()]
  if (text.length <= longest) return text.join('')
  const half = Math.floor(longest / 2)
  return `${text.slice(0, half).join('')}……${text.slice(-half).join('')}`
}

/**
 * The importer's report, and the account of the text that leaves the page. A letter of the raw text that is not in the
 * finished page has been handed over here, with a finding that names it.
 */
export class Ledger {
  readonly #file: string
  readonly #report = new Report()
  readonly #lineStarts: readonly number[]
  readonly #closed: Clipping[] = []

  constructor(raw: string, file: string) {
    this.#file = file
    this.#lineStarts = [0, ...[...raw.matchAll(/\n/gu)].map(({ index }) => index + 1)]
  }

  /** The line of an offset in the raw text, from 1. */
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
  positionOf({ start }: Clipping): string {
    const line = this.lineOf(start)
    return `line ${line}, character ${start - (this.#lineStarts[line - 1] ?? 0) + 1}`
  }

  /** Reports something about text that stays on the page. */
  note<Code extends FindingCode>(code: Code, at: Clipping, facts: Parameters<typeof finding<Code>>[2]): void {
    this.#report.add(code, { file: this.#file, line: this.lineOf(at.start) }, facts)
  }

  /** Reports text that leaves the page; the account of `clippings` is closed. */
  close<Code extends FindingCode>(
    code: Code,
    clippings: readonly Clipping[],
    facts: Parameters<typeof finding<Code>>[2],
  ): void {
    this.#closed.push(...clippings)
    this.note(code, clippings[0] ?? Clipping.empty, facts)
  }

  /** Closes text that fits nowhere. The finding quotes it whole, because the manuscript does not have it. */
  closeUnplaced(clipping: Clipping): void {
    this.close('ocr-unplaced', [clipping], { text: this.quoteWhole(clipping) })
  }

  /** On one line, shortened in the middle. */
  quote({ text }: Clipping): string {
    return quotationOf(text, longestQuotation)
  }

  /** On one line, complete. */
  quoteWhole({ text }: Clipping): string {
    return quotationOf(text, Number.POSITIVE_INFINITY)
  }

  get findings(): readonly Finding[] {
    return this.#report.findings
  }

  /** All text that has left the page. */
  get closed(): readonly Clipping[] {
    return this.#closed
  }
}
