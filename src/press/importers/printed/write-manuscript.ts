import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import * as v from 'valibot'
import { line } from '@/bundle/paper'
import type { Outline } from '@/bundle/region'
import type { ReadWord } from '../../model/draft'
import type { Report } from '../../report'
import { escapeMarkdown } from '../escape-markdown'
import { drawPage } from './drawn-page'
import { issueYaml } from './issue-yaml'
import { lineOf, some, yamlOf } from './manuscript-yaml'
import { onOneLine } from './one-line'
import { outlinesOfWords } from './outlines'
import { formatPageWords } from './page-words'
import type { MadePicture, PrintedArticle, PrintedBlock, PrintedIssue, PrintedPage, PrintedPart } from './printed-issue'
import type { PictureSize } from './printed-source'

/** An article as the manuscript has it. */
export interface WrittenArticle {
  readonly id: string
  /** Path in the manuscript. */
  readonly file: string
}

/** The files of a manuscript folder by path: texts, and pictures that are copied from the source. */
export interface PrintedManuscript {
  readonly texts: ReadonlyMap<string, string>
  /** Path in the manuscript → path in the source, or a picture that was made. */
  readonly copies: ReadonlyMap<string, string | MadePicture>
  /** Of each file, what it is of: another import may give its name to another article. */
  readonly meanings: ReadonlyMap<string, string>
  /** Of the pictures of pages, pixels. */
  readonly sizes: ReadonlyMap<string, PictureSize>
  readonly articles: ReadonlyMap<PrintedArticle, WrittenArticle>
  /** Of each page, where its articles stand. */
  readonly outlines: readonly (readonly Outline[])[]
  /** Where pages and articles were published → their address here, as `old-addresses.csv` has them. */
  readonly moved: readonly (readonly [from: string, to: string])[]
}

const twoDigits = (no: number): string => String(no).padStart(2, '0')

/** Where a part of an article stands: its outlines, else those of its words. */
export const outlinesOfPart = (
  { outlines, titles, blocks }: PrintedPart,
  page: PrintedPage | undefined,
): readonly Outline[] =>
  outlines.length > 0 || !page
    ? outlines
    : outlinesOfWords(
        [...titles, ...blocks].map(({ words }) => words.map(({ box }) => box)),
        page,
      )

/** A name for each article: the source's id, with a number where others before it have the same. */
export const namesOfArticles = (articles: readonly PrintedArticle[]): readonly string[] => {
  const counts = new Map<string, number>()
  return articles.map(({ sourceId }) => {
    const count = (counts.get(sourceId) ?? 0) + 1
    counts.set(sourceId, count)
    return count === 1 ? sourceId : `${sourceId}#${count}`
  })
}

/** An id that depends on nothing but the source's own, so that the article has it again when the source is read again. */
const idOf = (sourceId: string): string =>
  BigInt(`0x${createHash('sha256').update(sourceId).digest('hex').slice(0, 16)}`)
    .toString(36)
    .padStart(10, '0')
    .slice(-10)

/** The folder of a page: the first has the number 1, whatever is printed on it. */
export const folderOf = (page: number): string => `page-${twoDigits(page + 1)}`

/** Parts that follow each other on one page are one. */
const turnsOf = ({ parts }: PrintedArticle): PrintedPart[] => {
  const turns: PrintedPart[] = []
  for (const part of parts) {
    const last = turns.at(-1)
    if (last?.page !== part.page) turns.push(part)
    else
      turns[turns.length - 1] = {
        page: part.page,
        outlines: [...last.outlines, ...part.outlines],
        blocks: [...last.blocks, ...part.blocks],
        titles: [...last.titles, ...part.titles],
      }
  }
  return turns
}

/** @param isTypeset our own press decides how much stands on each page, so nothing says where the text is cut */
const bodyOf = (parts: readonly PrintedPart[], labelOf: (page: number) => string, isTypeset: boolean): string => {
  let body = ''
  parts.forEach(({ page, blocks }, index) => {
    const shown = blocks.filter(({ text }) => text.trim() !== '')
    const goesOn = shown[0]?.isContinued === true && body !== ''
    if (index > 0 && !isTypeset) body += `${goesOn ? '' : '\n'}<!-- cut: ${labelOf(page)} -->\n`
    shown.forEach(({ kind, text }, at) => {
      const line = escapeMarkdown(onOneLine(text))
      body += `${at === 0 && goesOn ? '' : '\n'}${kind === 'subhead' ? '## ' : ''}${line}\n`
    })
  })
  return body
}

