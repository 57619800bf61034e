import { parseNameLine } from '@/text/byline'
import { Clipping } from '../passages/clipping'
import { coupletDifference, fewestUses, longestName, longestOverhang } from './thresholds'
import { said, type Reason } from '../../../findings/chinese/reasons'

/** 引题, 主题, 副题. */
export interface TitleBlock {
  readonly kicker?: Clipping
  readonly headline?: Clipping
  readonly deck: readonly Clipping[]
  /** A line of names under the title. */
  readonly names?: Clipping
  /** Reasons why a person should check it. */
  readonly doubts: readonly Reason[]
}

/** 甲乙主持, 丙丁出席并讲话: who did what at the meeting; or a line that begins with a dash. */
const deckPart =
  /^(?:\p{Script=Han}{2,40}(?:主持|出席|讲话|致辞|致词|发言|参加|作报告|宣读|见证|陪同|部署|通报)(?:会议|仪式|活动|并讲话|并致辞)?|[—－-]{1,2}.+)$/u
/** 某某会议召开: the occasion; the headline says what was said there. */
const occasion = /(?:召开|举行|举办|开幕|闭幕)$/u

/** Part of a line between spaces. */
interface LinePart {
  readonly clipping: Clipping
  /** Its range in the line's text, end exclusive. */
  readonly from: number
  readonly to: number
}

/** A space next to Latin letters or digits separates nothing. */
const partsOf = (line: Clipping): readonly LinePart[] => {
  const gaps = [...line.text.matchAll(/(?<=[\p{Script=Han}”’）》！？])[\s\u3000]+(?=[\p{Script=Han}“‘《（—])/gu)]
  const starts = [0, ...gaps.map(({ 0: gap, index }) => index + gap.length)]
  return starts.map((from, at) => {
    const to = gaps[at]?.index ?? line.text.length
    return { clipping: line.slice(from, to), from, to }
  })
}

/** Parts of one line with the spaces between them; undefined for none. */
const joinParts = (line: Clipping, parts: readonly LinePart[]): Clipping | undefined => {
  const [first, last] = [parts[0], parts.at(-1)]
  return first && last ? line.slice(first.from, last.to) : undefined
}

const isDeckPart = ({ clipping }: LinePart): boolean => deckPart.test(clipping.text.trim())

const isDeck = (line: Clipping): boolean => partsOf(line).every(isDeckPart)

/** Why the first part of a line is a kicker to the others; undefined if it is none. */
const kickerReason = (parts: readonly LinePart[], pageText: string): Reason | undefined => {
  const [first = '', second = '', ...rest] = parts.map(({ clipping }) => clipping.folded)
  const restLength = [second, ...rest].join('').length
  if (second === '') return undefined
  if (occasion.test(first) && restLength > first.length)
    return 'one line read as kicker and headline: the occasion first'
  const isCouplet = rest.length === 0 && Math.abs(first.length - second.length) <= coupletDifference
  const uses = pageText.split(first).length - 1
  return !isCouplet && first.length <= longestName && restLength >= first.length && uses >= fewestUses
    ? 'one line read as kicker and headline: a name of the page first'
    : undefined
}

/** A whole block on one line: its deck at the end, a kicker at the beginning if the wording says so. */
const blockOfLine = (line: Clipping, pageText: string): TitleBlock => {
  const parts = partsOf(line)
  const deckAt = parts.findLastIndex((part) => !isDeckPart(part)) + 1
  const reason = kickerReason(parts.slice(0, deckAt), pageText)
  const headlineAt = reason ? 1 : 0
  const kicker = joinParts(line, parts.slice(0, headlineAt))
  const headline = joinParts(line, parts.slice(headlineAt, deckAt))
  const deck = joinParts(line, parts.slice(deckAt))
  return {
    ...(kicker && { kicker }),
    ...(headline && { headline }),
    deck: deck ? [deck] : [],
    doubts: [
      ...(reason ? [reason] : []),
      ...(deck && deckAt > 0 ? [said('the end of the line read as the deck')] : []),
    ],
  }
}

/** A line of one letter is the end of the line above it, which was too long for its column. */
const withoutOverhangs = (lines: readonly Clipping[]): readonly Clipping[] =>
  lines.reduce<readonly Clipping[]>((whole, line) => {
    const last = whole.at(-1)
    return last && line.letters.length <= longestOverhang
      ? [...whole.slice(0, -1), Clipping.join(last, line)]
      : [...whole, line]
  }, [])

/**
 * Reads the lines of a title block. Lines that say who did what, and lines after a dash, are the deck. Of two other
 * lines the first is the kicker, and a third is a deck: newspapers usually set them so, but nothing proves it. A last
 * line of mere names signs the text below. `pageText` is the folded running text of the page.
 */
export const titleBlockOf = (lines: readonly Clipping[], pageText: string): TitleBlock => {
  const trimmed = withoutOverhangs(lines.map((line) => line.trim()))
  const last = trimmed.at(-1)
  if (last && trimmed.length > 1 && parseNameLine(last.text))
    return { ...titleBlockOf(trimmed.slice(0, -1), pageText), names: last }
  const deckLines = trimmed.filter(isDeck)
  const [first, second, ...more] = trimmed.filter((line) => !isDeck(line))
  if (!first) return { deck: deckLines, doubts: [] }
  if (!second) {
    const block = blockOfLine(first, pageText)
    return { ...block, deck: [...block.deck, ...deckLines] }
  }
  return {
    kicker: first,
    headline: second,
    deck: [...more, ...deckLines],
    doubts: more.length > 0 ? [said('more than two lines over the text: read as kicker, headline, deck')] : [],
  }
}

/** Two blocks of one article that stood apart. A second kicker, headline or line of names becomes a deck. */
export const mergeTitleBlocks = (one: TitleBlock, other: TitleBlock): TitleBlock => {
  const kicker = one.kicker ?? other.kicker
  const headline = one.headline ?? other.headline
  const names = one.names ?? other.names
  const second = [one.kicker && other.kicker, one.headline && other.headline, one.names && other.names].filter(
    (line) => line !== undefined,
  )
  return {
    ...(kicker && { kicker }),
    ...(headline && { headline }),
    ...(names && { names }),
    deck: [...one.deck, ...second, ...other.deck],
    doubts: [...one.doubts, ...other.doubts, ...(second.length > 0 ? [said('two titles over one text')] : [])],
  }
}

/** All text of a title block. */
export const clippingsOfTitle = ({ kicker, headline, deck, names }: TitleBlock): readonly Clipping[] =>
  [kicker, headline, ...deck, names].filter((clipping) => clipping !== undefined).filter(({ isEmpty }) => !isEmpty)
