import type { PlaceName } from '../source-issue'
import type { WordBox } from '../../printed/printed-issue'
import { boxAround, type SourcePage, type SourceWord, type WordRange } from '../pages/source-page'
import { WordGrid } from './word-grid'

/** What was found at a place: words that nobody had claimed before, and where they stand. */
export interface Claim {
  readonly words: readonly SourceWord[]
  readonly box: WordBox | undefined
}

/** Gives each word of a page to the first who claims it, so that no text is told twice. */
export class ClaimedWords {
  readonly #taken: Uint8Array
  #byId: Map<string, number> | undefined
  #grid: WordGrid | undefined
  /** Words that were claimed again. */
  again = 0

  constructor(readonly page: SourcePage) {
    this.#taken = new Uint8Array(page.words.length)
  }

  /** Undefined if the page has no such place. */
  claim(place: PlaceName): Claim | undefined {
    const { begin, end, box } = place
    if (begin === undefined) return box && this.#claimBox(box)
    const first = this.#rangeOf(begin)
    if (first === undefined) return undefined
    const last = end === undefined || end === begin ? first : this.#rangeOf(end)
    const words = this.take({ from: first.from, to: Math.max(first.to, last?.to ?? 0) })
    const own = this.page.places.get(begin)
    return { words, box: own && last === first ? own.box : boxAround(words.map((word) => word.box)) }
  }

  /** The words of a range that are still free. */
  take({ from, to }: WordRange): SourceWord[] {
    const words: SourceWord[] = []
    for (let index = from; index < to; index++) {
      const word = this.page.words[index]
      if (!word) continue
      if (this.#taken[index] === 1) this.again++
      else words.push(word)
      this.#taken[index] = 1
    }
    return words
  }

  /** As `take`, for words that may be taken already. */
  takeFree({ from, to }: WordRange): SourceWord[] {
    const before = this.again
    const words = this.take({ from, to })
    this.again = before
    return words
  }

  #rangeOf(id: string): WordRange | undefined {
    const place = this.page.places.get(id)
    if (place) return place
    this.#byId ??= new Map(this.page.words.flatMap((word, index) => (word.id === undefined ? [] : [[word.id, index]])))
    const index = this.#byId.get(id)
    return index === undefined ? undefined : { from: index, to: index + 1 }
  }

  #onPage([x, y, w, h]: WordBox): WordBox | undefined {
    const { width, height, fromImage } = this.page
    if (!fromImage) return undefined
    const [across, down] = fromImage
    const inside = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)))
    const [left, top] = [inside(x * across, width), inside(y * down, height)]
    return [left, top, inside((x + w) * across, width) - left, inside((y + h) * down, height) - top]
  }

  #claimBox(onImage: WordBox): Claim | undefined {
    const box = this.#onPage(onImage)
    if (!box) return undefined
    this.#grid ??= new WordGrid(this.page)
    const words = this.#grid
      .within(box)
      .flatMap((index) => (this.#taken[index] === 1 ? [] : this.take({ from: index, to: index + 1 })))
    return { words, box }
  }
}
