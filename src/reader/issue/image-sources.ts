import type { PartEntry } from '@/bundle/issue'
import type { OpenIssue } from './issue-source'

/** An image in every width there is, for the browser to choose from. */
export interface ImageSources {
  readonly src: string
  readonly srcset: string
}

/** The addresses of an image's parts; undefined if they are not known at once, as those of saved parts. */
export const imageSourcesOf = (
  entries: readonly PartEntry[],
  { partUrl }: Pick<OpenIssue, 'partUrl'>,
): ImageSources | undefined => {
  const sources: { readonly url: string; readonly width: number }[] = []
  for (const { name, width } of entries) {
    const found = partUrl(name)
    if (found instanceof Promise || width === undefined) return undefined
    sources.push({ url: found.url, width })
  }
  const [first] = sources
  return first && { src: first.url, srcset: sources.map(({ url, width }) => `${url} ${width}w`).join(', ') }
}

/** Share of a desk's screen that a page is wide; a phone's screen it fills. As in views/IssueView.vue. */
const deskShare = 0.55

/** `sizes` for an image of this share of the page's width, where nothing is known of the screen. */
export const sizesOnAnyScreen = (share: number): string =>
  `(width >= 60rem) ${Math.ceil(share * deskShare * 100)}vw, ${Math.ceil(share * 100)}vw`
