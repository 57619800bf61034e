import { extentOf } from '@/bundle/article-text'
import type { Block } from '@/bundle/block'
import type { ArticleId } from '@/bundle/ids'
import type { ArticleDraft, IssueDraft, PartDraft } from './draft'
import { assignJumps } from './assign-jumps'
import { evidenceFor, rarePairsOf, type JumpCandidate } from './jump-evidence'
import type { Pass } from './pass'

/** The title printed over a part that began elsewhere, with all its lines. */
const headOf = ({ kicker, headline, deck }: ArticleDraft): string | undefined =>
  [kicker, headline, ...(deck ?? [])].filter(Boolean).join('　') || undefined

const isParagraph = (block: Block | undefined): block is Block => block?.kind === 'paragraph'

/** Joins two texts; a paragraph that was cut inside a sentence becomes one again. */
const joinBlocks = (one: readonly Block[], other: readonly Block[], isCut: boolean): readonly Block[] => {
  const [last, first] = [one.at(-1), other[0]]
  if (!isCut || !isParagraph(last) || !isParagraph(first)) return [...one, ...other]
  const whole = { ...last, leaves: [`${last.leaves[0] ?? ''}${first.leaves[0] ?? ''}`] }
  return [...one.slice(0, -1), whole, ...other.slice(1)]
}

const shifted = (parts: readonly PartDraft[], by: number): PartDraft[] =>
  parts.map((part) => ({ ...part, ...(part.range && { range: [part.range[0] + by, part.range[1] + by] as const }) }))

/** Joins two articles, of which `to` is the rest of `from`. */
const join = (from: ArticleDraft, to: ArticleDraft, { evidence }: JumpCandidate): ArticleDraft => {
  const blocks = joinBlocks(from.blocks, to.blocks, evidence.includes('cut-sentence'))
  const cut = extentOf(blocks) - extentOf(to.blocks)
  const head = headOf(to)
  const [first, ...rest] = shifted(to.parts, cut)
  const byline = [...new Set([from.byline, to.byline].filter(Boolean))].join(' ')
  return {
    ...from,
    ...(byline && { byline }),
    blocks,
    marks: [...from.marks, ...to.marks.map((mark) => ({ ...mark, from: mark.from + cut, to: mark.to + cut }))],
    parts: [
      ...from.parts.map((part, index) =>
        index === from.parts.length - 1 && part.range ? { ...part, range: [part.range[0], cut] as const } : part,
      ),
      ...(first ? [{ ...first, joinedBy: evidence, ...(head && { head }) }, ...rest] : []),
    ],
  }
}

const withReferences = (blocks: readonly Block[], nowOf: ReadonlyMap<ArticleId, ArticleId>): Block[] =>
  blocks.map((block) => {
    const now = block.kind === 'reference' && block.article && nowOf.get(block.article)
    return now ? { ...block, article: now } : block
  })

const candidatesIn = ({ articles, pages }: IssueDraft): JumpCandidate[] => {
  const outs = articles.filter((article) => article.parts.at(-1)?.continuedOn)
  const ins = articles.filter((article) => article.parts[0]?.continuedFrom)
  const rarePairs = rarePairsOf(articles)
  return articles.flatMap((from) =>
    articles.flatMap((to) => {
      if (from === to || !(outs.includes(from) || ins.includes(to))) return []
      return evidenceFor(from, to, pages, rarePairs) ?? []
    }),
  )
}

/**
 * Joins articles that were printed in two parts, if there is evidence from both ends. What only one end suggests is
 * reported as possible, a line that leads nowhere as unresolved. The printed lines are kept. [B11]
 */
export const joinJumps: Pass = (draft, report) => {
  const { joined, possible } = assignJumps(candidatesIn(draft))
  const nextOf = new Map(joined.map((candidate) => [candidate.from, candidate]))
  const absorbed = new Map(joined.map(({ from, to }) => [to, from]))
  const nowOf = new Map<ArticleId, ArticleId>()
  for (const { from, to, evidence } of joined)
    report.add('jump-joined', from.place, {
      line: from.parts.at(-1)?.continuedOn?.text ?? to.parts[0]?.continuedFrom?.text ?? '',
      other: to.place.file,
      evidence: evidence.join(', '),
    })

  const articles = draft.articles.flatMap((article) => {
    if (absorbed.has(article)) return []
    let whole = article
    for (let step = nextOf.get(article); step; step = nextOf.get(step.to)) {
      whole = join(whole, step.to, step)
      nowOf.set(step.to.id, article.id)
    }
    return [whole]
  })

  for (const article of articles) {
    const line = article.parts.at(-1)?.continuedOn?.text ?? article.parts[0]?.continuedFrom?.text
    const isOpen = article.parts.at(-1)?.continuedOn !== undefined || article.parts[0]?.continuedFrom !== undefined
    if (!isOpen || line === undefined) continue
    const choices = possible.filter(({ from, to }) => from.id === article.id || to.id === article.id)
    const others = choices.map(({ from, to }) => (from.id === article.id ? to : from).place.file)
    if (others.length > 0) report.add('jump-possible', article.place, { line, candidates: others.join(', ') })
    else report.add('jump-unresolved', article.place, { line })
  }
  return {
    ...draft,
    articles: articles.map((article) => ({ ...article, blocks: withReferences(article.blocks, nowOf) })),
  }
}