const wordsOf = ({ text, words }: PrintedBlock): ReadWord[] =>
  words.map(({ from, length, box: [x, y, width, height] }) => ({
    text: text.slice(from, from + length),
    box: { x, y, width, height },
  }))

/** What is printed of an article on a page. */
interface Placed {
  readonly sourceId: string
  /** Its file without `.md`. */
  readonly article: string
  readonly headline: string | undefined
  readonly outlines: readonly Outline[]
  readonly words: readonly ReadWord[]
}

/** Writes a manuscript, article by article and page by page. */
class ManuscriptWriter {
  readonly texts = new Map<string, string>()
  readonly copies = new Map<string, string | MadePicture>()
  readonly meanings = new Map<string, string>()
  readonly sizes = new Map<string, PictureSize>()
  readonly articles = new Map<PrintedArticle, WrittenArticle>()
  readonly moved: (readonly [string, string])[] = []
  readonly #onPage: Placed[][]
  /** How many articles there are on a page. */
  readonly #counts = new Map<number, number>()
  /** Pages with articles that have a weight, and of them those that have their lead. */
  readonly #weighed: ReadonlySet<number | undefined>
  readonly #led = new Set<number>()

  constructor(
    readonly issue: PrintedIssue,
    readonly report: Report,
  ) {
    this.#onPage = issue.pages.map(() => [])
    this.#weighed = new Set(issue.articles.flatMap(({ weight, parts }) => (weight ? [parts[0]?.page] : [])))
  }

  get outlines(): readonly (readonly Outline[])[] {
    return this.#onPage.map((placed) => placed.flatMap(({ outlines }) => outlines))
  }

