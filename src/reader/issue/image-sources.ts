import type { PartEntry } from '@/bundle/issue'
import { sharpEnough } from './image-for'
import type { OpenIssue } from './issue-source'

/** Attributes of an `img`. */
export interface ImageAttributes {
  readonly src: string
  readonly srcset?: string
  readonly sizes?: string
  readonly decoding?: 'sync'
}

/** An image in every width there is, for a browser to choose from before the app is there; undefined in the app itself. */
export const imageSourcesOf = (
  entries: readonly PartEntry[],
  { addressOf }: OpenIssue,
  sizes: string,
): ImageAttributes | undefined => {
  if (!addressOf) return undefined
  const sources = entries.flatMap(({ name, width }) => (width === undefined ? [] : [{ url: addressOf(name), width }]))
  const [first] = sources
  return first && { src: first.url, srcset: sources.map(({ url, width }) => `${url} ${width}w`).join(', '), sizes }
}

/** Share of a desk's screen that a page is wide; a phone's screen it fills. As in views/IssueView.vue. */
const deskShare = 0.55

/**
 * `sizes` for an image of this share of the page's width, where nothing is known of the screen: what is sharp enough, so that a browser
 * chooses as `imageFor` does, and a phone is not sent a picture of three times the bytes.
 */
export const sizesOnAnyScreen = (share: number): string =>
  `(width >= 60rem) ${Math.ceil(share * deskShare * sharpEnough * 100)}vw, ${Math.ceil(share * sharpEnough * 100)}vw`
