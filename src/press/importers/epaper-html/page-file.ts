import { dateIn, isArticleName, isPageName, numberInName, resolved } from './addresses'
import { attributeOf, findAll, findFirst, linkText, readHtml, textOf, type HtmlElement, type HtmlNode } from './html'
import { propertiesOf } from './properties'
import type { EpaperProfile } from './profile'

/** A place that a page's picture leads from: corners in pixels of the picture as the site shows it. */
export interface EpaperArea {
  /** Path of the article's file. */
  readonly article: string
  readonly corners: readonly number[]
}

/** A link to an article or a page, as a path. */
export interface EpaperLink {
  readonly path: string
  readonly text: string
}

/** What a saved page of an issue says. */
export interface EpaperPage {
  readonly file: string
  readonly label?: string
  readonly name?: string
  readonly paper?: string
  readonly date?: string
  /** The picture that the areas lie on: address as written, and the size that the site shows it in. */
  readonly picture?: { readonly src: string; readonly width?: number; readonly height?: number }
  readonly areas: readonly EpaperArea[]
  readonly articles: readonly EpaperLink[]
  readonly pages: readonly EpaperLink[]
  /** Address of its PDF, as written. */
  readonly pdf?: string
}

/** A page's label and name as lists of pages say them: “第A01版：头版”, “01版:要闻”, “A01： 头版”. */
export const labelAndName = (text: string): { readonly label?: string; readonly name?: string } => {
  const [, label, name = ''] =
    /^第? ?([A-Za-zＡ-Ｚ]{0,5}\d{1,3}) ?(?:版|[:：]) ?[:：]? ?(.{0,60})$/u.exec(
      text.trim().replaceAll('\u3000', ' '),
    ) ?? []
  return { ...(label && { label }), ...(name && { name }) }
}

const shapes = /^(?:rect(?:angle)?|poly(?:gon)?)$/iu
const mostCorners = 500

/** Corners of an `<area>`; a rectangle has two. Undefined for a shape that is none, as circles are. */
const cornersOf = (area: HtmlElement): number[] | undefined => {
  const numbers = (attributeOf(area, 'coords') ?? '').split(/[\s,;]+/u).flatMap((one) => {
    const value = Number.parseFloat(one)
    return Number.isFinite(value) ? [value] : []
  })
  const shape = attributeOf(area, 'shape') ?? ''
  if (shape !== '' && !shapes.test(shape.trim())) return undefined
  // An odd number of coordinates happens: the last is dropped.
  const even = numbers.slice(0, Math.min(2 * mostCorners, numbers.length - (numbers.length % 2)))
  const [left = 0, top = 0, right = 0, bottom = 0] = even
  if (even.length === 4) return [left, top, right, top, right, bottom, left, bottom]
  return even.length >= 6 ? even : undefined
}

const pixels = (value: string | undefined): number | undefined => {
  const number = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/u.exec(value ?? '')?.[1]
  return number === undefined || Number(number) === 0 ? undefined : Number(number)
}

const styled = (element: HtmlElement, what: 'width' | 'height'): string | undefined =>
  new RegExp(`(?:^|;)\\s*${what}\\s*:\\s*([^;]+)`, 'iu').exec(attributeOf(element, 'style') ?? '')?.[1]

const sizeOf = (image: HtmlElement) => {
  const width = pixels(attributeOf(image, 'width')) ?? pixels(styled(image, 'width'))
  const height = pixels(attributeOf(image, 'height')) ?? pixels(styled(image, 'height'))
  return { ...(width && { width }), ...(height && { height }) }
}

const linksIn = (root: HtmlNode, selectors: readonly string[], file: string): EpaperLink[] =>
  selectors
    .flatMap((selector) => findAll(selector, root))
    .flatMap((link) => {
      const path = resolved(attributeOf(link, 'href') ?? attributeOf(link, 'data-href') ?? '', file)
      return path === undefined ? [] : [{ path, text: linkText(link) }]
    })

