import { createHash } from 'node:crypto'
import { mergeBlocks } from '@/bundle/article-text'
import type { Block } from '@/bundle/block'
import type { Article, Issue, Page, Picture } from '@/bundle/issue'
import { partsOf } from '@/bundle/jumps'
import { findPicture } from '@/bundle/lookup'
import type { PagePart } from '@/bundle/page-part'
import { articlesFrom } from '../standards/issue-content'
import { wordsIn } from '../standards/standard-words'
import { briefOf } from './brief'

/** What is said of an article elsewhere: in the head of its page, in feeds, on its card. */
export interface ArticleSummary {
  readonly article: Article
  /** The page on which it begins; its address is the article's. */
  readonly page: Page
  /** The beginning of its text; of a withdrawn article, the notice. Empty if there is no text. */
  readonly brief: string
  /** Its first picture. */
  readonly picture?: Picture
  /** Changes if and only if something of the article changes that a reader can see. */
  readonly digest: string
}

/** Text that reads on, unlike a caption, a table or a subhead. */
const runningText: ReadonlySet<Block['kind']> = new Set(['paragraph', 'quotation', 'list', 'verse', 'later'])

const briefOfBlocks = (blocks: readonly Block[]): string => {
  const leavesWhere = (wanted: (block: Block) => boolean): string[] =>
    blocks.filter(wanted).flatMap(({ leaves }) => leaves)
  return briefOf(leavesWhere(({ kind }) => runningText.has(kind))) || briefOf(leavesWhere(() => true))
}

/** 本文已于2026年11月25日撤回。 and what the paper says about it. */
const noticeOf = ({ on, notice }: NonNullable<Article['withdrawn']>, lang: string): string =>
  `${wordsIn(lang).withdrawn(on)}${notice}`

/**
 * Every article of an issue in reading order: page by page, each on the page where it begins.
 * @throws BundleError of `readPage`
 */
export const summariesOf = async (
  issue: Issue,
  readPage: (page: Page) => Promise<PagePart>,
): Promise<readonly ArticleSummary[]> => {
  const parts = new Map<Page, PagePart>()
  for (const page of issue.pages) parts.set(page, await readPage(page))
  return issue.pages.flatMap((page) =>
    articlesFrom(issue, page).map((article): ArticleSummary => {
      const placed = partsOf(issue, article.id)
      const pieces = [...new Set(placed.map((part) => part.page))].flatMap((own) =>
        (parts.get(own)?.pieces ?? []).filter((piece) => piece.article === article.id),
      )
      const inOrder = pieces.sort((a, b) => a.range[0] - b.range[0])
      const blocks = mergeBlocks(inOrder.map((piece) => piece.blocks))
      const id = blocks.find((block) => block.kind === 'picture')?.picture
      const picture = id && findPicture(issue, id)
      return {
        article,
        page,
        brief: article.withdrawn ? noticeOf(article.withdrawn, issue.lang) : briefOfBlocks(blocks),
        ...(picture && !article.withdrawn && { picture }),
        digest: createHash('sha256')
          .update(JSON.stringify([article, blocks, picture?.images]))
          .digest('hex')
          .slice(0, 16),
      }
    }),
  )
}
