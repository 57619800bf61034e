import { foldLetters, lettersOf, seedsOf, type Letter } from './letters'

/** A range of the raw text in UTF-16 units, end exclusive. */
export interface RawSpan {
  readonly start: number
  readonly end: number
}

/**
 * Text cut out of the raw text, together with the places it was cut from. Passes slice and join clippings and never
 * write text of their own, so every letter that comes in can be counted against what goes out. A clipping never
 * changes.
 */
export class Clipping {
  static readonly empty = new Clipping('', [])

  readonly text: string
  /** Where the text stands in the raw text, in reading order; no span is empty. */
  readonly spans: readonly RawSpan[]
  readonly #raw: string
  #letters: readonly Letter[] | undefined
  #folded: string | undefined
  #seeds: ReadonlySet<string> | undefined

  private constructor(raw: string, spans: readonly RawSpan[]) {
    this.#raw = raw
    this.spans = spans
    this.text = spans.map(({ start, end }) => raw.slice(start, end)).join('')
  }

  /** The raw text itself, to cut clippings from. */
  static whole(raw: string): Clipping {
    return raw === '' ? Clipping.empty : new Clipping(raw, [{ start: 0, end: raw.length }])
  }

  /** Clippings of one raw text, one read after the other. Spans that touch become one. */
  static join(...clippings: readonly Clipping[]): Clipping {
    const [first, ...others] = clippings.filter(({ isEmpty }) => !isEmpty)
    if (!first) return Clipping.empty
    const spans = [...first.spans]
    for (const span of others.flatMap((other) => other.spans)) {
      const before = spans.at(-1)
      if (before?.end === span.start) spans[spans.length - 1] = { start: before.start, end: span.end }
      else spans.push(span)
    }
    return new Clipping(first.#raw, spans)
  }

  /** The letters that the text is compared by. Their places are offsets in `text`. */
  get letters(): readonly Letter[] {
    return (this.#letters ??= lettersOf(this.text))
  }

  /** The letters as one string. */
  get folded(): string {
    return (this.#folded ??= foldLetters(this.letters))
  }

  /** Every run of twelve letters; see `seedsOf`. */
  get seeds(): ReadonlySet<string> {
    return (this.#seeds ??= seedsOf(this.letters))
  }

  get isEmpty(): boolean {
    return this.spans.length === 0
  }

  /** Where the clipping begins in the raw text; 0 for an empty one. */
  get start(): number {
    return this.spans[0]?.start ?? 0
  }

  /** From one offset in `text` to another, end exclusive. */
  slice(from: number, to = this.text.length): Clipping {
    const spans: RawSpan[] = []
    let passed = 0
    for (const { start, end } of this.spans) {
      const first = Math.max(start, start + from - passed)
      const last = Math.min(end, start + to - passed)
      if (first < last) spans.push({ start: first, end: last })
      passed += end - start
    }
    return new Clipping(this.#raw, spans)
  }

  /** From one letter to another, end exclusive, with all marks and spaces up to the letters on both sides. */
  sliceLetters(from: number, to: number): Clipping {
    return this.slice(this.letters[from - 1]?.end ?? 0, this.letters[to]?.start ?? this.text.length)
  }

  /** Without the white space at its ends. */
  trim(): Clipping {
    const from = this.text.length - this.text.trimStart().length
    return this.slice(from, Math.max(from, this.text.trimEnd().length))
  }
}
