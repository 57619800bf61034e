import type { ArticleKind } from '@/bundle/issue'
import type { FoundArticle, FoundIssue, Piece, PieceRole } from '../found-issue'
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
  readonly article: FoundArticle
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
const addPrimitives = (element: XmlElement, page: PageBuilder, number: number, id: string, pieces: Piece[]): void => {
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
  const pieces: Piece[] = []
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

/** The page's size is told at a lower resolution than its places: the first of the two that holds all words is right. */
const sizedPage = (page: UnscaledPage, listed: XmlElement, meta: XmlElement | undefined): UnscaledPage => {
  const number = (name: string, of: XmlElement | undefined = meta): number =>
    Number((of && valueOf(of, name)) ?? Number.NaN)
  const [width, height] = [number('PAGE_WIDTH', listed), number('PAGE_HEIGHT', listed)]
  const images = number('IMAGES_RESOLUTION')
  const ratios = [1, images / number('SOURCE_RESOLUTION'), images / number('PAGE_THUMBNAIL_RESOLUTION')]
  const right = page.words.reduce((most, { box }) => Math.max(most, box[0] + box[2]), 0)
  const bottom = page.words.reduce((most, { box }) => Math.max(most, box[1] + box[3]), 0)
  const ratio = ratios.find((one) => width * one >= right * 0.99 && height * one >= bottom * 0.99)
  return ratio === undefined
    ? { ...page, width: Number.NaN, height: Number.NaN }
    : { ...page, width: width * ratio, height: height * ratio }
}

/** Olive's XMD with PRXML: a table of contents, and a file for each entity with its words. */
export const readOlive = async (source: PackageReader, path: string, toc: XmlElement): Promise<FoundIssue> => {
  const meta = allWithin(toc, 'Meta')[0]
  const pages: SourcePage[] = []
  const entities: Entity[] = []
  for (const section of allWithin(toc, 'Section').filter((one) => childrenOf(one, 'Page').length > 0))
    for (const listed of childrenOf(section, 'Page')) {
      const number = pages.length
      const builder = new PageBuilder({ width: Number.NaN, height: Number.NaN })
      for (const entity of allWithin(listed, 'Entity')) {
        const href = valueOf(entity, 'HREF') ?? `/${valueOf(entity, 'ID') ?? ''}`
        const file = source.find(`Document${href}.xml`, path)
        if (file === undefined) {
          source.report.add('import-file-missing', source.placeOf(path, entity.line), { name: `Document${href}.xml` })
          continue
        }
        const root = await openTree(source, file)
        if (root) entities.push(entityOf(root, entity, file, builder, number))
      }
      const name = unescapedName(valueOf(section, 'NAME') ?? '')
      const label = valueOf(listed, 'PAGE_LABEL') ?? valueOf(listed, 'PAGE_NO') ?? String(number + 1)
      const found = await findPicture(source, imagesOf(listed), path)
      const facts = { label, ...(/^(?:none)?$/i.test(name) ? {} : { name }), ...found }
      pages.push(finishPage(source, path, sizedPage(builder.finish(1), listed, meta), facts))
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

const imagesOf = (page: XmlElement): string[] => {
  const id = valueOf(page, 'ID') ?? ''
  const folder = (valueOf(page, 'HREF') ?? '').replace(/[^/]*$/, '')
  return id === ''
    ? []
    : ['png', 'jpg', 'jpeg', 'tif', 'jp2'].flatMap((ending) => [
        `Document${folder}${id}.${ending}`,
        `Document${folder}Img/${id}.${ending}`,
      ])
}
