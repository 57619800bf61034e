import type { FoundArticle, FoundPart, TitleRun } from '../articles/found-articles'
import type { Ledger } from '../ledger'
import type { FreeTitle, PageWords } from './free-titles'
import type { TitleMatches } from './match-titles'
import { articleGap, longestQuotingSubhead, longestSubhead } from './thresholds'
import type { TitleBlock } from './title-block'
import type { ReadBlock, TitledArticle } from './titled-article'

/** What is known about the titles of a page when the articles are put together. */
export interface TitlePlacement extends TitleMatches {
  readonly freeTitles: readonly FreeTitle[]
  readonly words: PageWords
  readonly ledger: Ledger
}

/** One of the articles that a found article is split into. */
type Section = Pick<TitledArticle, 'title' | 'blocks' | 'order'>

const foldedLines = (lines: TitleRun): string => lines.map(({ folded }) => folded).join('')

/** What a title among paragraphs is, if no other article took it. `orphan`: a title without a text. */
const roleOf = (title: FreeTitle, article: FoundArticle, { text }: PageWords): 'subhead' | 'article' | 'orphan' => {
  const folded = foldedLines(title.lines)
  const isQuoted = folded.length > longestQuotingSubhead && text.includes(folded)
  if (!title.isFollowed || (isQuoted && !title.isFlush)) return 'orphan'
  const widest = Math.max(...article.parts.map((part) => (part.kind === 'paragraph' ? part.gap : 0)))
  return title.isBlock || (title.lines[0]?.gap ?? 0) > Math.max(widest, articleGap - 1) ? 'article' : 'subhead'
}

/** Closes a title without a text: it repeats words of a text, or a person must place it. */
const closeOrphan = (lines: TitleRun, { words, ledger }: TitlePlacement): void => {
  for (const { clipping, folded } of lines)
    if (words.text.includes(folded))
      ledger.close('ocr-removed-twin', [clipping], {
        text: ledger.quote(clipping),
        at: ledger.positionOf(clipping),
        twin: 'the same words in an article',
      })
    else ledger.closeUnplaced(clipping)
}

const subheadsOf = (lines: TitleRun, { ledger }: TitlePlacement): readonly ReadBlock[] =>
  lines.map(({ clipping, folded }) => {
    if (folded.length > longestSubhead)
      ledger.note('ocr-doubtful', clipping, {
        text: ledger.quote(clipping),
        reason: 'a long line read as a subhead',
      })
    return { kind: 'subhead', clipping }
  })

const addBlocks = (sections: readonly Section[], blocks: readonly ReadBlock[]): readonly Section[] =>
  sections.map((section, at) =>
    at === sections.length - 1 ? { ...section, blocks: [...section.blocks, ...blocks] } : section,
  )

/** The sections with one part more. A title block that no other article took begins another section. */
const withPart = (
  before: readonly Section[],
  part: FoundPart,
  { article, ...placement }: TitlePlacement & { readonly article: FoundArticle },
): readonly Section[] => {
  if (part.kind === 'paragraph') return addBlocks(before, [{ kind: 'paragraph', clipping: part.clipping }])
  const run = new Set(part.run)
  return placement.freeTitles
    .filter((title) => title.lines.every((line) => run.has(line)) && !placement.articleOf.has(title))
    .reduce((sections, title) => {
      const role = roleOf(title, article, placement.words)
      if (role === 'subhead') return addBlocks(sections, subheadsOf(title.lines, placement))
      if (role === 'orphan') closeOrphan(title.lines, placement)
      const order = title.lines[0]?.order ?? article.order
      return role === 'article' ? [...sections, { title: title.block, blocks: [], order }] : sections
    }, before)
}

/** A found article with its title. A title block among its paragraphs may begin another article. */
export const splitArticle = (
  article: FoundArticle,
  title: TitleBlock,
  placement: TitlePlacement,
): readonly TitledArticle[] => {
  const { titles: _titles, parts, jump, ...rest } = article
  const first: Section = { title, blocks: [], order: article.order }
  const sections = parts.reduce<readonly Section[]>(
    (before, part) => withPart(before, part, { ...placement, article }),
    [first],
  )
  return sections.map((section, at) => ({
    ...(at === 0 ? rest : { signatures: [] }),
    ...section,
    ...(at === sections.length - 1 && jump && { jump }),
  }))
}