/**
 * One link to each file: the first whose text says what is wanted, at its place. A page is linked to as “next”, too, before the list of pages
 * that has its name.
 */
const once = (links: readonly EpaperLink[], says: (text: string) => boolean = (text) => text !== ''): EpaperLink[] => {
  const texts = new Map<string, string>()
  for (const { path, text } of links) {
    const known = texts.get(path)
    if (known !== undefined && (says(known) || !says(text))) continue
    texts.delete(path)
    texts.set(path, text)
  }
  return [...texts].map(([path, text]) => ({ path, text }))
}
const saysLabel = (text: string): boolean => labelAndName(text).label !== undefined

/** Reads the saved page of an issue: its areas, and its links to articles, to other pages and to its PDF. */
export const readPageFile = (file: string, text: string, profile: EpaperProfile): EpaperPage => {
  const root = readHtml(text)
  const properties = propertiesOf(text)
  const areas = findAll('area', root).flatMap((area): EpaperArea[] => {
    const corners = cornersOf(area)
    const article = resolved(attributeOf(area, 'href') ?? '', file)
    return corners && article !== undefined ? [{ article, corners }] : []
  })
  const images = findAll('img', root)
  const named = (profile.page_picture ?? []).flatMap((selector) => findFirst(selector, root) ?? [])
  const mapped = images.find((image) => attributeOf(image, 'usemap') !== undefined)
  const picture = named[0] ?? mapped
  const src = picture && attributeOf(picture, 'src')
  const links = linksIn(root, ['a'], file)
  const pages = once(
    profile.pages ? linksIn(root, profile.pages, file) : links.filter(({ path }) => isPageName(path)),
    saysLabel,
  )
  const names = (profile.page_names ?? []).flatMap((selector) => findAll(selector, root)).map(textOf)
  const own = pages.find(({ path }) => path === file)
  const shown = labelAndName(own?.text ?? '')
  const label = properties.get('pagenum') ?? shown.label ?? numberInName(file)
  const pdfs = (profile.page_pdf ? linksIn(root, profile.page_pdf, file) : []).concat(
    // Lists of pages have a PDF for each: the page's own has its number in the name, or stands alone.
    links.filter(({ path }) => /\.pdf$/iu.test(path)),
  )
  const pdf = pdfOf(pdfs, label)
  const date = dateIn(file) ?? dateIn(properties.get('date') ?? '') ?? dateIn(textOf(root).slice(0, 3000))
  const paper = profile.paper ?? properties.get('papername') ?? titleOf(root)
  return {
    file,
    ...(label && { label }),
    ...(shown.name && { name: shown.name }),
    ...(paper && { paper }),
    ...(date && { date }),
    ...(src && { picture: { src, ...sizeOf(picture) } }),
    areas,
    articles: once(
      profile.articles ? linksIn(root, profile.articles, file) : links.filter(({ path }) => isArticleName(path)),
    ),
    pages: pages.map(({ path, text: own }, index) => ({
      path,
      text: names.length === pages.length ? (names[index] ?? own) : own,
    })),
    ...(pdf && { pdf }),
  }
}

const pdfOf = (links: readonly EpaperLink[], label: string | undefined): string | undefined => {
  const paths = [...new Set(links.map(({ path }) => path))]
  if (paths.length === 1) return paths[0]
  const number = label?.replace(/\D/gu, '').padStart(2, '0')
  const own = paths.filter(
    (path) =>
      (label !== undefined && path.split('/').includes(label)) ||
      (number !== undefined && path.endsWith(`${number}.pdf`)),
  )
  return own.length === 1 ? own[0] : undefined
}

/** 人民日报-人民网 → 人民日报 */
const titleOf = (root: HtmlNode): string | undefined => {
  const title = findFirst('title', root)
  const [name = ''] = title ? textOf(title).split(/[-_—|·\s]/u) : []
  return name.replace(/(?:数字报|电子报|多媒体数字报刊平台)$/u, '') || undefined
}
