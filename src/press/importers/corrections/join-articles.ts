import { splitLeadingJump, splitTrailingJump } from '@/text/jump-line'
import { endsInsideSentence } from '@/text/sentence'
import type { PrintedArticle, PrintedBlock, PrintedPart } from '../printed/printed-issue'
import { plain } from './find-article'
import { sliceOf } from './text-places'

const titlesOf = ({ rubric, kicker, headline, deck = [], byline }: PrintedArticle): string[] =>
  [rubric, kicker, headline, ...deck, byline].flatMap((line) => line ?? [])

/** The title over the rest of an article is no title of its own; what it says beyond the article's title stays as a subhead. */
const headOf = (rest: PrintedArticle, known: readonly string[]): PrintedBlock[] => {
  const own = titlesOf(rest).filter((line) => plain(line) !== '' && !known.includes(plain(line)))
  return own.map((text) => ({ kind: 'subhead', text, words: [] }))
}

const some = (block: PrintedBlock): PrintedBlock[] => (block.text.trim() === '' ? [] : [block])

/** A part without the printed line to the next page, which is no text once the two are joined; its words keep their place among the titles. */
const withoutLineOn = (part: PrintedPart): PrintedPart => {
  const last = part.blocks.at(-1)
  const jump = last && splitTrailingJump(last.text)
  if (!jump) return part
  const at = last.text.lastIndexOf(jump.line)
  return {
    ...part,
    blocks: [...part.blocks.slice(0, -1), ...some(sliceOf(last, 0, at))],
    titles: [...part.titles, sliceOf(last, at, last.text.length)],
  }
}

/** The same of the line from the page before. */
const withoutLineFrom = (part: PrintedPart): PrintedPart => {
  const [first, ...others] = part.blocks
  const jump = first && splitLeadingJump(first.text)
  if (!jump) return part
  const at = first.text.indexOf(jump.line) + jump.line.length
  return {
    ...part,
    blocks: [...some(sliceOf(first, at, first.text.length)), ...others],
    titles: [...part.titles, sliceOf(first, 0, at)],
  }
}

/** A paragraph that ends inside a sentence goes on where the text does. */
const goingOn = (blocks: readonly PrintedBlock[], before: PrintedBlock | undefined): readonly PrintedBlock[] => {
  const [first, ...others] = blocks
  const isCut = before?.kind === 'paragraph' && first?.kind === 'paragraph' && endsInsideSentence(before.text)
  return isCut ? [{ ...first, isContinued: true }, ...others] : blocks
}

/** One article of two: the second is the rest of the first, on the same page, a later or an earlier one. */
export const joinArticles = (article: PrintedArticle, rest: PrintedArticle): PrintedArticle => {
  const head = headOf(rest, titlesOf(article).map(plain))
  const [first, ...others] = rest.parts
  const end = article.parts.at(-1)
  const isOtherPage = first?.page !== end?.page
  const last = end && isOtherPage ? withoutLineOn(end) : end
  const next = first && isOtherPage ? withoutLineFrom(first) : first
  const blocks = next && head.length === 0 && isOtherPage ? goingOn(next.blocks, last?.blocks.at(-1)) : next?.blocks
  const pictures = [...(article.pictures ?? []), ...(rest.pictures ?? [])]
  const oldAddresses = [...(article.oldAddresses ?? []), ...(rest.oldAddresses ?? [])]
  const printedJump = rest.printedJump ?? article.printedJump
  const printedFrom = article.printedFrom ?? rest.printedFrom
  return {
    ...article,
    ...(printedJump !== undefined && { printedJump }),
    ...(printedFrom !== undefined && { printedFrom }),
    parts: [
      ...article.parts.slice(0, -1),
      ...(last ? [last] : []),
      ...(next && blocks ? [{ ...next, blocks: [...head, ...blocks] }] : []),
      ...others,
    ],
    ...(pictures.length > 0 && { pictures }),
    ...(oldAddresses.length > 0 && { oldAddresses }),
  }
}
