import type { Reason } from '../../findings/chinese/reasons'
import type { Report } from '../../report'
import type { CorrectionsFile } from './read-corrections'

/** What a correction came to: it changed something, the source says so itself by now, or it does not fit the source. */
export type Change<Value> =
  | { readonly kind: 'changed'; readonly value: Value }
  | { readonly kind: 'needless' }
  | { readonly kind: 'failed'; readonly reason: Reason }

export const changed = <Value>(value: Value): Change<Value> => ({ kind: 'changed', value })
export const needless = { kind: 'needless' } as const
export const failed = (reason: Reason) => ({ kind: 'failed', reason }) as const

/** Keys and indices that lead to a correction in its file. */
export type CorrectionPath = readonly (string | number)[]

export interface CorrectionCounts {
  readonly applied: number
  /** The source says so itself. */
  readonly needless: number
  /** They do not fit the source, or no longer. */
  readonly notApplied: number
}

/** What became of each correction: counted, and told with its line where it did nothing. */
export class CorrectionAccount {
  #applied = 0
  #needless = 0
  #notApplied = 0

  constructor(
    readonly corrections: CorrectionsFile,
    readonly report: Report,
  ) {}

  get counts(): CorrectionCounts {
    return { applied: this.#applied, needless: this.#needless, notApplied: this.#notApplied }
  }

  /**
   * The value after the change; `before` if it did nothing.
   * @param name of the correction, for a person; by default its key
   */
  take<Value>(path: CorrectionPath, change: Change<Value>, before: Value, name?: string): Value {
    if (change.kind === 'changed') {
      this.#applied++
      return change.value
    }
    const key = name ?? path.findLast((step) => typeof step === 'string') ?? ''
    if (change.kind === 'needless') {
      this.#needless++
      this.report.add('correction-needless', this.placeOf(path), { key })
    } else {
      this.#notApplied++
      this.report.add('correction-not-applied', this.placeOf(path), { key, reason: change.reason })
    }
    return before
  }

  /** A correction whose article has another id now. */
  byWords(path: CorrectionPath, was: string, now: string): void {
    this.report.add('correction-by-words', this.placeOf(path), { was, now })
  }

  placeOf(path: CorrectionPath): { readonly file: string; readonly line: number } {
    const { file, lineOf } = this.corrections
    return { file, line: lineOf(...path) }
  }
}
