import type { PartName } from '@/bundle/ids'
import type { Issue, PartEntry } from '@/bundle/issue'

const kB = 1024

/** The image of a page is readable from this width on, in pixels; wider ones are for zooming in. */
const readableWidth = 1000
/** Smaller parts never wait: the question would cost the reader more than the bytes. */
const smallBytes = 128 * kB
/** A part with an unknown role (sound, word boxes) waits if it has at least this size. */
const unknownRoleBytes = 1024 * kB

/**
 * The images of every picture, narrowest first: pages, then pictures of articles. The first of `enough` pixels is
 * sufficient.
 */
const ladders = (issue: Issue): readonly { readonly images: readonly PartName[]; readonly enough: number }[] => [
  ...issue.pages.flatMap(({ renditions }) =>
    renditions.flatMap((one) => (one.kind === 'facsimile' ? [{ images: one.images, enough: readableWidth }] : [])),
  ),
  ...issue.pictures.map(({ images }) => ({ images, enough: 0 })),
]

/**
 * The parts that may wait for Wi-Fi: images that only show in more detail what a narrower one shows, tiles, and large parts
 * with unknown roles. Text and typeset pages never wait, and one image of every picture is always saved.
 */
export const largePartsOf = (issue: Issue): readonly PartEntry[] => {
  const byName = new Map(issue.parts.map((part) => [part.name, part]))
  const wider = new Set<PartName>()
  for (const { images, enough } of ladders(issue)) {
    const first = images.findIndex((name) => (byName.get(name)?.width ?? 0) >= enough)
    if (first >= 0) images.slice(first + 1).forEach((name) => wider.add(name))
  }
  const knownRoles = [
    'page',
    'facsimile',
    'picture',
    'nameplate',
    'headline-face',
    'title-face-hei',
    'title-face-kai',
    'face',
  ]
  return issue.parts.filter(({ name, role, bytes }) => {
    // Each is small, and there are many.
    if (role === 'tile') return true
    return wider.has(name) ? bytes >= smallBytes : !knownRoles.includes(role) && bytes >= unknownRoleBytes
  })
}

/** Other images of the same picture, widest first, which can replace one that is missing. */
export const standInsFor = (issue: Issue, name: PartName): readonly PartName[] =>
  (ladders(issue).find(({ images }) => images.includes(name))?.images ?? []).filter((other) => other !== name).reverse()
