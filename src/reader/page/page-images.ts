import { findPart } from '@/bundle/lookup'
import type { PartEntry } from '@/bundle/issue'
import { imageFor } from '../issue/image-for'
import type { OpenIssue, PartUrl } from '../issue/issue-source'

/** Keeps the images of a drawn page as sharp as the scale needs. */
export interface PageImages {
  /**
   * Shows each image at the resolution that it needs. An image that a server drew chose for itself and is left alone until
   * another one is needed.
   * @param scale CSS pixels per nominal pixel
   */
  readonly show: (scale: number) => void
  /** Gives back what the images hold. */
  readonly release: () => void
}

/** @param page the element in which the page is drawn; widths of its images are nominal pixels */
export const createPageImages = (page: HTMLElement, { issue, partUrl }: OpenIssue): PageImages => {
  const held = new Map<HTMLImageElement, PartUrl>()
  const wanted = new Map<HTMLImageElement, string>()
  let isReleased = false

  const entriesOf = ({ dataset }: HTMLImageElement): readonly PartEntry[] => {
    const { picture, part } = dataset
    const names =
      picture === undefined
        ? issue.parts.filter(({ name }) => name === part).map(({ name }) => name)
        : (issue.pictures.find(({ id }) => id === picture)?.images ?? [])
    return names.flatMap((name) => findPart(issue, name) ?? [])
  }
  const take = (image: HTMLImageElement, url: PartUrl): void => {
    image.removeAttribute('srcset')
    image.src = url.url
    held.get(image)?.release()
    held.set(image, url)
  }
  const load = async (image: HTMLImageElement, name: string, url: Promise<PartUrl>): Promise<void> => {
    // An image that can't be read stays blank; the place is kept.
    const found = await url.catch(() => undefined)
    if (found && !isReleased && wanted.get(image) === name) take(image, found)
    else found?.release()
  }

  return {
    show: (scale) => {
      for (const image of page.querySelectorAll('img')) {
        const width = parseFloat(image.style.width) || image.parentElement?.offsetWidth || 0
        const name = imageFor(entriesOf(image), width * scale)
        if (name === undefined || wanted.get(image) === name) continue
        const isServed = !wanted.has(image) && image.hasAttribute('srcset')
        wanted.set(image, name)
        if (isServed) continue
        const url = partUrl(name)
        if (url instanceof Promise) void load(image, name, url)
        else take(image, url)
      }
    },
    release: () => {
      isReleased = true
      for (const url of held.values()) url.release()
      held.clear()
    },
  }
}
