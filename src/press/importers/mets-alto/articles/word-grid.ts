import type { WordBox } from '../../printed/printed-issue'
import type { SourcePage } from '../pages/source-page'

/** Cells across and down a page. */
const cells = 64

/** Finds the words in a rectangle without looking at all words of the page. */
export class WordGrid {
  readonly #cells = new Map<number, number[]>()

  constructor(readonly page: SourcePage) {
    page.words.forEach((word, index) => {
      const cell = this.#column(middle(word.box)[0]) + cells * this.#row(middle(word.box)[1])
      const inside = this.#cells.get(cell)
      if (inside) inside.push(index)
      else this.#cells.set(cell, [index])
    })
  }

  /** Indices of the words whose middle lies inside, in the order of the page. */
  within([x, y, width, height]: WordBox): number[] {
    const found: number[] = []
    for (let row = this.#row(y); row <= this.#row(y + height); row++)
      for (let column = this.#column(x); column <= this.#column(x + width); column++)
        for (const index of this.#cells.get(column + cells * row) ?? []) {
          const word = this.page.words[index]
          const [across, down] = word ? middle(word.box) : [-1, -1]
          if (across >= x && across <= x + width && down >= y && down <= y + height) found.push(index)
        }
    return found.sort((a, b) => a - b)
  }

  #column(x: number): number {
    return Math.min(cells - 1, Math.max(0, Math.floor((x / this.page.width) * cells)))
  }

  #row(y: number): number {
    return Math.min(cells - 1, Math.max(0, Math.floor((y / this.page.height) * cells)))
  }
}

const middle = ([x, y, width, height]: WordBox): readonly [number, number] => [x + width / 2, y + height / 2]
