import type { JoinEvidence } from '@/bundle/region'
import { bigramsOf, similarityOf } from '@/text/bigrams'
import { parseReportHead } from '@/text/byline'
import { parseJumpLine } from '@/text/jump-line'
import { isSameLabel } from '@/text/page-label'
import { endsInsideSentence } from '@/text/sentence'
import type { ArticleDraft, PageDraft } from './draft'

/** Two articles of an issue of which the second may be the rest of the first. */
export interface JumpCandidate {
  readonly from: ArticleDraft
  readonly to: ArticleDraft
  readonly evidence: readonly JoinEvidence[]
}

const textOf = ({ blocks }: ArticleDraft): string => blocks.flatMap(({ leaves }) => leaves).join('')
const titleOf = ({ kicker, headline }: ArticleDraft): string => headline ?? kicker ?? ''
const lastTextOf = ({ blocks }: ArticleDraft): string =>
  blocks.findLast(({ kind }) => kind !== 'picture')?.leaves.at(-1) ?? ''
const firstTextOf = ({ blocks }: ArticleDraft): string => blocks.find(({ kind }) => kind !== 'picture')?.leaves[0] ?? ''

const isLikeTitle = (one: string, other: string): boolean =>
  one !== '' && other !== '' && (one.includes(other) || other.includes(one) || similarityOf(one, other) >= 0.5)

/** How many rare pairs of characters two texts must share. */
const enoughRarePairs = 6

/** For each article, the pairs of characters that occur in at most two articles of the issue. */
export const rarePairsOf = (articles: readonly ArticleDraft[]): ReadonlyMap<ArticleDraft, ReadonlySet<string>> => {
  const pairs = new Map(articles.map((article) => [article, bigramsOf(`${titleOf(article)}\n${textOf(article)}`)]))
  const counts = new Map<string, number>()
  for (const own of pairs.values()) for (const pair of own) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return new Map(
    [...pairs].map(([article, own]) => [article, new Set([...own].filter((pair) => (counts.get(pair) ?? 0) <= 2))]),
  )
}

const sharedCount = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((pair) => other.has(pair)).length

/**
 * The evidence that `to` is the rest of `from`; undefined if a printed line contradicts it, or if it is too weak. A
 * line that names the other page is not enough, because every article on that page would match: there must be evidence
 * from both ends, or from one printed line and the text.
 */
export const evidenceFor = (
  from: ArticleDraft,
  to: ArticleDraft,
  pages: readonly PageDraft[],
  rarePairs: ReadonlyMap<ArticleDraft, ReadonlySet<string>>,
): JumpCandidate | undefined => {
  const out = from.parts.at(-1)
  const into = to.parts[0]
  const [fromPage, toPage] = [pages[(out?.page ?? 0) - 1], pages[(into?.page ?? 0) - 1]]
  if (!out || !into || !fromPage || !toPage || fromPage === toPage) return undefined
  const { continuedOn } = out
  const { continuedFrom } = into
  if (!continuedOn && !continuedFrom) return undefined
  if (continuedOn?.label && !isSameLabel(continuedOn.label, toPage.label)) return undefined
  if (continuedFrom?.label && !isSameLabel(continuedFrom.label, fromPage.label)) return undefined

  const namedTitle = parseJumpLine(continuedOn?.text ?? '')?.title ?? parseJumpLine(continuedFrom?.text ?? '')?.title
  const isFresh = parseReportHead(firstTextOf(to)) !== undefined
  const shared = sharedCount(rarePairs.get(from) ?? new Set(), rarePairs.get(to) ?? new Set())
  const fromText: readonly (JoinEvidence | false)[] = [
    endsInsideSentence(lastTextOf(from)) && !isFresh && 'cut-sentence',
    (isLikeTitle(titleOf(from), titleOf(to)) || (namedTitle !== undefined && isLikeTitle(namedTitle, titleOf(to)))) &&
      'shared-title',
    shared >= enoughRarePairs && 'shared-names',
  ]
  const isNamed = Boolean(continuedOn?.label ?? continuedFrom?.label)
  const evidence = [
    continuedOn && 'printed-out',
    continuedFrom && 'printed-in',
    isNamed && 'page-label',
    ...fromText,
  ].filter((one): one is JoinEvidence => Boolean(one))
  const isProven = (continuedOn && continuedFrom) || fromText.some(Boolean)
  return isProven && evidence.length >= 2 ? { from, to, evidence } : undefined
}
