import { isTraditional } from '@/text/language'
import type { ArticleId } from '@/bundle/ids'
import type { Block } from '@/bundle/block'
import type { ArticleDraft, EarDraft, PageDraft, SheetFormat, Weight } from '../../model/draft'
import type { Report } from '../../report'
import { said, type Reason } from '../../findings/chinese/reasons'
import type { ArticleFile } from './article-file'
import type { IssueRecord } from './records'
import type { YamlRecord } from './yaml-record'

/** Where ids.yaml keeps the id of the contents that the press writes: no file has this name. */
export const ownContentsSource = 'contents'

/** Contents of fewer pages say nothing; more entries don't fit beside a nameplate. */
const [leastPages, mostEntries] = [3, 8]
/** A paper of few pages has two entries a page. */
const fewPages = 4

/** Everything that decides what stands beside the nameplate. */
export interface EarsWish {
  readonly record: YamlRecord<IssueRecord>
  readonly pages: readonly PageDraft[]
  readonly articles: readonly ArticleFile[]
  readonly weightOf: (article: ArticleFile) => Weight
  readonly sheet: SheetFormat
}

const isContents = ({ record: { value } }: ArticleFile): boolean => value.kind === 'contents'

/** Why a paper has no place for ears; undefined if it has. */
const obstacleOf = ({ pages, sheet }: EarsWish): Reason | undefined => {
  if (sheet.isVertical) return said('ears: the masthead of a paper of vertical lines stands in a corner')
  return pages[0]?.picture ? said('ears: page one is a printed page, which is shown as it is') : undefined
}

/** The files that issue.yaml names; undefined if it leaves it to the press. */
const askedFor = ({ record, articles }: EarsWish, report: Report): readonly ArticleFile[] | undefined => {
  const { ears } = record.value
  if (!ears || ears.every((name) => name === 'none')) return ears && []
  const onFront = articles.filter(({ page }) => page === 1)
  const asked = ears.flatMap((name, index) => {
    const bare = name.replace(/\.md$/, '')
    const found = onFront.find(({ source }) => source === bare || source.endsWith(`/${bare}`))
    if (!found) report.add('unknown-ear', { file: 'issue.yaml', line: record.lineOf('ears', index) }, { name })
    return found ?? []
  })
  return [...new Set(asked)]
}

/** The weightiest titled news articles of each page but the first, if the press is to write contents of them. */
export const ownContentsOf = (wish: EarsWish): readonly ArticleFile[] => {
  const { record, pages, articles, weightOf } = wish
  const hasContents = articles.some((article) => article.page === 1 && isContents(article))
  if (record.value.ears || hasContents || obstacleOf(wish)) return []
  const ranks: readonly Weight[] = ['lead', 'second', 'standard', 'brief']
  const isEntry = ({ record: { value } }: ArticleFile): boolean =>
    value.headline !== undefined && (value.kind ?? 'news') === 'news' && !value.withdrawn
  const byPage = pages
    .slice(1)
    .map(({ no }) =>
      articles
        .filter((article) => article.page === no && isEntry(article))
        .sort((a, b) => ranks.indexOf(weightOf(a)) - ranks.indexOf(weightOf(b))),
    )
    .filter((own) => own.length > 0)
  const each = byPage.length <= fewPages ? 2 : 1
  return byPage.length < leastPages ? [] : byPage.flatMap((own) => own.slice(0, each)).slice(0, mostEntries)
}

/** 今日导读: what stands on the other pages, as an article of page one. */
export const contentsDraft = (
  id: ArticleId,
  leads: readonly ArticleFile[],
  { pages, lang, idOf }: { pages: readonly PageDraft[]; lang: string; idOf: (source: string) => ArticleId | undefined },
): ArticleDraft | undefined => {
  const [front] = pages
  if (!front) return undefined
  return {
    id,
    place: { file: 'issue.yaml' },
    kind: 'contents',
    weight: 'brief',
    isUnderBanner: false,
    headline: isTraditional(lang) ? '今日導讀' : '今日导读',
    blocks: leads.map(({ page, source, record: { value } }): Block => {
      const article = idOf(source)
      const label = pages[page - 1]?.label ?? String(page)
      return { kind: 'reference', leaves: [`${label}版　${value.headline ?? ''}`], ...(article && { article }) }
    }),
    marks: [],
    parts: [{ page: front.no }],
  }
}

/**
 * What stands beside the nameplate: what issue.yaml names; else the contents of page one; else what the press writes.
 *
 * @param own the contents that the press wrote
 */
export const earsOf = (
  wish: EarsWish,
  own: ArticleDraft | undefined,
  idOf: (source: string) => ArticleId | undefined,
  report: Report,
): readonly EarDraft[] => {
  const asked = askedFor(wish, report)
  const obstacle = obstacleOf(wish)
  if (obstacle) {
    if (asked && asked.length > 0)
      report.add('place-not-kept', { file: 'issue.yaml', line: wish.record.lineOf('ears') }, { reason: obstacle })
    return []
  }
  if (own) return [{ article: own.id, isAsked: false }]
  const contents = wish.articles.find(
    (article) => article.page === 1 && isContents(article) && article.record.value.place === undefined,
  )
  return (asked ?? (contents ? [contents] : [])).flatMap(({ source }) => {
    const article = idOf(source)
    return article ? [{ article, isAsked: asked !== undefined }] : []
  })
}
