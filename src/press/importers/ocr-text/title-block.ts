import { parseNameLine } from '@/text/byline'
import { foldedOf } from './letters'
import { charactersOf, joinStrips, sliceStrip, trimStrip, type Strip } from './strip'

/** 引题, 主题, 副题. */
export interface TitleBlock {
  readonly kicker?: Strip
  readonly headline?: Strip
  readonly deck: readonly Strip[]
  /** A line of names under the title. */
  readonly names?: Strip
  /** What a person should look at. */
  readonly doubts: readonly string[]
}

/** 甲乙主持, 丙丁出席并讲话: who did what at the meeting; or a line that begins with a dash. */
const deckField =
  /^(?:\p{Script=Han}{2,40}(?:主持|出席|讲话|致辞|致词|发言|参加|作报告|宣读|见证|陪同|部署|通报)(?:会议|仪式|活动|并讲话|并致辞)?|[—－-]{1,2}.+)$/u
/** 某某会议召开: the occasion; what was said there is the headline. */
const occasion = /(?:召开|举行|举办|开幕|闭幕)$/u
/** A name that the page uses this often stands over a headline as a kicker. */
const fewestUses = 2
const longestName = 14

/** The parts of a line between its spaces. A space beside Latin letters or digits parts nothing. */
const fieldsOf = (raw: string, line: Strip): Strip[] => {
  const characters = charactersOf(raw, line)
  const gaps = [...characters.matchAll(/(?<=[\p{Script=Han}”’）》！？])[\s\u3000]+(?=[\p{Script=Han}“‘《（—])/gu)]
  return [...gaps, undefined].map((gap, at) => {
    const before = gaps[at - 1]
    return sliceStrip(line, before ? before.index + before[0].length : 0, gap?.index)
  })
}

const isDeck = (raw: string, line: Strip): boolean =>
  fieldsOf(raw, line).every((field) => deckField.test(charactersOf(raw, field).trim()))

/** Fields of one line again as one strip, with the spaces between them. */
const spanOf = (line: Strip, fields: readonly Strip[]): Strip => {
  const [first, last] = [fields[0]?.[0], fields.at(-1)?.at(-1)]
  return first && last
    ? line.flatMap(({ start, end }) => {
        const cut = { start: Math.max(start, first.start), end: Math.min(end, last.end) }
        return cut.start < cut.end ? [cut] : []
      })
    : []
}

const usesOf = (folded: string, pageText: string): number => pageText.split(folded).length - 1

/** Whether the first field of a line is a kicker to the rest, and why. */
const kickerReason = (raw: string, fields: readonly Strip[], pageText: string): string | undefined => {
  const [first = '', second = '', ...rest] = fields.map((field) => foldedOf(charactersOf(raw, field)))
  const [firstLength, restLength] = [first.length, [second, ...rest].join('').length]
  if (second === '') return undefined
  if (occasion.test(first) && restLength > firstLength)
    return 'one line read as kicker and headline: the occasion first'
  const isCouplet = rest.length === 0 && Math.abs(firstLength - second.length) <= 1
  return !isCouplet && firstLength <= longestName && restLength >= firstLength && usesOf(first, pageText) >= fewestUses
    ? 'one line read as kicker and headline: a name of the page first'
    : undefined
}

/** One line that holds the whole block: the deck at its end, a kicker at its head where the wording says so. */
const blockOfLine = (raw: string, line: Strip, pageText: string): TitleBlock => {
  const fields = fieldsOf(raw, line)
  const isName = (field: Strip): boolean => deckField.test(charactersOf(raw, field).trim())
  const deckAt = fields.length - [...fields].reverse().findIndex((field) => !isName(field))
  const [heads, deck] = fields.every(isName) ? [[], fields] : [fields.slice(0, deckAt), fields.slice(deckAt)]
  const reason = kickerReason(raw, heads, pageText)
  const [kicker, headline] = reason ? [heads.slice(0, 1), heads.slice(1)] : [[], heads]
  return {
    ...(kicker.length > 0 && { kicker: spanOf(line, kicker) }),
    ...(headline.length > 0 && { headline: spanOf(line, headline) }),
    deck: deck.length > 0 ? [spanOf(line, deck)] : [],
    doubts: [
      ...(reason ? [reason] : []),
      ...(deck.length > 0 && heads.length > 0 ? ['the end of the line read as the deck'] : []),
    ],
  }
}

/**
 * Reads the lines of a title block. Lines of names and deeds, and lines after a dash, are the deck. Of two others the first
 * is the kicker, of three the last is a deck: the custom of the trade, and no more than that. A last line that is nothing
 * but names signs the text below it.
 */
export const titleBlockOf = (raw: string, lines: readonly Strip[], pageText: string): TitleBlock => {
  const trimmed = lines.map((line) => trimStrip(raw, line))
  const last = trimmed.at(-1)
  if (last && trimmed.length > 1 && parseNameLine(charactersOf(raw, last)))
    return { ...titleBlockOf(raw, trimmed.slice(0, -1), pageText), names: last }
  const deckLines = trimmed.filter((line) => isDeck(raw, line))
  const [first, second, ...more] = trimmed.filter((line) => !isDeck(raw, line))
  if (!first) return { deck: deckLines, doubts: [] }
  if (!second) {
    const block = blockOfLine(raw, first, pageText)
    return { ...block, deck: [...block.deck, ...deckLines] }
  }
  return {
    kicker: first,
    headline: second,
    deck: [...more, ...deckLines],
    doubts: more.length > 0 ? ['more than two lines over the text: read as kicker, headline, deck'] : [],
  }
}

/** Two blocks of one article that stood apart; a second headline is kept as a deck. */
export const mergeTitleBlocks = (one: TitleBlock, other: TitleBlock): TitleBlock => {
  const kicker = one.kicker ?? other.kicker
  const headline = one.headline ?? other.headline
  const names = one.names ?? other.names
  const second = [one.kicker && other.kicker, one.headline && other.headline].filter((strip) => strip !== undefined)
  return {
    ...(kicker && { kicker }),
    ...(headline && { headline }),
    ...(names && { names }),
    deck: [...one.deck, ...second, ...other.deck],
    doubts: [...one.doubts, ...other.doubts, ...(second.length > 0 ? ['two titles over one text'] : [])],
  }
}

/** All of a title block's text. */
export const stripsOfTitle = ({ kicker, headline, deck, names }: TitleBlock): readonly Strip[] =>
  [kicker ?? [], headline ?? [], ...deck, names ?? []].filter((strip) => joinStrips(strip).length > 0)
