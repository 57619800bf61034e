import type { RouteLocationRaw } from 'vue-router'
import type { Box } from '@/bundle/geometry'
import type { PartName, PictureId } from '@/bundle/ids'
import type { Issue, Page } from '@/bundle/issue'
import { findPicture, titleOf } from '@/bundle/lookup'
import type { PagePart } from '@/bundle/page-part'
import { boxOf } from '@/bundle/set-runs'
import type { Furniture, Ground } from '@/bundle/setting'
import { routeOf } from '../../location/route-of'
import { jumpRouteOf } from '../jump-route'
import { boxStyle } from '../nominal'
import { layersOf, type ArticleLayer, type LayerFrame, type LayerPlate, type LayerTitle } from '../typeset-layers'
import { drawLines, drawRun } from './draw-lines'
import { element, type DrawnElement } from './drawn-element'
import { typeStyle, type BodyType } from './type-style'

/** Everything that a typeset page is drawn from. */
export interface PageDrawing {
  readonly issue: Issue
  readonly page: Page
  readonly part: PagePart
  readonly hrefOf: (to: RouteLocationRaw) => string
  /** Name of the link of a region that has no headline. */
  readonly regionName: (title: string | undefined) => string
  /**
   * Attributes that bring an image.
   * @param share width of the image as a share of the page
   */
  readonly imageAttributes: (image: DrawnImage, share: number) => Readonly<Record<string, string>>
}

/** An image on a page: a picture of an article, or one part of the issue. */
export type DrawnImage =
  { readonly kind: 'picture'; readonly picture: PictureId } | { readonly kind: 'part'; readonly part: PartName }

const drawGround = ({ role = 'rule', box }: Ground): DrawnElement =>
  element('div', { class: `ground ${role}`, style: boxStyle(boxOf(box)) })

const drawImage = (
  image: DrawnImage,
  attributes: Readonly<Record<string, string>>,
  width: number,
  { page, imageAttributes }: PageDrawing,
): DrawnElement =>
  element('img', {
    ...attributes,
    // Before the source, so that it holds for it.
    decoding: 'async',
    ...(image.kind === 'picture' ? { 'data-picture': image.picture } : { 'data-part': image.part }),
    ...imageAttributes(image, width / (page.renditions[0]?.width ?? width)),
  })

/** Text that belongs to no article, or a jump line: a link, if it leads somewhere. */
const drawFurniture = (
  line: Furniture,
  drawing: PageDrawing,
  { within, to }: { readonly within?: Box; readonly to?: RouteLocationRaw | undefined } = {},
): DrawnElement => {
  const box = boxOf(line.box)
  const isVertical = line.writing === 'vertical'
  const { nameplate } = drawing.issue.masthead
  const names = ['furniture', line.role, ...(isVertical ? ['vertical'] : []), ...(to ? ['jump'] : [])].join(' ')
  const style = [
    boxStyle(box, within),
    typeStyle(line.size, isVertical ? box.width : box.height),
    ...(line.align ? [`text-align:${line.align}`] : []),
    ...(line.spacing !== undefined ? [`letter-spacing:${line.spacing / 1000}em`] : []),
  ].join(';')
  if (to) return element('a', { class: names, style, href: drawing.hrefOf(to), 'data-tap': '' }, [line.text])
  if (line.role === 'nameplate' && nameplate)
    return element('div', { class: names, style }, [
      drawImage({ kind: 'part', part: nameplate }, { alt: line.text }, box.width, drawing),
    ])
  return element('div', { class: names, style }, [line.text])
}

const isHead = ({ role }: LayerTitle): boolean => role === 'headline' || role === 'jump-head'

const drawTitle = (title: LayerTitle, href: string, within: Box): DrawnElement => {
  const attributes = {
    class: `title ${title.role} ${title.face}${title.isVertical ? ' vertical' : ''}`,
    style: `${boxStyle(title, within)};${typeStyle(title.size, title.leading)}`,
  }
  const lines = drawLines(title.lines, { isLoose: true })
  return isHead(title)
    ? element('a', { ...attributes, href, 'data-tap': '' }, lines)
    : element('div', { ...attributes, 'aria-hidden': 'true' }, lines)
}

const drawFrame = (frame: LayerFrame, within: Box, type: BodyType): DrawnElement =>
  element(
    'div',
    {
      class: frame.isVertical ? 'frame vertical' : 'frame',
      style: boxStyle(frame, within),
      'aria-hidden': 'true',
    },
    frame.runs.map((run) => drawRun(run, type)),
  )

const drawPlate = (plate: LayerPlate, within: Box, drawing: PageDrawing, isLargest: boolean): DrawnElement =>
  drawImage(
    { kind: 'picture', picture: plate.picture },
    {
      class: 'plate',
      ...(isLargest && { fetchpriority: 'high' }),
      style: boxStyle(plate, within),
      alt: findPicture(drawing.issue, plate.picture)?.alt ?? '',
    },
    plate.width,
    drawing,
  )

/** Everything of one article: a tap anywhere in it follows its first link. */
const drawArticle = (
  layer: ArticleLayer,
  type: BodyType,
  drawing: PageDrawing,
  largest: LayerPlate | undefined,
): DrawnElement => {
  const { issue, page, hrefOf, regionName } = drawing
  const { article, box } = layer
  const href = hrefOf(routeOf({ view: 'article', issue: issue.id, page: page.no, article: article.id }))
  const cover = element('a', { class: 'cover', href, 'data-tap': '' }, [
    element('span', { class: 'visually-hidden' }, [regionName(titleOf(article))]),
  ])
  return element(
    'section',
    {
      class: 'region',
      style: boxStyle(box),
      lang: article.lang,
      'data-article': article.id,
      'data-tap': '',
    },
    [
      ...(layer.titles.some(isHead) ? [] : [cover]),
      ...layer.plates.map((plate) => drawPlate(plate, box, drawing, plate === largest)),
      ...layer.titles.map((title) => drawTitle(title, href, box)),
      ...layer.frames.map((frame) => drawFrame(frame, box, type)),
      ...layer.jumps.map((jump) =>
        drawFurniture(jump, drawing, { within: box, to: jumpRouteOf(issue, page, article.id, jump.role) }),
      ),
    ],
  )
}

/** The page's dominant picture, which is the last thing that a reader waits for. */
const largestOf = (layers: readonly ArticleLayer[]): LayerPlate | undefined =>
  layers
    .flatMap(({ plates }) => plates)
    .reduce<LayerPlate | undefined>(
      (best, plate) => (best && best.width * best.height >= plate.width * plate.height ? best : plate),
      undefined,
    )

/** A typeset page: rules and tints, then text of no article, then the articles in reading order. */
export const drawPage = (drawing: PageDrawing): DrawnElement[] => {
  const { part, issue } = drawing
  const { setting } = part
  if (!setting) return []
  const { grounds, furniture, articles } = layersOf(setting, part, issue)
  const largest = largestOf(articles)
  return [
    ...grounds.map(drawGround),
    ...furniture.map((line) => drawFurniture(line, drawing)),
    ...articles.map((layer) => drawArticle(layer, setting, drawing, largest)),
  ]
}
