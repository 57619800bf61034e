import { extname } from 'node:path/posix'
import { boundsOf } from '@/bundle/geometry'
import type { PageNo, PartName } from '@/bundle/ids'
import type { Issue, Page, Rendition } from '@/bundle/issue'
import { findPart } from '@/bundle/lookup'
import type { Region } from '@/bundle/region'
import { urlAt, type SiteAddress } from '../../site-address'
import { dataPath } from '../../site-paths'
import { languageOf, type IssueContent } from '../issue-content'
import { textPath } from '../standard-paths'
import { pageTitle } from '../standard-words'
import type { ImageService } from './image-api'

/** A picture of a whole page, which the press drew because the bundle has none. */
export interface DrawnPage {
  /** File below the site's folder. */
  readonly path: string
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** What a manifest is made from. */
export interface IiifSource {
  readonly content: IssueContent
  readonly address: SiteAddress
  /** Pictures of typeset pages, as far as they were drawn, the narrowest first. */
  readonly pictures: ReadonlyMap<PageNo, readonly DrawnPage[]>
  /** Facsimiles that viewers can zoom into, as far as they are in the site. */
  readonly services: ReadonlyMap<PageNo, ImageService>
}

/** An image as IIIF describes it. */
export interface IiifImage {
  readonly id: string
  readonly type: 'Image'
  readonly format: string
  readonly width?: number
  readonly height?: number
}

/** A text in one language. */
export const inLanguage = (lang: string, ...values: string[]) => ({ [lang]: values })

const formats: Readonly<Record<string, string>> = {
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
}

const imageOf = (url: string, size: { readonly width?: number; readonly height?: number } = {}): IiifImage => ({
  id: url,
  type: 'Image',
  format: formats[extname(url)] ?? 'image/webp',
  ...(size.width !== undefined && { width: size.width }),
  ...(size.height !== undefined && { height: size.height }),
})

/** A part of the bundle as an image. */
export const partImage = (issue: Issue, name: PartName, address: SiteAddress): IiifImage => {
  const { width, height } = findPart(issue, name) ?? {}
  return imageOf(urlAt(address, `${dataPath}${issue.id}/${name}`), {
    ...(width && { width }),
    ...(height && { height }),
  })
}

/** A page is shown as it was printed, if there is a picture of that; otherwise as the press set it. */
export const shownRendition = ({ renditions }: Page): Rendition | undefined =>
  renditions.find(({ kind }) => kind === 'facsimile') ?? renditions[0]

/** Images of the whole page, the narrowest first; none if it is typeset and was not drawn. */
export const pageImages = ({ content: { issue }, address, pictures }: IiifSource, page: Page): IiifImage[] => {
  const rendition = shownRendition(page)
  return rendition?.kind === 'facsimile'
    ? rendition.images.map((name) => partImage(issue, name, address))
    : (pictures.get(page.no) ?? []).map(({ path, ...size }) => imageOf(urlAt(address, path), size))
}

/** Addresses of things inside a manifest: nothing is found there, they are names. */
export const innerId = (address: SiteAddress, issue: Pick<Issue, 'id'>, path: string): string =>
  urlAt(address, `${issue.id}/iiif/${path}`)
export const canvasId = (address: SiteAddress, issue: Pick<Issue, 'id'>, { no }: Page): string =>
  innerId(address, issue, `canvas/${no}`)

/** The box of one or more outlines as a media fragment, in page units, which are the canvas's own. */
export const fragmentOf = (outlines: Region['outlines']): string => {
  const { x, y, width, height } = boundsOf(outlines)
  return `xywh=${x},${y},${Math.max(1, width)},${Math.max(1, height)}`
}

/** A page as a canvas: its picture, if there is one, and a reference to its text. */
export const canvasOf = (source: IiifSource, page: Page) => {
  const { content, address } = source
  const { issue } = content
  const images = pageImages(source, page)
  const [thumbnail] = images
  const widest = images.at(-1)
  const service = source.services.get(page.no)
  const zoomable = service && { id: urlAt(address, service.folder), type: 'ImageService3', profile: 'level0' }
  const id = canvasId(address, issue, page)
  const { width = 1, height = 1 } = shownRendition(page) ?? {}
  const lang = languageOf(issue.lang, issue)
  return {
    id,
    type: 'Canvas',
    label: inLanguage(lang, pageTitle(page)),
    width,
    height,
    ...(thumbnail && { thumbnail: [thumbnail] }),
    homepage: [
      {
        id: urlAt(address, `${issue.id}/${page.no}`),
        type: 'Text',
        label: inLanguage(lang, pageTitle(page)),
        format: 'text/html',
        language: [lang],
      },
    ],
    items: widest
      ? [
          {
            id: innerId(address, issue, `canvas/${page.no}/painted`),
            type: 'AnnotationPage',
            items: [
              {
                id: innerId(address, issue, `canvas/${page.no}/picture`),
                type: 'Annotation',
                motivation: 'painting',
                body: { ...widest, ...(zoomable && { service: [zoomable] }) },
                target: id,
              },
            ],
          },
        ]
      : [],
    annotations: [{ id: urlAt(address, textPath(issue, page.no)), type: 'AnnotationPage' }],
  }
}
