import { parseReportHead } from '@/text/byline'
import { splitLeadingJump, splitTrailingJump } from '@/text/jump-line'
import { Clipping } from './clipping'
import { Passage } from './passage'
import { printedParagraphsIn } from './printed-paragraphs'

/** A jump line with its sign, in the middle of a line that was read on into the next column. */
const innerJump = /[▶►▷→（(]\s*下[转轉接]\s*第?\s*\S{1,4}?[版坂页頁]\s*[）)]?/gu

/** “…书屋开放。 本报讯（记者 …）…”: a report head begins a passage wherever it stands, and a jump line ends one. */
const splitInside = (paragraph: Clipping): Clipping[] => {
  const { text } = paragraph
  const heads = [...text.matchAll(/本[报報][讯訊]/gu)]
    .map(({ index }) => index)
    .filter((index) => index > 0 && parseReportHead(text.slice(index)) !== undefined)
  const jumps = [...text.matchAll(innerJump)].map(({ 0: line, index }) => index + line.length)
  const cuts = [...heads, ...jumps].sort((one, other) => one - other)
  return [0, ...cuts].map((from, at) => paragraph.slice(from, cuts[at]))
}

/** The text of a passage apart from the jump lines at its ends. */
const splitJumps = (untrimmed: Clipping): Pick<Passage, 'clipping' | 'jump' | 'from'> => {
  const whole = untrimmed.trim()
  const trailing = splitTrailingJump(whole.text)
  const jumpFrom = whole.text.length - (trailing?.line.length ?? 0)
  const rest = whole.slice(0, jumpFrom)
  const leading = splitLeadingJump(rest.text)
  const textFrom = leading?.line.length ?? 0
  return {
    clipping: rest.slice(textFrom).trim(),
    ...(trailing && { jump: whole.slice(jumpFrom) }),
    ...(leading && { from: rest.slice(0, textFrom) }),
  }
}

/** The raw text as passages, in its own order. Together they hold every letter of it. */
export const readPassages = (raw: string): readonly Passage[] => {
  const whole = Clipping.whole(raw)
  return printedParagraphsIn(raw)
    .flatMap(({ spans, ...printed }) => {
      const paragraph = Clipping.join(...spans.map(({ start, end }) => whole.slice(start, end)))
      return splitInside(paragraph).map((clipping, at, all) => ({
        ...printed,
        clipping,
        isEnded: printed.isEnded === true && at === all.length - 1,
      }))
    })
    .filter(({ clipping }) => clipping.letters.length > 0)
    .map(({ clipping, ...printed }, order) => new Passage({ ...printed, ...splitJumps(clipping), order }))
}
