import { createHash } from 'node:crypto'
import { extname } from 'node:path/posix'
import type { PartName } from '@/bundle/ids'
import type { Issue, Page } from '@/bundle/issue'
import { findPart } from '@/bundle/lookup'
import { tileBox } from '@/bundle/tile-box'
import { tilesIn, type TileLevel } from '@/bundle/tiles'
import { urlAt, type SiteAddress } from '../../site-address'

/** A file of an image service: bytes of a part of the bundle, under the name that viewers ask for. */
export interface ServiceFile {
  /** Below the service's folder. */
  readonly path: string
  readonly part: PartName
}

/** A facsimile as IIIF Image API 3, level 0: files that any static server can give out. */
export interface ImageService {
  /** Its folder below the site's; the name changes with the picture and the site's address. */
  readonly folder: string
  readonly info: object
  readonly files: readonly ServiceFile[]
}

interface Size {
  readonly width: number
  readonly height: number
}

/** A level that shows each pixel of a square of `factor` pixels of the whole picture as one. */
interface ScaledLevel {
  readonly level: TileLevel
  readonly factor: number
}

/** Levels whose sizes are those that viewers work out: the whole picture's, divided by a power of two and rounded up. */
const scaledLevels = (levels: readonly TileLevel[], whole: TileLevel): readonly ScaledLevel[] =>
  levels.flatMap((level) => {
    const factor = 2 ** Math.round(Math.log2(whole.width / level.width))
    const asked = { width: Math.ceil(whole.width / factor), height: Math.ceil(whole.height / factor), side: whole.side }
    // The encoder may have rounded the height down.
    const isAsked =
      level.width === asked.width &&
      level.side === asked.side &&
      level.images.length === tilesIn(asked) &&
      Math.abs(level.height - asked.height) <= 1
    return isAsked ? [{ level, factor }] : []
  })

/** `x,y,w,h/w,h/0/default.webp`: how the Image API names a part of a picture in a size. */
const pathOf = (region: string, { width, height }: Size, ending: string): string =>
  `${region}/${width},${height}/0/default${ending}`

const tilePaths = ({ level, factor }: ScaledLevel, whole: TileLevel, ending: string): readonly ServiceFile[] =>
  level.images.map((part, index) => {
    const { x, y } = tileBox(level, index)
    const region = {
      x: x * factor,
      y: y * factor,
      width: Math.min(level.side * factor, whole.width - x * factor),
      height: Math.min(level.side * factor, whole.height - y * factor),
    }
    const size = { width: Math.ceil(region.width / factor), height: Math.ceil(region.height / factor) }
    const isWhole = level.images.length === 1
    return {
      part,
      path: pathOf(isWhole ? 'full' : `${region.x},${region.y},${region.width},${region.height}`, size, ending),
    }
  })

/** The image service of a page; undefined if its picture has no tiles: then the picture itself is all there is. */
export const imageServiceOf = (issue: Issue, page: Page, address: SiteAddress): ImageService | undefined => {
  const facsimile = page.renditions.find((one) => one.kind === 'facsimile')
  const whole = facsimile?.tiles?.at(-1)
  const [first] = whole?.images ?? []
  if (!facsimile?.tiles || !whole || first === undefined) return undefined
  const levels = scaledLevels(facsimile.tiles, whole)
  const named = [
    urlAt(address, ''),
    `${whole.width} ${whole.height}`,
    ...facsimile.images,
    ...levels.flatMap(({ level }) => level.images),
  ]
  const key = createHash('sha256').update(named.join('\n')).digest('hex').slice(0, 16)
  const folder = `${issue.id}/iiif/page-${page.no}.${key}`
  const ending = extname(first)
  const sizes = facsimile.images.flatMap((part) => {
    const { width, height } = findPart(issue, part) ?? {}
    return width && height && extname(part) === ending ? [{ part, size: { width, height } }] : []
  })
  const format = ending.slice(1)
  return {
    folder,
    info: {
      '@context': 'http://iiif.io/api/image/3/context.json',
      id: urlAt(address, folder),
      type: 'ImageService3',
      protocol: 'http://iiif.io/api/image',
      profile: 'level0',
      width: whole.width,
      height: whole.height,
      sizes: sizes.map(({ size }) => size),
      tiles: [
        { width: whole.side, scaleFactors: levels.map(({ factor }) => factor).sort((one, other) => one - other) },
      ],
      preferredFormats: [format],
      extraFormats: [format],
    },
    files: [
      ...sizes.map(({ part, size }) => ({ part, path: pathOf('full', size, ending) })),
      ...levels.flatMap((level) => tilePaths(level, whole, ending)),
    ],
  }
}
