import type { Clipping } from './clipping'
import type { Letter } from './letters'
import { kindOf, type PassageKind } from './passage-kind'

interface PassageFields {
  /** Its text without the jump lines; empty where a jump line stands alone. */
  readonly clipping: Clipping
  /** Its number in the raw text: passages with consecutive numbers were neighbours there. */
  readonly order: number
  /** Blank lines before it; 0 where it is the next line of the same block. */
  readonly gap: number
  /** The measure of its column in ems; absent for a line that stands for itself. */
  readonly measure?: number
  /** Its last line is short: nothing goes on from it, even if its last mark was lost. */
  readonly isEnded?: boolean
  /** ▶下转第七版, printed at its end. */
  readonly jump?: Clipping
  /** （上接第一版）, printed at its head. */
  readonly from?: Clipping
}

/**
 * A part of the page that was printed as one: a paragraph or a torn part of it, a line of a title, a credit. Every pass
 * takes passages and returns passages; a passage never changes.
 */
export class Passage implements PassageFields {
  readonly clipping: Clipping
  readonly kind: PassageKind
  readonly order: number
  readonly gap: number
  readonly measure?: number
  readonly isEnded: boolean
  readonly jump?: Clipping
  readonly from?: Clipping

  constructor({ clipping, order, gap, measure, isEnded = false, jump, from }: PassageFields) {
    this.clipping = clipping
    this.kind = kindOf(clipping, { isInColumn: measure !== undefined && gap === 0, goesOn: from !== undefined })
    this.order = order
    this.gap = gap
    if (measure !== undefined) this.measure = measure
    this.isEnded = isEnded
    if (jump) this.jump = jump
    if (from) this.from = from
  }

  /** A copy with some fields changed. Its kind is determined anew. */
  with(changes: Partial<PassageFields>): Passage {
    return new Passage({ ...this, ...changes })
  }

  get text(): string {
    return this.clipping.text
  }

  get letters(): readonly Letter[] {
    return this.clipping.letters
  }

  get folded(): string {
    return this.clipping.folded
  }

  /** Everything that was printed, in reading order: the text between its jump lines, if it has any. */
  get printed(): readonly Clipping[] {
    return [this.from, this.clipping, this.jump]
      .filter((clipping) => clipping !== undefined)
      .filter(({ isEmpty }) => !isEmpty)
  }
}
