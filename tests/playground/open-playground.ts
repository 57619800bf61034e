import type { Block } from '@/bundle/block'
import type { Page } from '@/bundle/issue'
import { mergeArticle, type MergedArticle } from '@/bundle/merge-article'
import type { PagePart } from '@/bundle/page-part'
import { leavesOf } from '@/bundle/article-text'
import type { IssueSource, OpenIssue } from '@/reader/issue/issue-source'

/** An issue with the text of all its pages, and what no issue is likely to have all at once. */
export interface PlaygroundMaterial {
  readonly opened: OpenIssue
  readonly partOf: (page: Page) => PagePart
  /** @returns undefined where the pieces of the article do not fit together */
  readonly mergedOf: (article: string) => MergedArticle | undefined
  /** An article with a block of every kind that carries text alone. */
  readonly everyBlock: MergedArticle
}

const everyBlock: readonly Block[] = [
  {
    kind: 'paragraph',
    leaves: ['段落：版面是编辑部排好的顺序，读者从第一条看起。Latin words and 2026 stand between.'],
  },
  { kind: 'subhead', leaves: ['小标题'] },
  { kind: 'quotation', leaves: ['引文：字字都在，行行都在。'] },
  { kind: 'pull-quote', leaves: ['大字摘出的一句话，放在栏中。'] },
  { kind: 'verse', leaves: ['上一行', '下一行'] },
  { kind: 'note', leaves: ['编者按：这是编辑部的话。'] },
  { kind: 'list', ordered: false, leaves: ['甲项', '乙项'] },
  { kind: 'list', ordered: true, leaves: ['第一项', '第二项'] },
  { kind: 'table', columns: 2, hasHead: true, leaves: ['项目', '数目', '版', '8', '篇', '59'] },
  { kind: 'reference', leaves: ['详见第5版'] },
]

export const openPlayground = async (source: IssueSource, id: string): Promise<PlaygroundMaterial> => {
  const { signal } = new AbortController()
  const opened = await source.open(id, signal)
  const { issue } = opened
  const parts = new Map(
    await Promise.all(issue.pages.map(async (page) => [page.no, await opened.page(page, signal)] as const)),
  )
  const partOf = (page: Page): PagePart => {
    const part = parts.get(page.no)
    if (!part) throw new Error(`page ${page.no} is not open`)
    return part
  }
  const text = leavesOf(everyBlock)
  return {
    opened,
    partOf,
    mergedOf: (article) => {
      const found = issue.articles.find((one) => one.id === article)
      return found && mergeArticle(issue, found.id, partOf)
    },
    everyBlock: {
      blocks: everyBlock,
      marks: [
        { kind: 'strong', from: text[0]?.from ?? 0, to: 2 },
        { kind: 'emphasis', from: 3, to: 5 },
      ],
      seams: [],
    },
  }
}
