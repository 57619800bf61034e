import type { WordBox } from '../../printed/printed-issue'
import type { PageBuilder } from '../pages/page-builder'
import { boxAround } from '../pages/source-page'
import { tidy, valueOf, within, type XmlElement } from '../xml/xml-tree'

/** `left top right bottom`. */
export const oliveBox = (element: XmlElement): WordBox | undefined => {
  const numbers = (valueOf(element, 'BOX') ?? '').trim().split(/\s+/).map(Number)
  const [left, top, right, bottom] = numbers
  if (numbers.length !== 4 || left === undefined || top === undefined || right === undefined || bottom === undefined)
    return undefined
  const box: WordBox = [left, top, right - left, bottom - top]
  return box.every(Number.isFinite) && box[2] >= 0 && box[3] >= 0 ? box : undefined
}

/** Names are escaped once more than XML asks for. */
export const unescapedName = (name: string): string =>
  tidy(
    name
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&(?:apos|#39);/g, '’')
      .replace(/&amp;/g, '&'),
  )

interface Letters {
  readonly text: string
  readonly box: WordBox | undefined
  readonly line: number
}

/** `NS`: no space follows. */
const isSpaced = (element: XmlElement): boolean => valueOf(element, 'NS')?.toLowerCase() !== 'y'

/**
 * Adds the words of a primitive to a page. `L` begins a line, `W` is a word; a word in pieces is told as `Q … q`, a piece each, followed
 * by the whole as `QW`, and its pieces may stand on two lines.
 */
export const addOliveWords = (page: PageBuilder, primitive: XmlElement): void => {
  let line = 0
  let pieces: Letters[] = []
  let spaceFollows = true
  const add = (text: string, box: WordBox | undefined, spaced: boolean): void => {
    page.addWord({ text, box })
    if (spaced) page.addSpace()
  }
  /** Pieces whose whole is not told. */
  const flush = (): void => {
    pieces.forEach(({ text, box }, index) => add(text, box, index === pieces.length - 1 && spaceFollows))
    pieces = []
  }
  const addWhole = (whole: string): void => {
    const [first] = pieces
    const before = pieces.filter((piece) => piece.line === first?.line)
    const after = pieces.filter((piece) => piece.line !== first?.line)
    const boxOf = (some: readonly Letters[]): WordBox | undefined =>
      boxAround(some.map(({ box }) => box).filter((box) => box !== undefined))
    const textOf = (some: readonly Letters[]): string => some.map(({ text }) => text).join('')
    if (after.length === 0) page.addWord({ text: whole, box: boxOf(before) })
    else {
      page.addWord({ text: textOf(before), box: boxOf(before), half: 1, whole })
      page.newLine()
      page.addWord({ text: textOf(after), box: boxOf(after), half: 2, whole })
    }
    pieces = []
    if (spaceFollows) page.addSpace()
  }

  // Signs set high or low stand in elements of their own.
  for (const element of within(primitive)) {
    const text = tidy(element.text)
    if (element.name === 'L') {
      line++
      if (pieces.length === 0) page.newLine()
    } else if (element.name === 'W') {
      flush()
      add(text, oliveBox(element), isSpaced(element))
    } else if (element.name === 'Q' || element.name === 'q') {
      if (text !== '') pieces.push({ text, box: oliveBox(element), line })
      spaceFollows = isSpaced(element)
    } else if (element.name === 'QW' && pieces.length > 0 && text !== '') addWhole(text)
  }
  flush()
}
