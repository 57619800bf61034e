import type { ArticleKind } from '@/bundle/issue'
import type { WordBox } from '../../printed/printed-issue'
import type { SourceArticle, SourceIssue, NamedPiece, PieceRole } from '../source-issue'
import type { PackageReader } from '../package-reader'
import { PageBuilder } from '../pages/page-builder'
import { findPicture, finishPage } from '../pages/read-pages'
import type { SourcePage, UnscaledPage } from '../pages/source-page'
import { readDate } from '../read-date'
import { readLanguage } from '../read-language'
import { openTree } from '../xml/report-xml'
import { allWithin, childrenOf, valueOf, type XmlElement } from '../xml/xml-tree'
import { joinEntities } from './olive-chains'
import { addOliveWords, oliveBox, unescapedName } from './olive-words'

/** An article, advert or picture on one page, in a file of its own. */
interface Entity {
  readonly article: SourceArticle
  readonly to: string | undefined
  readonly from: string | undefined
}

const kindOf = (type: string): ArticleKind => {
  if (/^ad/i.test(type)) return 'advert'
  return /^pic|^photo|^image/i.test(type) ? 'picture' : 'news'
}

/** `HedLine_hl1` is the headline, `HedLine_hl2` stands under it, `Kicker` and `Byline` are what they say. */
const roleOf = (name: string): PieceRole => {
  if (/^hedline(?:_hl1)?$/i.test(name)) return 'headline'
  if (/^hedline_hl\d|^deck|^subhead/i.test(name)) return 'deck'
  if (/kicker|overline/i.test(name)) return 'kicker'
  return /byline|author/i.test(name) ? 'byline' : 'paragraph'
}

/** Primitives may lie in groups inside their element. */
const addPrimitives = (
  element: XmlElement,
  page: PageBuilder,
  number: number,
  id: string,
  pieces: NamedPiece[],
): void => {
  const role = roleOf(element.name)
  for (const primitive of allWithin(element, 'Primitive')) {
    const own = valueOf(primitive, 'ID') ?? `${id}-${String(pieces.length)}`
    page.open('TextBlock', own, oliveBox(primitive))
    addOliveWords(page, primitive)
    page.close()
    pieces.push({ role, places: [{ page: number, begin: own }] })
  }
  for (const picture of allWithin(element, 'Img')) {
    const own = valueOf(picture, 'ID') ?? `${id}-${String(pieces.length)}`
    page.open('Illustration', own, oliveBox(picture))
    page.close()
    pieces.push({ role: 'picture', places: [{ page: number, begin: own }] })
  }
}

const nameIn = (entity: XmlElement, listed: XmlElement): string | undefined => {
  const meta = childrenOf(entity, 'Meta')[0]
  const name = (meta && valueOf(meta, 'NAME')) ?? valueOf(listed, 'NAME')
  return name === undefined || name === '' ? undefined : unescapedName(name)
}

const entityOf = (root: XmlElement, listed: XmlElement, path: string, page: PageBuilder, number: number): Entity => {
  const id = valueOf(root, 'ID') ?? valueOf(listed, 'ID') ?? path
  const pieces: NamedPiece[] = []
  for (const element of root.children) addPrimitives(element, page, number, id, pieces)
  const title = nameIn(root, listed)
  return {
    article: {
      id,
      kind: kindOf(valueOf(root, 'ENTITY_TYPE') ?? valueOf(listed, 'ENTITY_TYPE') ?? ''),
      pieces,
      file: path,
      line: root.line,
      ...(title === undefined ? {} : { title }),
    },
    to: valueOf(root, 'CONTINUATION_TO') ?? valueOf(listed, 'CONTINUATION_TO'),
    from: valueOf(root, 'CONTINUATION_FROM') ?? valueOf(listed, 'CONTINUATION_FROM'),
  }
}

interface ListedPage {
  readonly listed: XmlElement
  readonly section: XmlElement
  readonly page: UnscaledPage
}

const numberOf = (name: string, of: XmlElement | undefined): number => Number((of && valueOf(of, name)) ?? Number.NaN)
const sizeOf = (listed: XmlElement): readonly [number, number] => [
  numberOf('PAGE_WIDTH', listed),
  numberOf('PAGE_HEIGHT', listed),
]

