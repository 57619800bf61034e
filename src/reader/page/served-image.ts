import type { PartName } from '@/bundle/ids'
import { findPart, findPicture } from '@/bundle/lookup'
import type { OpenIssue } from '../issue/issue-source'
import type { DrawnImage } from './drawing/draw-page'

/** Share of a desk's screen that a page is wide: views/IssueView.vue. */
const deskShare = 0.55

/**
 * For a server, which knows nothing of the screen: every width there is, for the browser to choose from. The page is as
 * wide as a phone, and about half as wide as a desk's screen.
 */
export const servedImage = ({ issue, partUrl }: OpenIssue) => {
  const urlOf = (name: PartName): string | undefined => {
    const found = partUrl(name)
    return found instanceof Promise ? undefined : found.url
  }
  return (image: DrawnImage, share: number): Readonly<Record<string, string>> => {
    const names = image.kind === 'part' ? [image.part] : (findPicture(issue, image.picture)?.images ?? [])
    const sources = names.flatMap((name) => {
      const url = urlOf(name)
      const width = findPart(issue, name)?.width
      return url === undefined || width === undefined ? [] : [{ url, width }]
    })
    const [first] = sources
    if (!first) return {}
    const vw = (part: number): string => `${Math.ceil(share * part * 100)}vw`
    return {
      sizes: `(width >= 60rem) ${vw(deskShare)}, ${vw(1)}`,
      srcset: sources.map(({ url, width }) => `${url} ${width}w`).join(', '),
      src: first.url,
    }
  }
}
