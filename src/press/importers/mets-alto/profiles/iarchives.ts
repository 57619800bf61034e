import type { ArticleKind } from '@/bundle/issue'
import type { WordBox } from '../../printed/printed-issue'
import type { SourceArticle, SourceIssue, NamedPiece } from '../source-issue'
import type { PackageReader } from '../package-reader'
import { PageBuilder } from '../pages/page-builder'
import { findPicture, finishPage } from '../pages/read-pages'
import { boxAround, type SourcePage } from '../pages/source-page'
import { readDate } from '../read-date'
import { openTree } from '../xml/report-xml'
import { allWithin, childrenOf, textWithin, tidy, valueOf, type XmlElement } from '../xml/xml-tree'

/** `l t r b`, moved by a corner. */
const boxOf = (element: XmlElement, [dx, dy]: readonly [number, number] = [0, 0]): WordBox | undefined => {
  const [left, top, right, bottom] = ['l', 't', 'r', 'b'].map((side) => Number(valueOf(element, side) ?? Number.NaN))
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return undefined
  const box: WordBox = [left + dx, top + dy, right - left, bottom - top]
  return box.every(Number.isFinite) && box[2] >= 0 && box[3] >= 0 ? box : undefined
}

interface NodeWord {
  readonly text: string
  readonly boxes: readonly WordBox[]
}

const boxesOf = (node: XmlElement, corner: readonly [number, number] | undefined): WordBox[] =>
  childrenOf(node, 'r')
    .map((one) => boxOf(one, corner))
    .filter((box) => box !== undefined)

/** Words are nodes with one rectangle, or two where a line divides them; the first reading is the likeliest. */
const wordsOf = (nodes: XmlElement, corner?: readonly [number, number]): NodeWord[] =>
  childrenOf(nodes, 'n').flatMap((node) => {
    const text = tidy(childrenOf(node, 'o')[0]?.text ?? '')
    return text === '' ? [] : [{ text, boxes: boxesOf(node, corner) }]
  })

const keyOf = ({ text, boxes }: NodeWord): string => `${text} ${(boxes[0] ?? []).join(' ')}`

/** Two rectangles are the halves of one word, each on its line. */
const addWord = (page: PageBuilder, { text, boxes }: NodeWord): void => {
  const [first, second] = boxes
  if (!first || !second || text.length < 2) return void page.addWord({ text, box: first })
  const share = first[2] / Math.max(1, first[2] + second[2])
  const cut = Math.min(text.length - 1, Math.max(1, Math.round(text.length * share)))
  page.addWord({ text: text.slice(0, cut), box: first, half: 1, whole: text })
  page.newLine()
  page.addWord({ text: text.slice(cut), box: second, half: 2, whole: text })
}

const kindOf = (classification: string): ArticleKind => {
  if (/^ad/i.test(classification)) return 'advert'
  if (/masthead|unclassified|furniture/i.test(classification)) return 'staff'
  if (/obituar|notice|birth|death|marriage/i.test(classification)) return 'notice'
  return /photo|illustration|image|cartoon/i.test(classification) ? 'picture' : 'news'
}

interface PageFile {
  readonly path: string
  readonly root: XmlElement
  readonly builder: PageBuilder
  /** Words that articles have, by text and place, and how often. */
  readonly used: Map<string, number>
  blocks: number
}

const headerOf = (element: XmlElement, name: string): string | undefined => {
  const item = childrenOf(element, 'header-item').find((one) => valueOf(one, 'name') === name)
  const text = tidy(item?.text ?? '')
  return text === '' ? undefined : text
}

