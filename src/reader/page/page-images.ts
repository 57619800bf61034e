import type { PartEntry } from '@/bundle/issue'
import { findPart, findPicture } from '@/bundle/lookup'
import { imageFor } from '../issue/image-for'
import { imageSourcesOf, sizesOnAnyScreen } from '../issue/image-sources'
import type { OpenIssue } from '../issue/issue-source'
import { createPartHolder, type PartHolder, type Refusal } from '../issue/part-holder'
import { chosenPart } from '../issue/served-image'
import type { DrawnImage } from './drawing/draw-page'

const entriesOf = ({ issue }: OpenIssue, image: DrawnImage): readonly PartEntry[] => {
  const names = image.kind === 'part' ? [image.part] : (findPicture(issue, image.picture)?.images ?? [])
  return names.flatMap((name) => findPart(issue, name) ?? [])
}

/**
 * Attributes that bring an image where there is no script to verify it; none in the app, which asks for it once the page is drawn.
 * @param share width of the image as a share of the page
 */
export const imageAttributesOf = (
  opened: OpenIssue,
  image: DrawnImage,
  share: number,
): Readonly<Record<string, string>> => {
  const sources = imageSourcesOf(entriesOf(opened, image), opened, sizesOnAnyScreen(share))
  return sources ? { sizes: sources.sizes ?? '', srcset: sources.srcset ?? '', src: sources.src } : {}
}

/** Brings the images of a drawn page, verified, and keeps them as sharp as the scale needs. */
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

/** Shows the verified bytes, in place of what is seen already without a blank between them. */
const show = (image: HTMLImageElement, url: string): void => {
  if (image.complete) image.decoding = 'sync'
  image.removeAttribute('srcset')
  image.removeAttribute('sizes')
  image.src = url
  image.hidden = false
}

/** Says in the room of an image why it is not shown. */
const refuse = (image: HTMLImageElement, words: string): HTMLElement => {
  const room = document.createElement('span')
  room.className = `${image.className} unshown`
  room.style.cssText = image.style.cssText
  room.textContent = words
  image.hidden = true
  for (const name of ['srcset', 'sizes', 'src']) image.removeAttribute(name)
  image.after(room)
  return room
}

/**
 * @param page the element in which the page is drawn; widths of its images are nominal pixels
 * @param wordsOf why an image is not shown
 */
export const createPageImages = (
  page: HTMLElement,
  opened: OpenIssue,
  wordsOf: (why: Refusal) => string,
): PageImages => {
  const holders = new Map<HTMLImageElement, PartHolder>()
  const holderOf = (image: HTMLImageElement): PartHolder => {
    const known = holders.get(image)
    if (known) return known
    let room: HTMLElement | undefined
    const place = {
      show: (url: string) => {
        room?.remove()
        show(image, url)
      },
      refuse: (why: Refusal) => {
        room?.remove()
        room = refuse(image, wordsOf(why))
      },
    }
    const made = createPartHolder(opened, place)
    holders.set(image, made)
    return made
  }
  return {
    show: (scale) => {
      for (const image of page.querySelectorAll('img')) {
        const drawn = drawnImageOf(image, opened)
        const cssWidth = (parseFloat(image.style.width) || image.parentElement?.offsetWidth || 0) * scale
        const entries = drawn ? entriesOf(opened, drawn) : []
        const name = chosenPart(image, entries, cssWidth) ?? imageFor(entries, cssWidth)
        if (name !== undefined) holderOf(image).hold(name)
      }
    },
    release: () => {
      for (const holder of holders.values()) holder.release()
      holders.clear()
    },
  }
}
