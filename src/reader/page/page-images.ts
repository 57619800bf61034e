import type { PartName } from '@/bundle/ids'
import type { PartEntry } from '@/bundle/issue'
import { findPart, findPicture } from '@/bundle/lookup'
import { imageFor } from '../issue/image-for'
import { imageSourcesOf, sizesOnAnyScreen } from '../issue/image-sources'
import type { OpenIssue, PartUrl } from '../issue/issue-source'
import type { DrawnImage } from './drawing/draw-page'

const entriesOf = ({ issue }: OpenIssue, image: DrawnImage): readonly PartEntry[] => {
  const names = image.kind === 'part' ? [image.part] : (findPicture(issue, image.picture)?.images ?? [])
  return names.flatMap((name) => findPart(issue, name) ?? [])
}

/**
 * Attributes that bring an image, known while the page is drawn; none if its parts are saved and have to be read.
 * @param share width of the image as a share of the page
 */
export const imageAttributesOf = (
  opened: OpenIssue,
  image: DrawnImage,
  share: number,
): Readonly<Record<string, string>> => {
  const sources = imageSourcesOf(entriesOf(opened, image), opened)
  return sources ? { sizes: sizesOnAnyScreen(share), srcset: sources.srcset, src: sources.src } : {}
}

/** Keeps the images of a drawn page as sharp as the scale needs. */
export interface PageImages {
  /** @param scale CSS pixels per nominal pixel */
  readonly show: (scale: number) => void
  /** Gives back what the images hold. */
  readonly release: () => void
}

const drawnImageOf = ({ dataset }: HTMLImageElement, { issue }: OpenIssue): DrawnImage | undefined => {
  const picture = issue.pictures.find(({ id }) => id === dataset['picture'])
  if (picture) return { kind: 'picture', picture: picture.id }
  const part = issue.parts.find(({ name }) => name === dataset['part'])
  return part && { kind: 'part', part: part.name }
}

/** @param page the element in which the page is drawn; widths of its images are nominal pixels */
export const createPageImages = (page: HTMLElement, opened: OpenIssue): PageImages => {
  const held = new Map<HTMLImageElement, PartUrl>()
  const wanted = new Map<HTMLImageElement, PartName>()
  let isReleased = false

  /** An image that can't be read stays blank, in its place. */
  const read = async (image: HTMLImageElement, name: PartName): Promise<void> => {
    const url = await Promise.resolve(opened.partUrl(name)).catch(() => undefined)
    if (!url) return
    if (isReleased || wanted.get(image) !== name) return url.release()
    held.get(image)?.release()
    held.set(image, url)
    image.src = url.url
  }
  return {
    show: (scale) => {
      for (const image of page.querySelectorAll('img')) {
        const cssWidth = (parseFloat(image.style.width) || image.parentElement?.offsetWidth || 0) * scale
        if (image.srcset) {
          // A sharper image takes the place of the one that is seen without a blank between them.
          if (image.complete) image.decoding = 'sync'
          image.sizes = `${Math.round(cssWidth)}px`
          continue
        }
        const drawn = drawnImageOf(image, opened)
        const name = drawn && imageFor(entriesOf(opened, drawn), cssWidth)
        if (name === undefined || wanted.get(image) === name) continue
        wanted.set(image, name)
        void read(image, name)
      }
    },
    release: () => {
      isReleased = true
      for (const url of held.values()) url.release()
      held.clear()
    },
  }
}
