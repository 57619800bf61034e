import type { Html, Nodes, PhrasingContent } from 'mdast'
import type { Mark } from '@/bundle/page-part'
import type { Reason } from '../../findings/chinese/reasons'

/** The text of a leaf and its emphasis, with offsets from the start of the leaf. */
export interface MarkedLeaf {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** What Chinese and Japanese print, and the space after which needs none. */
const solid =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303f\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u200b\u00ad\n]/u
/** Marks that are as wide as their neighbours: what is beyond them decides. */
const eitherWidth = /[“”‘’—…·]/u

/** More such marks than anybody prints in a row. */
const reach = 20

const isSolidEnd = (line: string): boolean => {
  const last = [...line.slice(-reach)].findLast((character) => !eitherWidth.test(character))
  return last === undefined || solid.test(last)
}
const isSolidStart = (line: string): boolean => {
  const first = [...line.slice(0, reach)].find((character) => !eitherWidth.test(character))
  return first === undefined || solid.test(first)
}

/** What stands between two lines of one paragraph: a space, as between words of Latin, or nothing. */
export const jointOf = (line: string, next: string): '' | ' ' =>
  line !== '' && next !== '' && !isSolidEnd(line) && !isSolidStart(next) ? ' ' : ''

const withoutBlanks = (line: string, isFirst: boolean, isLast: boolean): readonly [from: number, to: number] => {
  let [from, to] = [0, line.length]
  const isBlank = (at: number): boolean => line[at] === ' ' || line[at] === '\t'
  if (!isFirst) while (from < to && isBlank(from)) from++
  if (!isLast) while (to > from && isBlank(to - 1)) to--
  return [from, to]
}

/** A text with its lines joined, and where a place in the source comes to stand in it; places are asked for in order. */
interface JoinedText {
  readonly text: string
  readonly placeOf: (at: number) => number
}

/**
 * A line break in the source becomes a space, as between words of Latin or Korean, and nothing next to Han characters, kana or
 * full-width marks (CSS Text 4, segment breaks).
 */
const joined = (source: string): JoinedText => {
  const lines = source.split('\n')
  /** For each line its place in the source, and in the text. */
  const stretches: { from: number; to: number; at: number }[] = []
  let text = ''
  /** The end of the text, as much of it as decides. */
  let end = ''
  let start = 0
  lines.forEach((line, index) => {
    const [from, to] = withoutBlanks(line, index === 0, index === lines.length - 1)
    const own = line.slice(from, to)
    if (index > 0) text += jointOf(end, own)
    stretches.push({ from: start + from, to: start + to, at: text.length })
    text += own
    end = (end + own.slice(-reach)).slice(-reach)
    start += line.length + 1
  })
  let index = 0
  return {
    text,
    placeOf: (place) => {
      while (index < stretches.length && place > (stretches[index]?.to ?? 0)) index++
      const stretch = stretches[index]
      return stretch ? stretch.at + Math.max(0, place - stretch.from) : text.length
    },
  }
}

/** The text of nodes without markup. */
export const plainText = (nodes: readonly Nodes[]): string =>
  joined(
    nodes
      .map((node): string => {
        if ('value' in node) return node.value
        if (node.type === 'break') return '\n'
        return 'children' in node ? plainText(node.children) : ''
      })
      .join(''),
  ).text

/** What a paragraph is read with. */
export interface InlineReading {
  /** Called for Markdown that manuscripts do not support. */
  readonly unsupported: (what: Reason, node: PhrasingContent) => void
  /** The text of a tag or a comment that is printed. */
  readonly printed: (markup: Html) => string
}

/** The text and emphasis of a paragraph's content. */
export const markedText = (nodes: readonly PhrasingContent[], { unsupported, printed }: InlineReading): MarkedLeaf => {
  const stretches: { text: string; kind?: Mark['kind'] }[] = []
  const visit = (node: PhrasingContent, kind?: Mark['kind']): void => {
    const keep = (text: string) => stretches.push({ text, ...(kind && { kind }) })
    switch (node.type) {
      case 'text':
        return void keep(node.value)
      case 'break':
        return void keep('\n')
      case 'html':
        return void keep(printed(node))
      case 'strong':
        return node.children.forEach((child) => visit(child, 'strong'))
      case 'emphasis':
        return node.children.forEach((child) => visit(child, kind ?? 'emphasis'))
      case 'link':
        unsupported(`the address “${node.url}” inside a sentence`, node)
        return node.children.forEach((child) => visit(child, kind))
      case 'image':
        unsupported(`the picture “${node.url}” inside a sentence`, node)
        return void keep(node.alt ?? '')
      default:
        unsupported(`a ${node.type}`, node)
        return void keep('value' in node ? node.value : plainText([node]))
    }
  }
  nodes.forEach((node) => visit(node))
  // Lines are joined across the whole leaf; emphasis is then located in the joined text.
  const { text, placeOf } = joined(stretches.map((stretch) => stretch.text).join(''))
  const trimmed = text.trimStart()
  const cut = text.length - trimmed.length
  const length = trimmed.trimEnd().length
  let at = 0
  const marks = stretches.flatMap(({ text: own, kind }): Mark[] => {
    const [from, to] = [placeOf(at), placeOf(at + own.length)]
    at += own.length
    return kind ? [{ kind, from: Math.max(0, from - cut), to: Math.min(to - cut, length) }] : []
  })
  return { text: trimmed.trimEnd(), marks }
}
