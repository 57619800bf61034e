import { extentOf } from '@/bundle/article-text'
import type { Block } from '@/bundle/block'
import { parseJumpLine, splitLeadingJump, splitTrailingJump } from '@/text/jump-line'
import type { ArticleDraft, PartDraft } from './draft'
import { jumpLineOf } from './jump-line-of'
import type { Pass } from './pass'

const withText = (block: Block, text: string): Block[] => (text === '' ? [] : [{ ...block, leaves: [text] }])

/** Shifts offsets after `removed` characters were taken from the beginning of the article. */
const shiftBack = (article: ArticleDraft, removed: number, extent: number): Pick<ArticleDraft, 'marks' | 'parts'> => {
  const moved = (at: number): number => Math.min(extent, Math.max(0, at - removed))
  return {
    marks: article.marks.map(({ kind, from, to }) => ({ kind, from: moved(from), to: moved(to) })),
    parts: article.parts.map((part) => ({
      ...part,
      ...(part.range && { range: [moved(part.range[0]), moved(part.range[1])] as const }),
    })),
  }
}

const firstText = (blocks: readonly Block[]): number => blocks.findIndex(({ kind }) => kind !== 'picture')
const lastText = (blocks: readonly Block[]): number => blocks.findLastIndex(({ kind }) => kind !== 'picture')

/** An article without its printed jump lines, and those lines as printed. */
interface Lifted {
  readonly article: ArticleDraft
  readonly on?: string
  readonly from?: string
}

/** Takes jump lines from the title block: papers print them there too, and websites put them into the author field. */
const liftFromFields = (article: ArticleDraft): Lifted => {
  const { deck = [], byline, ...rest } = article
  const printed = [...deck, ...(byline ? [byline] : [])].map((text) => ({ text, jump: parseJumpLine(text) }))
  const isText = (text: string): boolean => {
    const direction = printed.find((one) => one.text === text)?.jump?.direction
    return direction !== 'on' && direction !== 'from'
  }
  const on = printed.find(({ jump }) => jump?.direction === 'on')?.text
  const from = printed.find(({ jump }) => jump?.direction === 'from')?.text
  const keptDeck = deck.filter(isText)
  return {
    article: { ...rest, ...(keptDeck.length > 0 && { deck: keptDeck }), ...(byline && isText(byline) && { byline }) },
    ...(on && { on }),
    ...(from && { from }),
  }
}

/** Takes jump lines from the very end of the text (…、（下接二版）) and from its very beginning (－－本文接第一版－－). */
const liftFromText = (article: ArticleDraft): Lifted => {
  const { blocks } = article
  const head = firstText(blocks)
  const first = blocks[head]
  const leading = first?.kind === 'paragraph' ? splitLeadingJump(first.leaves[0] ?? '') : undefined
  const afterHead =
    leading && first ? [...blocks.slice(0, head), ...withText(first, leading.text), ...blocks.slice(head + 1)] : blocks
  const end = lastText(afterHead)
  const last = afterHead[end]
  const trailing = last?.kind === 'paragraph' ? splitTrailingJump(last.leaves[0] ?? '') : undefined
  const kept =
    trailing && last
      ? [...afterHead.slice(0, end), ...withText(last, trailing.text), ...afterHead.slice(end + 1)]
      : afterHead
  if (kept === blocks) return { article }
  return {
    article: {
      ...article,
      ...shiftBack(article, extentOf(blocks) - extentOf(afterHead), extentOf(kept)),
      blocks: kept,
    },
    ...(trailing && { on: trailing.line }),
    ...(leading && { from: leading.line }),
  }
}

/** Moves jump lines that stand in an article's text or title block to its parts, as evidence. [B11] */
export const liftJumpLines: Pass = (draft) => ({
  ...draft,
  articles: draft.articles.map((given) => {
    const fields = liftFromFields(given)
    const text = liftFromText(fields.article)
    const on = text.on ?? fields.on
    const from = text.from ?? fields.from
    const { article } = text
    const parts = article.parts.map((part, index): PartDraft => ({
      ...part,
      ...(from && index === 0 && { continuedFrom: jumpLineOf(from, draft.pages) }),
      ...(on && index === article.parts.length - 1 && { continuedOn: jumpLineOf(on, draft.pages) }),
    }))
    return { ...article, parts }
  }),
})
