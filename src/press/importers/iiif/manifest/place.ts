import * as v from 'valibot'
import type { WordBox } from '../../printed/printed-issue'
import { listOf } from './lists'
import { decodeResource } from './resource'
import { svgBounds } from './svg-bounds'
import { text } from './fields'

/** An area of a canvas: in the canvas's own units, or in hundredths of its sides. */
export interface CanvasArea {
  readonly unit: 'canvas' | 'percent'
  readonly box: WordBox
}

/** Where something stands. Without an area that is the canvas, and nothing more is known. */
export interface CanvasPlace {
  readonly canvas: string
  readonly area?: CanvasArea
  /** A selector that gives no area, as it is written. */
  readonly unread?: string
}

const number = String.raw`\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?)\s*`
const fragment = new RegExp(
  `(?:^|[#&?])xywh=(pixel:|percent:)?${[number, number, number, number].join(',')}(?:$|&)`,
  'iu',
)

const areaOf = (unit: CanvasArea['unit'], values: readonly (string | undefined)[]): CanvasArea | undefined => {
  const [x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN] = values.map(Number)
  const box: WordBox = [x, y, width, height]
  return box.every(Number.isFinite) && width > 0 && height > 0 ? { unit, box } : undefined
}

/** `xywh=10,20,300,400`, `#xywh=percent:5,5,90,90`; undefined for what is none, or has no size. */
export const readFragment = (text: string): CanvasArea | undefined => {
  if (text.length > 1000) return undefined
  const [, unit, ...values] = fragment.exec(text) ?? []
  return areaOf(unit?.toLowerCase() === 'percent:' ? 'percent' : 'canvas', values)
}

/** The region of an image request: `10,20,300,400`, `pct:5,5,90,90`. */
const readRegion = (region: string): CanvasArea | undefined => {
  const [, unit, ...values] =
    new RegExp(`^(pct:)?${[number, number, number, number].join(',')}$`, 'iu').exec(region.slice(0, 200)) ?? []
  return areaOf(unit === undefined ? 'canvas' : 'percent', values)
}

const selector = v.object({
  type: text,
  '@type': text,
  value: text,
  chars: text,
  region: text,
  default: v.optional(v.unknown()),
  item: v.optional(v.unknown()),
  items: v.optional(v.unknown()),
})

/** What a selector without an area is called in words. */
const nameOf = ([first]: readonly unknown[]): string => {
  if (typeof first === 'string') return first.slice(0, 80)
  const decoded = v.safeParse(selector, first)
  const { type = '', '@type': oldType = '', value = '' } = decoded.success ? decoded.output : {}
  return [type, oldType, value].join(' ').trim().slice(0, 80) || 'a selector'
}

/** Selectors inside one another, as a choice has them; more are none. */
const deepest = 4

const areaIn = (value: unknown, depth = 0): CanvasArea | undefined => {
  if (typeof value === 'string') return readFragment(value)
  const decoded = v.safeParse(selector, value)
  if (!decoded.success || Array.isArray(value)) return undefined
  const { value: own, chars, region, default: chosen, item, items } = decoded.output
  const written = own ?? chars
  const area =
    (written === undefined ? undefined : /<|\bd=/u.test(written) ? areaOfSvg(written) : readFragment(written)) ??
    (region === undefined ? undefined : readRegion(region))
  if (area || depth >= deepest) return area
  return firstArea([...listOf(chosen), ...listOf(item), ...listOf(items)], depth + 1)
}

const firstArea = (values: readonly unknown[], depth: number): CanvasArea | undefined => {
  for (const value of values.slice(0, 16)) {
    const area = areaIn(value, depth)
    if (area) return area
  }
  return undefined
}

const areaOfSvg = (svg: string): CanvasArea | undefined => {
  const box = svgBounds(svg)
  return box && { unit: 'canvas', box }
}

/** `https://…/canvas/1#xywh=…` in its two halves. */
const placeOfAddress = (address: string): CanvasPlace => {
  const [, canvas, written] = /^([^#]*)#(.*xywh=.*)$/su.exec(address) ?? []
  if (canvas === undefined || written === undefined) return { canvas: address }
  const area = readFragment(`#${written}`)
  return { canvas, ...(area ? { area } : { unread: written.slice(0, 80) }) }
}

/**
 * Where an item of a range or a target of an annotation stands: an address with a fragment, a canvas, or a canvas with a selector. Undefined
 * if it names nothing.
 */
export const readPlace = (value: unknown): CanvasPlace | undefined => {
  const [first] = listOf(value)
  const target = decodeResource(first)
  if (!target) return undefined
  const [source] = [...target.source, ...target.full]
  const address = source === undefined ? target.id : decodeResource(source)?.id
  if (address === undefined) return undefined
  const place = placeOfAddress(address)
  if (target.selector.length === 0) return place
  const area = firstArea(target.selector, 0)
  if (area) return { canvas: place.canvas, area }
  return { ...place, unread: nameOf(target.selector) }
}

/** Pixels or units of a canvas. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** The area on a page, cut at its edges; undefined if nothing of it lies on the page. */
export const boxOnPage = (
  { unit, box: [x, y, width, height] }: CanvasArea,
  canvas: Size,
  page: Size,
): { readonly box: WordBox; readonly isCut: boolean } | undefined => {
  const [across, down] = unit === 'percent' ? [100, 100] : [canvas.width, canvas.height]
  const edges = [x / across, y / down, (x + width) / across, (y + height) / down]
  const inside = (share: number | undefined, most: number): number =>
    Math.round(Math.min(1, Math.max(0, share ?? 0)) * most)
  const [left, top] = [inside(edges[0], page.width), inside(edges[1], page.height)]
  const [right, bottom] = [inside(edges[2], page.width), inside(edges[3], page.height)]
  if (right <= left || bottom <= top) return undefined
  // A hair beyond the edge is the rounding of whoever wrote it.
  const isCut = edges.some((share) => share < -0.002 || share > 1.002)
  return { box: [left, top, right - left, bottom - top], isCut }
}

/** How much of its canvas an area covers, from 0 to 1. */
export const shareOf = (area: CanvasArea, canvas: Size | undefined): number => {
  const found = boxOnPage(area, canvas ?? { width: 1, height: 1 }, { width: 1000, height: 1000 })
  if (!found || (area.unit === 'canvas' && !canvas)) return 0
  return (found.box[2] * found.box[3]) / 1_000_000
}
