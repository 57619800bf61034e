import { mergeBlocks } from '@/bundle/article-text'
import type { Article, Issue, Page } from '@/bundle/issue'
import { partsOf, type PlacedPart } from '@/bundle/jumps'
import { articlesOn } from '@/bundle/lookup'
import type { MergedArticle } from '@/bundle/merge-article'
import type { PagePart, Piece } from '@/bundle/page-part'

/** What a page has of an article, as one text. */
export interface TextOnPage {
  readonly article: Article
  readonly text: MergedArticle
  /** The pages that it comes from and goes on to. */
  readonly before: Page | undefined
  readonly after: Page | undefined
}

/** The article's parts on the page, in groups that follow each other with no other page in between. */
const groupsOn = (parts: readonly PlacedPart[], page: Page): PlacedPart[][] => {
  const groups: PlacedPart[][] = []
  for (const part of parts.filter((one) => one.page === page)) {
    const group = groups.at(-1)
    if (group?.at(-1)?.index === part.index - 1) group.push(part)
    else groups.push([part])
  }
  return groups
}

const pieceOf = ({ pieces }: PagePart, { region }: PlacedPart): Piece | undefined =>
  pieces.find(({ article, range }) => article === region.article && range[0] === region.range[0])

const textOfGroup = (group: readonly PlacedPart[], part: PagePart): MergedArticle => {
  const pieces = group.flatMap((one) => pieceOf(part, one) ?? [])
  const continued = pieces[0]?.blocks[0]?.continued
  return {
    from: group[0]?.region.range[0] ?? 0,
    blocks: mergeBlocks(pieces.map(({ blocks }) => blocks)).map((block, index) =>
      index === 0 && continued ? { ...block, continued } : block,
    ),
    marks: pieces.flatMap(({ marks = [] }) => marks),
    seams: [],
  }
}

/** The text of a page, article by article in the order of the page. An article that leaves the page and returns to it is there twice. */
export const textsOn = (issue: Issue, page: Page, part: PagePart): TextOnPage[] =>
  articlesOn(issue, page).flatMap((article) => {
    const parts = partsOf(issue, article.id)
    return groupsOn(parts, page).map((group): TextOnPage => {
      const [first, last] = [group[0]?.index ?? 0, group.at(-1)?.index ?? 0]
      return {
        article,
        text: textOfGroup(group, part),
        before: parts[first - 1]?.page,
        after: parts[last + 1]?.page,
      }
    })
  })
