import { decodeAnnotation, type Annotation, type Body } from './annotation'
import { shareOf, type Size } from './place'
import { decodeResource, isOfType, resourcesIn, type Resource } from './resource'
import type { TextInLanguage } from './texts'

/** An image that is painted on a canvas. */
export interface PaintedImage {
  /** Its own, and those of its image service. */
  readonly addresses: readonly string[]
  readonly services: readonly string[]
  /** It covers the canvas. */
  readonly isWhole: boolean
}

export interface Canvas {
  readonly id: string
  readonly label: readonly TextInLanguage[]
  /** In its own units. */
  readonly size: Size | undefined
  readonly images: readonly PaintedImage[]
  /** Pages of annotations, or their addresses; they are decoded when they are read. */
  readonly texts: readonly unknown[]
  /** Addresses of files that may be its ALTO, the likeliest first. */
  readonly files: readonly string[]
}

export interface Manifest {
  readonly path: string
  readonly label: readonly TextInLanguage[]
  readonly navDate: string | undefined
  readonly isRightToLeft: boolean
  readonly metadata: readonly unknown[]
  readonly partOf: readonly unknown[]
  readonly canvases: readonly Canvas[]
  /** Ranges, decoded by `readRanges`. */
  readonly structures: readonly unknown[]
  /** Containers that are no pages, as scenes and recordings are; and items that are nothing. */
  readonly others: number
  readonly broken: number
}

/** As many pages as an issue may have. */
export const mostPages = 512
/** Images on one canvas. */
const mostImages = 64

/** Items of a manifest, before they are decoded: Presentation 3 has them at once, Presentation 2 in a sequence. */
export const itemsOf = ({ items, sequences, canvases }: Resource): readonly unknown[] => {
  if (items.length > 0) return items
  for (const sequence of resourcesIn(sequences.slice(0, 16))) if (sequence.canvases.length > 0) return sequence.canvases
  return canvases
}

const servicesOf = ({ service }: Body): string[] => service.slice(0, 8).flatMap((one) => decodeResource(one)?.id ?? [])

const isImage = ({ type, '@type': oldType, format, service }: Body): boolean => {
  const types = [...type, ...oldType]
  if (types.length > 0) return types.some((one) => /(?:^|:)image$/iu.test(one))
  return format?.startsWith('image/') ?? service.length > 0
}

/** Less of a canvas is a part of it. */
const leastShare = 0.95

const isWhole = ({ places }: Annotation, size: Size | undefined): boolean =>
  places.every(({ area }) => !area || shareOf(area, size) >= leastShare)

const imagesOf = (painted: readonly unknown[], size: Size | undefined): PaintedImage[] =>
  painted.slice(0, mostImages).flatMap((value) => {
    const annotation = decodeAnnotation(value)
    if (!annotation || (annotation.motivations.length > 0 && !annotation.motivations.includes('painting'))) return []
    return annotation.bodies.filter(isImage).map((body) => ({
      addresses: [body.id ?? body['@id'] ?? ''].filter((address) => address !== ''),
      services: servicesOf(body),
      isWhole: isWhole(annotation, size),
    }))
  })

/** ALTO by what a link says of itself; another file in XML may be it. */
const likelihood = ({ id = '', profile, format = '', label }: Resource): number => {
  const said = [id, format, ...profile, ...label.map(({ text }) => text)].join(' ')
  if (/alto/iu.test(said)) return 2
  return /xml/iu.test(said) ? 1 : 0
}

const filesOf = ({ seeAlso, rendering }: Resource): string[] =>
  resourcesIn([...seeAlso, ...rendering].slice(0, mostImages))
    .map((link) => ({ id: link.id, likelihood: likelihood(link) }))
    .filter((link) => link.likelihood > 0)
    .sort((a, b) => b.likelihood - a.likelihood)
    .flatMap(({ id }) => id ?? [])

const sizeOf = ({ width, height }: Resource): Size | undefined =>
  width !== undefined && height !== undefined && width > 0 && height > 0 && Math.max(width, height) <= 1_000_000
    ? { width, height }
    : undefined

const canvasOf = (canvas: Resource, index: number): Canvas => {
  const size = sizeOf(canvas)
  const pages = resourcesIn(canvas.items.slice(0, mostImages))
  return {
    id: canvas.id ?? `canvas ${index + 1}`,
    label: canvas.label,
    size,
    images: imagesOf([...canvas.images, ...pages.flatMap(({ items }) => items.slice(0, mostImages))], size),
    texts: [...canvas.annotations, ...canvas.otherContent].slice(0, 1000),
    files: filesOf(canvas),
  }
}

const isCanvas = (item: Resource): boolean => item.types.length === 0 || isOfType(item, 'Canvas')

/** @param items those of the manifest, no more than an issue has pages */
export const readManifest = (manifest: Resource, items: readonly unknown[], path: string): Manifest => {
  const decoded = items.map((item) => (typeof item === 'string' ? undefined : decodeResource(item)))
  const canvases = decoded.filter((one) => one !== undefined).filter(isCanvas)
  const broken = decoded.filter((one) => one === undefined).length
  return {
    path,
    label: manifest.label,
    navDate: manifest.navDate,
    isRightToLeft: manifest.viewingDirection === 'right-to-left',
    metadata: manifest.metadata,
    partOf: [...manifest.partOf, ...manifest.within],
    canvases: canvases.map(canvasOf),
    structures: manifest.structures,
    others: decoded.length - broken - canvases.length,
    broken,
  }
}
