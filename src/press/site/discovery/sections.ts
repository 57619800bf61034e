import { createHash } from 'node:crypto'

/** A section of the paper: the pages of one name, 要闻. */
export interface Section {
  readonly name: string
  /** Its name in an address. */
  readonly slug: string
}

const digestLength = 10
const longestPlain = 40

/** A name that is an address already, and can't be mistaken for one with a digest. */
const isPlain = (name: string): boolean =>
  name.length <= longestPlain && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && !/-[0-9a-f]{10}$/.test(name)

/**
 * What a section is called in addresses: its name if that is plain ASCII, otherwise a digest of it, so that a name is the
 * same file on every server and system, and two names never are.
 */
export const sectionSlug = (name: string): string => {
  if (isPlain(name)) return name
  const digest = createHash('sha256').update(name).digest('hex').slice(0, digestLength)
  const letters = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|(?<!-)-+$/g, '')
    .slice(0, longestPlain)
  return [letters || 'section', digest].join('-')
}

export const sectionOf = (name: string): Section => ({ name, slug: sectionSlug(name) })

/** Files of a feed below the site, without their endings: of the paper, or of one of its sections. */
export const feedPath = (section?: Section): string => (section ? `feeds/${section.slug}` : 'feed')