const holdsAll = ({ listed, page }: ListedPage, ratio: number): boolean => {
  const [width, height] = sizeOf(listed)
  const isInside = (box: WordBox | undefined): boolean =>
    box === undefined || (box[0] + box[2] <= width * ratio * 1.01 && box[1] + box[3] <= height * ratio * 1.01)
  return page.blocks.every(({ box }) => isInside(box)) && page.words.every(({ box }) => isInside(box))
}

/** Sizes of pages are told at a lower resolution than places: the first at which all pages hold what is on them is right. */
const ratioOf = (pages: readonly ListedPage[], meta: XmlElement | undefined): number => {
  const images = numberOf('IMAGES_RESOLUTION', meta)
  const ratios = [1, images / numberOf('SOURCE_RESOLUTION', meta), images / numberOf('PAGE_THUMBNAIL_RESOLUTION', meta)]
  return ratios.find((ratio) => pages.every((page) => holdsAll(page, ratio))) ?? Number.NaN
}

/** Olive's XMD with PRXML: a table of contents, and a file for each entity with its words. */
export const readOlive = async (source: PackageReader, path: string, toc: XmlElement): Promise<SourceIssue> => {
  const meta = allWithin(toc, 'Meta')[0]
  const listedPages: ListedPage[] = []
  const entities: Entity[] = []
  for (const section of allWithin(toc, 'Section'))
    for (const listed of childrenOf(section, 'Page')) {
      const builder = new PageBuilder({ width: Number.NaN, height: Number.NaN })
      for (const entity of allWithin(listed, 'Entity')) {
        const href = valueOf(entity, 'HREF') ?? `/${valueOf(entity, 'ID') ?? ''}`
        const file = source.find(`Document${href}.xml`, path)
        if (file === undefined) {
          source.report.add('import-file-missing', source.placeOf(path, entity.line), { name: `Document${href}.xml` })
          continue
        }
        const root = await openTree(source, file)
        if (root) entities.push(entityOf(root, entity, file, builder, listedPages.length))
      }
      listedPages.push({ listed, section, page: builder.finish(1) })
    }
  const ratio = ratioOf(listedPages, meta)
  const pages: SourcePage[] = []
  for (const { listed, section, page } of listedPages) {
    const name = unescapedName(valueOf(section, 'NAME') ?? '')
    const label = valueOf(listed, 'PAGE_LABEL') ?? valueOf(listed, 'PAGE_NO') ?? String(pages.length + 1)
    const found = await findPicture(source, imagesOf(listed), path)
    const facts = { label, ...(/^(?:none)?$/i.test(name) ? {} : { name }), ...found }
    const [width, height] = sizeOf(listed)
    pages.push(finishPage(source, path, { ...page, width: width * ratio, height: height * ratio }, facts))
  }
  const articles = joinEntities(entities, source)
  const dates = [meta && valueOf(meta, 'BASE_HREF'), valueOf(toc, 'RELEASE_NO'), valueOf(toc, 'ISSUE_DATE')]
  const date = dates.map((text) => readDate(text ?? '')).find((one) => one !== undefined)
  const lang = readLanguage(valueOf(toc, 'LANGUAGE') ?? '')
  const name = unescapedName(valueOf(toc, 'PUBLICATION_DESCRIPTION') || valueOf(toc, 'PUBLICATION') || '')
  return {
    paper: { ...(name === '' ? {} : { name }), ...(lang === undefined ? {} : { lang }) },
    pages,
    articles: articles.length === 0 ? undefined : articles,
    ...(date === undefined ? {} : { date }),
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

const imagesOf = (page: XmlElement): string[] => {
  const id = valueOf(page, 'ID') ?? ''
  const folder = folderOf(valueOf(page, 'HREF') ?? '')
  return id === ''
    ? []
    : ['png', 'jpg', 'jpeg', 'tif', 'jp2'].flatMap((ending) => [
        `Document${folder}${id}.${ending}`,
        `Document${folder}Img/${id}.${ending}`,
      ])
}