/** The images that a page may have: its own file is named as a PDF, which lies beside them. */
const imagesOf = ({ path, root }: PageFile): string[] => {
  const named = valueOf(root, 'image-file') ?? ''
  const stem = path.replace(/^.*\//, '').replace(/\.xml$/i, '')
  return [named, ...['tif', 'tiff', 'jp2', 'jpg', 'png'].map((ending) => `images/${stem}.${ending}`)].filter((one) =>
    /\.(?:tiff?|jp2|jpe?g|png)$/i.test(one),
  )
}

/** Articles of iArchives: their words stand in files of their own, in rectangles that were cut out of pages. */
export const readIArchives = async (source: PackageReader, path: string, unit: XmlElement): Promise<SourceIssue> => {
  const open = async (address: string): Promise<{ path: string; root: XmlElement } | undefined> => {
    const file = source.find(address, path)
    const root = file === undefined ? undefined : await openTree(source, file)
    if (file === undefined) source.report.add('import-file-missing', source.placeOf(path), { name: address })
    return file === undefined || !root ? undefined : { path: file, root }
  }
  const hrefs = (name: string): string[] => allWithin(unit, name).flatMap((one) => valueOf(one, 'href') ?? [])

  const pages: PageFile[] = []
  for (const address of hrefs('page-ref')) {
    const file = await open(address)
    if (!file) continue
    const builder = new PageBuilder({ width: Number.NaN, height: Number.NaN })
    pages.push({ ...file, builder, used: new Map(), blocks: 0 })
  }
  const pageOfFile = new Map(pages.map((page, index) => [page.path, index]))
  const articles: SourceArticle[] = []
  for (const address of hrefs('article-ref')) {
    const file = await open(address)
    if (!file) continue
    const pieces: NamedPiece[] = childrenOf(file.root, 'article-page').flatMap((part) => {
      const number = pageOfFile.get(source.find(valueOf(part, 'href') ?? '', file.path) ?? '')
      const page = number === undefined ? undefined : pages[number]
      return number === undefined || !page ? [] : piecesOf(part, page, number)
    })
    const title = headerOf(file.root, 'headline') ?? headlineIn(file.root)
    const deck = allWithin(file.root, 'article-element')
      .filter((one) => valueOf(one, 'type') === 'subheadline')
      .flatMap((one) => textWithin(one, 'text') ?? [])
    articles.push({
      id: file.path.replace(/^.*\//, '').replace(/\.xml$/i, ''),
      kind: kindOf(valueOf(file.root, 'classification') ?? ''),
      pieces,
      file: file.path,
      line: 1,
      ...(title === undefined ? {} : { title }),
      ...(deck.length === 0 ? {} : { deck }),
    })
  }
  const read: SourcePage[] = []
  for (const [index, page] of pages.entries()) {
    addUnusedWords(page)
    const label = /\d+/.exec(headerOf(page.root, 'page') ?? '')?.[0] ?? String(index + 1)
    const found = await findPicture(source, imagesOf(page), page.path)
    const { width, height } = found.pixels ?? { width: Number.NaN, height: Number.NaN }
    read.push(finishPage(source, page.path, { ...page.builder.finish(1), width, height }, { label, ...found }))
  }
  const date = readDate(headerOf(unit, 'date') ?? '')
  const issueNo = headerOf(unit, 'number')
  const name = valueOf(unit, 'collection-title')
  return {
    paper: { lang: 'en', ...(name === undefined ? {} : { name: tidy(name) }) },
    pages: read,
    articles: articles.length === 0 ? undefined : articles,
    ...(date === undefined ? {} : { date }),
    ...(issueNo === undefined ? {} : { issueNo }),
  }
}

const headlineIn = (article: XmlElement): string | undefined => {
  const element = allWithin(article, 'article-element').find((one) => valueOf(one, 'type') === 'headline')
  return element && textWithin(element, 'text')
}

/** Zones of an article on a page, as blocks of that page. */
const piecesOf = (part: XmlElement, page: PageFile, number: number): NamedPiece[] =>
  childrenOf(part, 'article-clipping').flatMap((clipping) => {
    const corner = boxOf(clipping)
    if (!corner) return []
    return allWithin(clipping, 'zone').map((zone): NamedPiece => {
      const id = `zone-${String(page.blocks++)}`
      const at = [corner[0], corner[1]] as const
      page.builder.open('TextBlock', id, boxOf(zone, at))
      for (const word of childrenOf(zone, 'nodes').flatMap((nodes) => wordsOf(nodes, at))) {
        page.used.set(keyOf(word), (page.used.get(keyOf(word)) ?? 0) + 1)
        addWord(page.builder, word)
      }
      page.builder.close()
      return { role: 'paragraph', places: [{ page: number, begin: id }] }
    })
  })

/** Words of the page that no article has. */
const addUnusedWords = ({ root, builder, used }: PageFile): void => {
  const left = childrenOf(root, 'nodes')
    .flatMap((nodes) => wordsOf(nodes))
    .filter((word) => {
      const times = used.get(keyOf(word)) ?? 0
      if (times > 0) used.set(keyOf(word), times - 1)
      return times === 0
    })
  if (left.length === 0) return
  builder.open('TextBlock', 'rest', boxAround(left.flatMap(({ boxes }) => boxes)))
  for (const word of left) addWord(builder, word)
  builder.close()
}
