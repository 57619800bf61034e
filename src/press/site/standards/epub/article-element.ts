import type { Block } from '@/bundle/block'
import type { Article, Issue } from '@/bundle/issue'
import { unresolvedJumps } from '@/bundle/jumps'
import { findArticle, findPage, findPicture } from '@/bundle/lookup'
import type { MergedArticle, Seam } from '@/bundle/merge-article'
import { formatPageLabel } from '@/text/page-label'
import { headingOf, languageOf } from '../issue-content'
import { wordsIn, type StandardWords } from '../standard-words'
import { articleHref, articleMark, pageFile, seamMark, type Book } from './book'
import { bookFlow, type BookBlock, type BookRun } from './flow'
import { element, type Xml, type XmlChild } from '../../../xml'

interface Place {
  readonly book: Book
  readonly issue: Issue
  readonly article: Article
  readonly merged: MergedArticle
  readonly words: StandardWords
}

const seamElement = (name: 'span' | 'p', seam: Seam, { article, merged, words }: Place): Xml =>
  element(
    name,
    { class: 'seam', id: seamMark(article, merged.seams.indexOf(seam)) },
    words.seam(formatPageLabel(seam.from.label), formatPageLabel(seam.to.label)),
  )

const tags = { strong: 'strong', emphasis: 'em' } as const

const runChildren = (runs: readonly BookRun[], place: Place): XmlChild[] =>
  runs.map((run) => {
    if ('seam' in run) return seamElement('span', run.seam, place)
    return run.kind ? element(tags[run.kind], {}, run.text) : run.text
  })

const rowsOf = <Cell>(cells: readonly Cell[], columns: number): Cell[][] =>
  Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) => cells.slice(row * columns, (row + 1) * columns))

const tableElement = ({ leaves }: BookBlock, block: Extract<Block, { kind: 'table' }>, place: Place): Xml => {
  const rows = rowsOf(leaves, block.columns)
  const head = block.hasHead ? rows[0] : undefined
  const body = rows.slice(head ? 1 : 0)
  const row = (name: 'th' | 'td', cells: readonly (readonly BookRun[])[]): Xml =>
    element(
      'tr',
      {},
      ...cells.map((cell) => element(name, name === 'th' ? { scope: 'col' } : {}, ...runChildren(cell, place))),
    )
  return element(
    'table',
    {},
    head && element('thead', {}, row('th', head)),
    body.length > 0 && element('tbody', {}, ...body.map((cells) => row('td', cells))),
  )
}

const pictureElement = ({ leaves }: BookBlock, block: Extract<Block, { kind: 'picture' }>, place: Place): Xml => {
  const { book, issue, words } = place
  const picture = book.pictures.get(block.picture)
  const caption = block.leaves[0] ?? ''
  const alt = findPicture(issue, block.picture)?.alt ?? (caption || words.picture)
  const lines = leaves.filter((_, index) => block.leaves[index] !== '')
  return element(
    'figure',
    {},
    picture ? element('img', { src: picture.file, alt }) : element('p', { class: 'note' }, `〔${alt}〕`),
    lines.length > 0 &&
      element(
        'figcaption',
        {},
        ...lines.map((line) => element('span', { class: 'line' }, ...runChildren(line, place))),
      ),
  )
}

const referenceTarget = (
  { article, page }: Extract<Block, { kind: 'reference' }>,
  issue: Issue,
): string | undefined => {
  const found = article && findArticle(issue, article)
  const target = page && findPage(issue, page)
  return (found && articleHref(issue, found)) ?? (target && pageFile(target))
}

const blockElements = (flowBlock: BookBlock, place: Place): Xml[] => {
  const { block, leaves } = flowBlock
  const inside = leaves.map((runs) => runChildren(runs, place))
  const paragraphs = (className?: string): Xml[] => inside.map((runs) => element('p', { class: className }, ...runs))
  switch (block.kind) {
    case 'subhead':
      return [element('h3', {}, ...inside.flat())]
    case 'list':
      return [element(block.ordered ? 'ol' : 'ul', {}, ...inside.map((runs) => element('li', {}, ...runs)))]
    case 'table':
      return [tableElement(flowBlock, block, place)]
    case 'picture':
      return [pictureElement(flowBlock, block, place)]
    case 'quotation':
      return [element('blockquote', {}, ...paragraphs())]
    case 'pull-quote':
      return [element('aside', { class: 'pull-quote' }, ...paragraphs())]
    case 'verse':
      return [element('p', { class: 'verse' }, ...inside.map((runs) => element('span', { class: 'line' }, ...runs)))]
    case 'reference': {
      const target = referenceTarget(block, place.issue)
      return target ? [element('p', {}, element('a', { href: target }, ...inside.flat()))] : paragraphs()
    }
    case 'note':
      return paragraphs('note')
    default:
      return paragraphs()
  }
}

/** The title block as a newspaper sets it. */
const headElement = ({ article, words }: Place): Xml =>
  element(
    'header',
    {},
    article.rubric !== undefined && element('p', { class: 'rubric' }, article.rubric),
    article.kicker !== undefined && element('p', { class: 'kicker' }, article.kicker),
    element('h2', { id: `${articleMark(article)}-title` }, headingOf(article, words)),
    ...(article.deck ?? []).map((line) => element('p', { class: 'deck' }, line)),
    article.byline !== undefined && element('p', { class: 'byline' }, article.byline),
  )

/** An article as it is read: joined, with the places named at which the printed one moves to another page. */
export const articleElement = (book: Book, article: Article): Xml => {
  const { content } = book
  const { issue } = content
  const merged = content.textOf(article)
  const words = wordsIn(issue.lang)
  const place: Place = { book, issue, article, merged, words }
  const { withdrawn } = article
  const { blocks, after } = bookFlow(merged)
  const lang = languageOf(article.lang ?? issue.lang, issue)
  const { on, from } = withdrawn ? {} : unresolvedJumps(issue, article.id)
  return element(
    'article',
    {
      id: articleMark(article),
      'aria-labelledby': `${articleMark(article)}-title`,
      'xml:lang': lang,
      lang,
    },
    headElement(place),
    withdrawn && element('p', { class: 'note' }, words.withdrawn(withdrawn.on), withdrawn.notice),
    from && element('p', { class: 'note' }, words.jumpOriginMissing(from.text)),
    ...blocks.flatMap((block) => [
      ...block.seams.map((seam) => seamElement('p', seam, place)),
      ...blockElements(block, place),
    ]),
    ...after.map((seam) => seamElement('p', seam, place)),
    on && element('p', { class: 'note' }, words.jumpMissing(on.text)),
  )
}
