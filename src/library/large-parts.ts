import type { PartName } from '@/bundle/ids'
import type { Issue, PartEntry } from '@/bundle/issue'

const kB = 1024

/** A picture of a page is readable from this width on, in pixels; what is wider is for zooming in. */
const readableWidth = 1000
/** What is smaller never waits: the question would cost more than the bytes. */
const smallBytes = 128 * kB
/** A part of a role that we do not know (sound, word boxes) waits from here on. */
const unknownRoleBytes = 1024 * kB

/** Every picture of the issue in its widths, narrowest first: pages, then pictures of articles. */
const ladders = (issue: Issue): readonly { readonly images: readonly PartName[]; readonly enough: number }[] => [
  ...issue.pages.flatMap(({ renditions }) =>
    renditions.flatMap((one) => (one.kind === 'facsimile' ? [{ images: one.images, enough: readableWidth }] : [])),
  ),
  ...issue.pictures.map(({ images }) => ({ images, enough: 0 })),
]

/**
 * The parts that may wait for Wi-Fi: the wider images of what a narrower one already shows, and large parts of unknown roles.
 * Text and typeset pages never wait, and of every picture something is always saved.
 */
export const largePartsOf = (issue: Issue): readonly PartEntry[] => {
  const byName = new Map(issue.parts.map((part) => [part.name, part]))
  const wider = new Set<PartName>()
  for (const { images, enough } of ladders(issue)) {
    const first = images.findIndex((name) => (byName.get(name)?.width ?? 0) >= enough)
    if (first >= 0) images.slice(first + 1).forEach((name) => wider.add(name))
  }
  const knownRoles = ['page', 'facsimile', 'picture', 'nameplate', 'headline-face', 'face']
  return issue.parts.filter(({ name, role, bytes }) =>
    wider.has(name) ? bytes >= smallBytes : !knownRoles.includes(role) && bytes >= unknownRoleBytes,
  )
}

/** Other images of the same thing, widest first: what can stand in for one that is not here. */
export const standInsFor = (issue: Issue, name: PartName): readonly PartName[] =>
  (ladders(issue).find(({ images }) => images.includes(name))?.images ?? []).filter((other) => other !== name).reverse()
