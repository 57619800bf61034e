import * as v from 'valibot'
import { extentOf } from '@/bundle/article-text'
import type { Block } from '@/bundle/block'
import { articleId, issueId, pictureId, type ArticleId } from '@/bundle/ids'
import { formatIssueKey } from '@/bundle/issue-key'
import type { ArticleDraft, IssueDraft, PageDraft, PictureDraft, Weight } from '../../model/draft'
import { giveIds, idBook, type IdBook, emptyIdBook } from '../../model/id-book'
import type { Report } from '../../report'
import type { BodyBlock } from './article-body'
import { readArticleFile, type ArticleFile } from './article-file'
import { partsOfFile, type IssuePages } from './article-parts'
import { weightsOf } from './article-weights'
import { reportDamage } from './damaged-text'
import { contentsDraft, earsOf, ownContentsOf, ownContentsSource, type EarsWish } from './ears'
import { articleFilesOf, issuesBelow, type ManuscriptFiles } from './manuscript-files'
import { pageNamed, readPages } from './read-pages'
import { readPaper } from './read-paper'
import { issueRecord } from './records'
import { reportUnreadFiles } from './unread-files'
import { readRecord } from './yaml-record'

/** A manuscript as a draft, and the id book to write back. */
export interface ReadManuscript {
  readonly draft: IssueDraft
  readonly ids: IdBook
  /** Ids of articles that ids.yaml had before. */
  readonly knownIds: ReadonlySet<string>
}

/** The ids assigned so far. A book that can't be read stops the build, because otherwise new ids would be assigned. */
const readIdBook = (files: ManuscriptFiles, report: Report): IdBook => {
  const text = files.texts.get('ids.yaml')
  return (text && readRecord({ text, file: 'ids.yaml', isOwn: true }, idBook, report)?.value) || emptyIdBook
}

/** How a text begins: enough to recognise it after its file was renamed. */
const openingOf = ({ record, body }: ArticleFile): string =>
  `${record.value.headline ?? ''}${body.blocks.flatMap(({ leaves }) => leaves).join('')}`.slice(0, 40)

/** The id in an article's front matter, if it is valid. */
const ownIdOf = ({ record, file }: ArticleFile, report: Report): string | undefined => {
  const { id } = record.value
  if (id === undefined || v.is(articleId, id)) return id
  report.add(
    'bad-value',
    { file, line: record.lineOf('id') },
    { key: 'id', reason: 'an id has 3 to 16 characters from a–z and 0–9' },
  )
  return undefined
}

const reportClashes = (articles: readonly ArticleFile[], idOf: ReadonlyMap<string, string>, report: Report): void => {
  const first = new Map<string, ArticleFile>()
  for (const article of articles) {
    const id = idOf.get(article.source) ?? ''
    const other = first.get(id)
    if (other)
      report.add('duplicate-id', { file: article.file, line: article.record.lineOf('id') }, { id, other: other.file })
    else first.set(id, article)
  }
}

/** The number that counts, and the printed form where it says more: 4821-4823, 0031. */
const numberOf = (printed: string): { readonly no: number; readonly hasForm: boolean } => {
  const no = Number.parseInt(printed, 10)
  return { no: Math.max(1, no), hasForm: String(no) !== printed }
}
const serialNumbersOf = (printed: string) => {
  const { no, hasForm } = numberOf(printed)
  return { serialNo: no, ...(hasForm && { serialNoPrinted: printed }) }
}
const issueNumbersOf = (printed: string) => {
  const { no, hasForm } = numberOf(printed)
  return { issueNo: no, ...(hasForm && { issueNoPrinted: printed }) }
}

/** What the draft of an article needs to know about its issue. */
interface IssueContext extends IssuePages {
  readonly lang: string
  readonly weightOf: (article: ArticleFile) => Weight
  readonly articleOf: (source: string) => ArticleId | undefined
  readonly pictureOf: (file: string) => PictureDraft['id']
}

const blockOf = (block: BodyBlock, file: string, context: IssueContext, report: Report): Block => {
  if (block.kind === 'picture')
    return { kind: 'picture', picture: context.pictureOf(block.use.file), leaves: block.leaves }
  if (block.kind !== 'reference') return block
  const { target, leaves, line } = block
  const page = 'page' in target ? context.pageNamed(target.page)?.no : undefined
  const article = 'article' in target ? context.articleOf(target.article) : undefined
  if (page === undefined && article === undefined)
    report.add('unknown-reference', { file, line }, { target: 'page' in target ? target.page : target.article })
  return { kind: 'reference', leaves, ...(page && { page }), ...(article && { article }) }
}

const articleDraftOf = (
  article: ArticleFile,
  own: PageDraft,
  id: ArticleId,
  context: IssueContext,
  report: Report,
): ArticleDraft => {
  const { record, body, file } = article
  const blocks = body.blocks.map((block) => blockOf(block, file, context, report))
  const {
    kind = 'news',
    banner = false,
    place,
    columns,
    box,
    writing,
    lang,
    rubric,
    kicker,
    headline,
    deck,
    byline,
    withdrawn,
  } = record.value
  return {
    id,
    place: { file, page: own.no },
    kind,
    weight: context.weightOf(article),
    isUnderBanner: banner,
    ...((place || columns) && { wish: { ...(place && { place }), ...(columns && { columns }) } }),
    ...(box && { box: box === 'line' ? 'box' : box }),
    ...(writing === 'vertical' && { isVertical: true }),
    ...(lang && { lang }),
    ...(rubric && { rubric }),
    ...(kicker && { kicker }),
    ...(headline && { headline }),
    ...(deck && { deck }),
    ...(byline && { byline }),
    ...(withdrawn && { withdrawn }),
    blocks,
    marks: body.marks,
    parts: partsOfFile(article, own, extentOf(blocks), context, report),
  }
}

