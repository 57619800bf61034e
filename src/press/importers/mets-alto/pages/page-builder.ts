import type { WordBox } from '../../printed/printed-issue'
import { boxAround, type SourceBlock, type SourcePlace, type SourceWord, type UnscaledPage } from './source-page'

interface OpenGroup {
  readonly name: string
  readonly id: string | undefined
  box: WordBox | undefined
  readonly from: number
  /** A block inside it, so that it is none itself. */
  hasBlocks: boolean
}

/** A word of a file, which may lack its place. */
export type GivenWord = Omit<SourceWord, 'box' | 'line' | 'isGlued' | 'id'> & {
  readonly box: WordBox | undefined
  readonly id?: string | undefined
}

/** Groups inside groups that are measured by their words; more are no page's. */
const deepest = 16
const pictures = new Set(['Illustration', 'GraphicalElement'])
const none: WordBox = [0, 0, 0, 0]

/** Puts a page together from groups that open and close, and the words in them. */
export class PageBuilder {
  readonly #words: SourceWord[] = []
  readonly #blocks: SourceBlock[] = []
  readonly #places = new Map<string, SourcePlace>()
  readonly #open: OpenGroup[] = []
  readonly #languages = new Map<string, number>()
  /** Words before which the file has neither a space nor the beginning of a line. */
  readonly #glued = new Set<number>()
  #line = 0
  #wordsInLine = 0
  #isSpaced = true
  #hasSpaces = false

  constructor(
    readonly page: {
      readonly id?: string | undefined
      readonly width: number
      readonly height: number
      readonly printedNumber?: string | undefined
    },
  ) {}

  get length(): number {
    return this.#words.length
  }

  open(name: string, id: string | undefined, box: WordBox | undefined, lang?: string): void {
    this.newLine()
    const parent = this.#open.at(-1)
    if (parent && name !== 'TextLine') parent.hasBlocks = true
    if (lang !== undefined && lang !== '') this.#languages.set(lang, (this.#languages.get(lang) ?? 0) + 1)
    this.#open.push({ name, id, box, from: this.#words.length, hasBlocks: false })
  }

  newLine(): void {
    this.#line++
    this.#wordsInLine = 0
    this.#isSpaced = true
  }

  /** Of the group that is open, if it has no size of its own. */
  shape(corners: readonly (readonly [number, number])[]): void {
    const group = this.#open.at(-1)
    if (group) group.box ??= boxAround(corners.map(([x, y]): WordBox => [x, y, 0, 0]))
  }

  addWord({ id, box, ...word }: GivenWord): void {
    if (word.text === '') return
    if (!this.#isSpaced && this.#wordsInLine > 0) this.#glued.add(this.#words.length)
    const place = box ?? this.#open.at(-1)?.box ?? none
    this.#words.push({ ...word, ...(id === undefined ? {} : { id }), box: place, line: this.#line })
    this.#wordsInLine++
    this.#isSpaced = false
  }

  addSpace(): void {
    this.#isSpaced = true
    this.#hasSpaces = true
  }

  addHyphen(): void {
    const last = this.#words.pop()
    if (last) this.#words.push({ ...last, hasHyphen: true })
  }

  close(): void {
    const group = this.#open.pop()
    if (!group) return
    this.newLine()
    const { name, id, from } = group
    const to = this.#words.length
    const box = group.box ?? (this.#open.length > deepest ? undefined : this.#boxOf(from))
    const place: SourcePlace = { from, to, box }
    if (id !== undefined && !this.#places.has(id)) this.#places.set(id, place)
    const isPicture = pictures.has(name)
    if (name === 'TextLine' || name === 'PrintSpace' || group.hasBlocks || (to === from && name !== 'Illustration'))
      return
    this.#blocks.push({ ...place, id, isPicture })
  }

  #boxOf(from: number): WordBox | undefined {
    return boxAround(this.#words.slice(from).map((word) => word.box))
  }

  finish(pixelsPerUnit: number | undefined): UnscaledPage {
    while (this.#open.length > 0) this.close()
    const { id, width, height, printedNumber } = this.page
    const all: SourcePlace = { from: 0, to: this.#words.length, box: undefined }
    if (id !== undefined && !this.#places.has(id)) this.#places.set(id, all)
    const [lang] = [...this.#languages].sort((a, b) => b[1] - a[1])[0] ?? []
    return {
      id,
      width,
      height,
      pixelsPerUnit,
      words: this.#hasSpaces
        ? this.#words.map((word, index) => (this.#glued.has(index) ? { ...word, isGlued: true } : word))
        : this.#words,
      blocks: this.#blocks,
      places: this.#places,
      ...(lang === undefined ? {} : { lang }),
      ...(printedNumber === undefined ? {} : { printedNumber }),
    }
  }
}
