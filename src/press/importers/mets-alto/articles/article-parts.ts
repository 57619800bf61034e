import type { WordBox, PrintedBlock, PrintedPart } from '../../printed/printed-issue'
import type { PieceRole } from '../source-issue'
import type { SourcePage, SourceWord } from '../pages/source-page'
import { areHalves, textOfWords } from '../pages/text-of-words'
import { paragraphsIn } from './paragraphs-in'
import { printedOutlines } from './printed-outlines'

interface OpenPart {
  readonly page: number
  readonly boxes: WordBox[]
  readonly blocks: PrintedBlock[]
  readonly titles: PrintedBlock[]
}

interface OpenParagraph {
  readonly part: OpenPart
  readonly kind: PrintedBlock['kind']
  readonly words: SourceWord[]
  readonly isContinued: boolean
}

export type TitleRole = Exclude<PieceRole, 'subhead' | 'paragraph' | 'picture'>

/** A title line, or a name of an author: what is longer is text. */
const longest: Readonly<Record<TitleRole | 'subhead', number>> = {
  rubric: 300,
  kicker: 300,
  headline: 300,
  deck: 400,
  byline: 160,
  subhead: 300,
}

const wholeOf = (first: SourceWord, second: SourceWord): SourceWord => ({
  text: first.whole ?? second.whole ?? first.text + second.text,
  box: first.box,
  line: first.line,
})

const blockOf = (kind: PrintedBlock['kind'], words: readonly SourceWord[]): PrintedBlock => {
  const { text, words: placed } = textOfWords(words)
  return { kind, text, words: placed.filter(({ box }) => box[2] > 0 && box[3] > 0) }
}

/** Puts the parts of an article together from its pieces, in order: a new part begins where the page changes. */
export class ArticleParts {
  readonly #parts: OpenPart[] = []
  #paragraph: OpenParagraph | undefined
  /** Texts of the titles, by what they are. */
  readonly titles: Record<TitleRole, string[]> = { rubric: [], kicker: [], headline: [], deck: [], byline: [] }

  constructor(readonly pages: readonly SourcePage[]) {}

  /** A picture or another place without words. */
  addBox(page: number, box: WordBox | undefined): void {
    const part = this.#partOn(page)
    if (box) part.boxes.push(box)
  }

  addTitle(role: TitleRole, page: number, words: readonly SourceWord[]): void {
    const block = blockOf('subhead', words)
    if (block.text === '') return
    if (block.text.length > longest[role]) {
      this.addText('paragraph', page, words, false)
      return
    }
    this.#partOn(page).titles.push(block)
    this.titles[role].push(block.text)
  }

  /** `goesOn`: in the middle of the paragraph that was added last. */
  addText(role: 'subhead' | 'paragraph', page: number, given: readonly SourceWord[], goesOn: boolean): void {
    const [first, ...others] = given
    if (!first) return
    const before = this.#paragraph
    const last = before?.words.at(-1)
    const isWhole = last !== undefined && areHalves(last, first)
    const isSame = before !== undefined && (goesOn || isWhole)
    const part = this.#partOn(page)
    // A word that the end of a page divides is told where it begins.
    const isMoved = isWhole && before?.part !== part
    if (isMoved) before?.words.splice(-1, 1, wholeOf(last, first))
    const words = isMoved ? others : given
    if (isSame && before.part === part) {
      before.words.push(...words)
      return
    }
    this.#endParagraph()
    const kind = role === 'subhead' && textOfWords(words).text.length <= longest.subhead ? 'subhead' : 'paragraph'
    this.#paragraph = { part, kind, words: [...words], isContinued: isSame }
  }

  finish(): PrintedPart[] {
    this.#endParagraph()
    return this.#parts.map(({ page, boxes, blocks, titles }) => ({
      page,
      outlines: printedOutlines(boxes, this.pages[page]?.height ?? 1),
      blocks,
      titles,
    }))
  }

  #partOn(page: number): OpenPart {
    const last = this.#parts.at(-1)
    if (last?.page === page) return last
    const part: OpenPart = { page, boxes: [], blocks: [], titles: [] }
    this.#parts.push(part)
    return part
  }

  #endParagraph(): void {
    if (!this.#paragraph) return
    const { part, kind, words, isContinued } = this.#paragraph
    const paragraphs = kind === 'paragraph' ? paragraphsIn(words) : [words]
    paragraphs.forEach((own, index) => {
      const block = blockOf(kind, own)
      if (block.text !== '') part.blocks.push(isContinued && index === 0 ? { ...block, isContinued } : block)
    })
    this.#paragraph = undefined
  }
}