/** All pictures used by articles, without duplicates. */
const pictureDrafts = (
  articles: readonly ArticleFile[],
  files: ManuscriptFiles,
  idOf: ReadonlyMap<string, string>,
): PictureDraft[] => {
  const drafts = new Map<string, PictureDraft>()
  for (const block of articles.flatMap(({ body }) => body.blocks)) {
    if (block.kind !== 'picture') continue
    const { file, alt } = block.use
    const found = files.pictures.get(file)
    if (!found || 'reason' in found) continue
    const id = v.parse(pictureId, idOf.get(file))
    drafts.set(file, { id, file, width: found.width, height: found.height, ...(alt && { alt }) })
  }
  return [...drafts.values()]
}

/**
 * Turns the files of a manuscript into the draft of an issue. All problems are reported with file and line; undefined
 * if paper.yaml or issue.yaml is not valid.
 */
export const readManuscript = (files: ManuscriptFiles, report: Report): ReadManuscript | undefined => {
  const issues = issuesBelow(files)
  if (issues.length > 0 && !files.texts.has('issue.yaml')) {
    report.add('several-issues', { file: '.' }, { issues: issues.join(', ') })
    return undefined
  }
  reportDamage(files, report)
  const paper = readPaper(files, report)
  const issue = readRecord({ text: files.texts.get('issue.yaml') ?? '', file: 'issue.yaml' }, issueRecord, report)
  const folders = readPages(files, report)
  reportUnreadFiles(files, report)
  const pages = folders.map(({ page }) => page)
  const articles = folders.flatMap(({ folder, page }) =>
    articleFilesOf(files, folder).flatMap((file) => readArticleFile(file, page.no, files, report) ?? []),
  )
  if (!paper || !issue) return undefined

  const {
    date,
    edition,
    edition_name: editionName = edition,
    revision = 1,
    published_at: publishedAt,
    lang,
    ...masthead
  } = issue.value
  const id = v.parse(issueId, edition ? `${date}-${edition}` : date)
  const book = readIdBook(files, report)
  const seed = formatIssueKey({ paper: paper.paper.id, issue: id })
  const weights = weightsOf(articles)
  const weightOf = (article: ArticleFile): Weight => weights.get(article) ?? 'standard'
  const earsWish: EarsWish = { record: issue, pages, articles, weightOf, sheet: paper.sheet }
  const inContents = ownContentsOf(earsWish)
  const given = giveIds(
    book.articles,
    [
      ...articles.map((article) => {
        const own = ownIdOf(article, report)
        return { source: article.source, opening: openingOf(article), ...(own && { own }) }
      }),
      ...(inContents.length > 0 ? [{ source: ownContentsSource }] : []),
    ],
    seed,
  )
  reportClashes(articles, given.idOf, report)
  const pictureFiles = articles.flatMap(({ body }) =>
    body.blocks.flatMap((block) => (block.kind === 'picture' ? [block.use.file] : [])),
  )
  const givenPictures = giveIds(
    book.pictures,
    [...new Set(pictureFiles)].map((source) => ({ source })),
    seed,
  )
  const articleOf = (source: string): ArticleId | undefined => {
    const found = given.idOf.get(source)
    return found === undefined ? undefined : v.parse(articleId, found)
  }
  const context: IssueContext = {
    lang: lang ?? paper.paper.lang,
    weightOf,
    articleOf,
    pictureOf: (file) => v.parse(pictureId, givenPictures.idOf.get(file)),
    pages,
    pageNamed: (name) => pageNamed(folders, name),
  }
  const { lunar_date: lunarDate, serial_no: serialNo, issue_no: issueNo, ears: _, ...plain } = masthead
  const contentsId = inContents.length > 0 ? articleOf(ownContentsSource) : undefined
  const contents = contentsId && contentsDraft(contentsId, inContents, { pages, lang: context.lang, idOf: articleOf })
  const ears = earsOf(earsWish, contents, articleOf, report)
  return {
    draft: {
      ...paper,
      id,
      date,
      ...(editionName && { edition: editionName }),
      revision,
      ...(publishedAt && { publishedAt }),
      lang: context.lang,
      place: { file: 'issue.yaml' },
      masthead: {
        ...plain,
        ...(lunarDate && { lunarDate }),
        ...(serialNo && serialNumbersOf(serialNo)),
        ...(issueNo && issueNumbersOf(issueNo)),
      },
      pages,
      ...(ears.length > 0 && { ears }),
      articles: [
        ...articles.flatMap((article) => {
          const own = pages[article.page - 1]
          const articleIdGiven = articleOf(article.source)
          return own && articleIdGiven ? [articleDraftOf(article, own, articleIdGiven, context, report)] : []
        }),
        ...(contents ? [contents] : []),
      ],
      pictures: pictureDrafts(articles, files, givenPictures.idOf),
    },
    ids: { articles: given.entries, pictures: givenPictures.entries },
    knownIds: new Set(Object.keys(book.articles)),
  }
}