  #write(path: string, content: string, meaning: string): void {
    this.texts.set(path, content)
    this.meanings.set(path, meaning)
  }

  #copy(path: string, from: string | MadePicture, meaning: string): void {
    this.copies.set(path, from)
    this.meanings.set(path, meaning)
  }

  #labelOf(page: number): string {
    return this.issue.pages[page]?.label ?? String(page + 1)
  }

  #moveFrom(addresses: readonly string[] | undefined, to: string): void {
    const { date } = this.issue
    if (date !== undefined) for (const from of addresses ?? []) this.moved.push([from, `${date}/${to}`])
  }

  #weightOf({ kind, weight }: PrintedArticle, page: number): 'lead' | PrintedArticle['weight'] {
    if (kind !== 'news' || !this.#weighed.has(page) || this.#led.has(page)) return weight
    this.#led.add(page)
    return 'lead'
  }

  /** @param own the name that only this article has */
  addArticle(article: PrintedArticle, own: string): void {
    const parts = turnsOf(article)
    const [first] = parts
    const page = first && this.issue.pages[first.page]
    if (!first || !page) return
    const no = (this.#counts.get(first.page) ?? 0) + 1
    this.#counts.set(first.page, no)
    const folder = folderOf(first.page)
    const weight = this.#weightOf(article, first.page)
    const name = `${twoDigits(no)}-${article.kind === 'news' ? (weight ?? 'news') : article.kind}`
    const file = `${folder}/${name}.md`
    if (own !== article.sourceId) this.report.add('same-source-id', { file }, { id: article.sourceId })
    const id = idOf(own)
    this.articles.set(article, { id, file })
    const outlines = new Map<string, readonly Outline[]>()
    for (const part of parts) {
      const label = this.#labelOf(part.page)
      const there = outlinesOfPart(part, this.issue.pages[part.page])
      if (there.length > 0) outlines.set(label, [...(outlines.get(label) ?? []), ...there])
      this.#onPage[part.page]?.push({
        sourceId: own,
        article: `${folder}/${name}`,
        headline: article.headline,
        outlines: there,
        words: [...part.titles, ...part.blocks].flatMap(wordsOf),
      })
    }
    const pictures = (article.pictures ?? []).map(({ file: from, caption, credit, alt }, at) => {
      const source = typeof from === 'string' ? from : from.name
      const to = `pictures/${typeof from === 'string' ? `${name}-${at + 1}${posix.extname(from).toLowerCase()}` : source}`
      this.#copy(`${folder}/${to}`, from, `picture ${source} of ${own}`)
      return { file: to, caption: lineOf(caption), credit: lineOf(credit), alt: lineOf(alt) }
    })
    const isTypeset = page.isWithoutLayout === true
    const deck = (article.deck ?? []).flatMap((line) => lineOf(line) ?? [])
    const front = yamlOf({
      id,
      source: v.is(line, article.sourceId) ? article.sourceId : undefined,
      rubric: lineOf(article.rubric),
      kicker: lineOf(article.kicker),
      headline: lineOf(article.headline),
      deck: deck.length > 1 ? deck : deck[0],
      byline: lineOf(article.byline),
      kind: article.kind === 'news' ? undefined : article.kind,
      weight,
      banner: article.isUnderBanner === true ? true : undefined,
      pictures: some(pictures),
      printed_jump: lineOf(article.printedJump),
      printed_from: lineOf(article.printedFrom),
      continues_on: isTypeset ? some(parts.slice(1).map(({ page }) => this.#labelOf(page))) : undefined,
      outlines: outlines.size > 0 ? Object.fromEntries(outlines) : undefined,
    })
    const body = bodyOf(parts, (page) => this.#labelOf(page), isTypeset)
    this.#write(file, `---\n${front}---\n${body}`, `article ${own}`)
    this.#moveFrom(article.oldAddresses, `${first.page + 1}/${id}`)
  }

  addPage(index: number): void {
    const page = this.issue.pages[index]
    if (!page) return
    const folder = folderOf(index)
    const head = { label: page.label, name: lineOf(page.name), banner: lineOf(page.banner) }
    const placed = this.#onPage[index] ?? []
    this.#moveFrom(page.oldAddresses, String(index + 1))
    const { picture: source } = page
    const name = typeof source === 'object' ? source.name : source
    const meaning = `page ${page.oldAddresses?.[0] ?? name ?? String(index + 1)}`
    if (page.isWithoutLayout) return this.#write(`${folder}/page.yaml`, yamlOf(head), meaning)
    const picture = name === undefined ? 'page.svg' : `page${posix.extname(name).toLowerCase()}`
    if (source === undefined) {
      this.report.add('page-drawn', { file: `${folder}/${picture}`, page: index + 1 }, { page: page.label })
      this.#write(`${folder}/${picture}`, drawPage(page, placed), meaning)
    } else this.#copy(`${folder}/${picture}`, source, meaning)
    this.sizes.set(`${folder}/${picture}`, { width: page.width, height: page.height })
    this.#write(`${folder}/page.yaml`, yamlOf({ ...head, picture }), meaning)
    const words = placed.filter((one) => one.words.length > 0)
    const named = words.map(({ article, sourceId }) => `${article}=${sourceId}`).join(', ')
    if (words.length > 0) this.#write(`${folder}/words.txt`, formatPageWords(words), `words of ${named}`)
  }

  /** issue.yaml comes last: it makes a manuscript of the folder. */
  addIssue(): void {
    this.#write('issue.yaml', issueYaml(this.issue), 'issue')
  }
}

/**
 * Makes a manuscript folder of a printed issue: pages with their pictures, articles with their outlines, and the places of the words. A page
 * without picture is drawn from its words; one without layout is left to the typesetter.
 */
export const writePrintedManuscript = (issue: PrintedIssue, report: Report): PrintedManuscript => {
  const writer = new ManuscriptWriter(issue, report)
  const names = namesOfArticles(issue.articles)
  issue.articles.forEach((article, index) => writer.addArticle(article, names[index] ?? article.sourceId))
  issue.pages.forEach((_, index) => writer.addPage(index))
  writer.addIssue()
  const { texts, copies, meanings, sizes, articles, outlines, moved } = writer
  return { texts, copies, meanings, sizes, articles, outlines, moved }
}
