import type { PictureSize, SourceFiles } from '../../printed/printed-source'
import type { Canvas, PaintedImage } from '../manifest/read-manifest'
import type { Size } from '../manifest/place'
import { segmentsOf, type FilesByEnding } from './files-by-ending'

/** A page's picture in the folder, or why there is none. */
export interface CanvasPicture {
  readonly file?: string
  readonly pixels?: PictureSize
  /** A file that should be it, but is no picture, or one of another shape. */
  readonly unfit?: string
  /** The image that is named, but not there. */
  readonly absent?: string
}

/** No more are measured for one page. */
const mostMeasured = 16
/** How much the shape of a picture may differ from that of its page. */
const mayDiffer = 0.1

/** `…/p1/full/max/0/default.jpg`: then the service is `…/p1`. */
const imageRequest =
  /^(.*)\/(?:full|square|(?:pct:)?[\d.]+(?:,[\d.]+){3})\/[^/]{1,40}\/!?[\d.]+\/(?:default|native|color|gr[ae]y|bitonal)\.\w{2,5}$/isu
/** A name that every picture of an image service has. */
const isGeneric = (name: string): boolean => /^(?:default|native|color|gr[ae]y|bitonal)\.\w+$/iu.test(name)

const servicesOf = ({ addresses, services }: PaintedImage): string[] => [
  ...services,
  ...addresses.flatMap((address) => imageRequest.exec(address.slice(0, 4000))?.[1] ?? []),
]

const candidatesFor = (image: PaintedImage, files: FilesByEnding, from: string): string[] => {
  const named = image.addresses.flatMap((address) =>
    isGeneric(segmentsOf(address).at(-1) ?? '') ? [] : (files.find(address, from) ?? []),
  )
  const saved = servicesOf(image).flatMap((service) => files.picturesOf(service))
  return [...new Set([...named, ...saved])].filter((path) => !/\.(?:json|xml|svg)$/iu.test(path)).slice(0, mostMeasured)
}

const hasShapeOf = ({ width, height }: PictureSize, page: Size | undefined): boolean =>
  page === undefined || Math.abs((width * page.height) / (height * page.width) - 1) <= mayDiffer

/** The largest picture of the page that lies in the folder. Nothing is fetched. */
export const findPagePicture = async (
  { images, size }: Canvas,
  files: FilesByEnding,
  source: Pick<SourceFiles, 'measure'>,
  from: string,
): Promise<CanvasPicture> => {
  const whole = images.filter((image) => image.isWhole)
  let largest: Required<Pick<CanvasPicture, 'file' | 'pixels'>> | undefined
  let unfit: string | undefined
  for (const file of new Set(whole.flatMap((image) => candidatesFor(image, files, from)))) {
    const pixels = await source.measure(file)
    if (!pixels || !hasShapeOf(pixels, size)) unfit ??= file
    else if (!largest || pixels.width * pixels.height > largest.pixels.width * largest.pixels.height)
      largest = { file, pixels }
  }
  if (largest) return largest
  if (unfit !== undefined) return { unfit }
  const [image] = whole
  const absent = image && (image.addresses[0] ?? image.services[0])
  return absent === undefined ? {} : { absent }
}
