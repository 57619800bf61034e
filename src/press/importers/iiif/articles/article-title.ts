import type { ArticleKind } from '@/bundle/issue'
import { parseBylineLine } from '@/text/byline'
import { splitTitle } from '../../mets-alto/articles/told-title'
import { kindOfTitle } from '../../printed/kind-of-title'
import type { PrintedArticle, PrintedBlock, PrintedPart } from '../../printed/printed-issue'
import { untitledKind } from './untitled'

/** Lines above the title: the section and the kicker, each short. */
const [mostAbove, longestAbove] = [2, 60]
/** As long as a title may be. */
const longestTitle = 500

interface FoundTitle {
  /** Lines above it, from the top. */
  readonly above: readonly PrintedBlock[]
  readonly title: PrintedBlock
  /** What follows it. */
  readonly rest: readonly PrintedBlock[]
}

/** Where the title is printed: in the first block, or below one or two short lines. */
const findTitle = (told: string, blocks: readonly PrintedBlock[]): FoundTitle | undefined => {
  for (let at = 0; at <= mostAbove && at < blocks.length; at++) {
    const above = blocks.slice(0, at)
    if (above.some(({ text }) => text.length > longestAbove)) return undefined
    const split = splitTitle(told, blocks[at])
    if (!split?.isTitle || (at > 0 && split.rest)) continue
    return { above, title: split.title, rest: [...(split.rest ? [split.rest] : []), ...blocks.slice(at + 1)] }
  }
  return undefined
}

type Titles = Pick<PrintedArticle, 'kind' | 'rubric' | 'kicker' | 'headline' | 'byline' | 'parts'>

const kindOf = (headline: string | undefined, untitled: ArticleKind | undefined, hasText: boolean): ArticleKind =>
  untitled ?? kindOfTitle(headline ?? '', hasText)

const asTitle = (block: PrintedBlock): PrintedBlock => ({ ...block, kind: 'subhead' })

/**
 * The title that a range gives, taken out of the text if it is printed there with lines above it and a byline below. A label that only says
 * that there is no title tells what kind of article it is.
 */
export const withTitle = (
  told: string | undefined,
  rubric: string | undefined,
  parts: readonly PrintedPart[],
): Titles => {
  const hasText = parts.some(({ blocks }) => blocks.length > 0)
  const at = parts.findIndex(({ blocks }) => blocks.length > 0)
  const first = parts[at]
  const found = told === undefined || !first ? undefined : findTitle(told, first.blocks)
  const untitled = told === undefined || found ? undefined : untitledKind(told)
  const headline = untitled === undefined ? told?.slice(0, longestTitle) : undefined
  const plain = {
    kind: kindOf(headline, untitled, hasText),
    ...(rubric !== undefined && { rubric: rubric.slice(0, 300) }),
    ...(headline !== undefined && { headline }),
    parts,
  }
  if (!found || !first) return plain
  const [kicker, ownRubric] = [found.above.at(-1), found.above.at(-2)]
  const [next, ...others] = found.rest
  const byline = next && parseBylineLine(next.text) ? next : undefined
  const titles = [...found.above, found.title, ...(byline ? [byline] : [])].map(asTitle)
  const changed = { ...first, titles: [...first.titles, ...titles], blocks: byline ? others : found.rest }
  return {
    ...plain,
    ...(ownRubric && { rubric: ownRubric.text }),
    ...(kicker && { kicker: kicker.text }),
    ...(byline && { byline: byline.text }),
    parts: parts.map((part, index) => (index === at ? changed : part)),
  }
}
