import type { PackageReader } from '../package-reader'
import { reportXml } from '../xml/report-xml'
import { readAlto } from './read-alto'
import { scalePage, type ImageSize, type PageFacts } from './scale-page'
import type { SourcePage, UnscaledPage } from './source-page'

/** A page as a package names it. */
export interface NamedPage {
  /** The label that is printed, if the source has it. */
  readonly label?: string
  readonly name?: string
  /** Addresses as they stand in the file `namedIn`. */
  readonly alto: string | undefined
  readonly images: readonly string[]
  readonly namedIn: string
  readonly line?: number
}

export interface ReadPages {
  readonly pages: readonly SourcePage[]
  /** Pages of each file of ALTO, by its path. */
  readonly ofFile: ReadonlyMap<string, readonly number[]>
}

interface FoundPicture {
  readonly picture?: string
  readonly pixels?: ImageSize
}

/** The first image that is in the package and tells its size, else the first that is there. */
export const findPicture = async (
  source: PackageReader,
  addresses: readonly string[],
  namedIn: string,
): Promise<FoundPicture> => {
  let fallback: FoundPicture = {}
  for (const address of addresses) {
    const picture = source.find(address, namedIn)
    if (picture === undefined) continue
    const pixels = await source.files.measure(picture)
    if (pixels) return { picture, pixels }
    fallback = { picture: fallback.picture ?? picture }
  }
  return fallback
}

/** Reports what is odd about a page, and gives it in pixels. */
export const finishPage = (
  source: PackageReader,
  path: string,
  unscaled: UnscaledPage,
  facts: PageFacts,
): SourcePage => {
  const { page, outside, wrongSize } = scalePage(unscaled, facts)
  if (wrongSize !== undefined) source.report.add('import-page-size', source.placeOf(path), { size: wrongSize })
  if (outside > 0) source.report.add('import-outside-page', source.placeOf(path), { count: String(outside) })
  return page
}

/** A page of which only a picture is there, or nothing. */
const unreadPage = ({ label, name, picture, pixels }: PageFacts): SourcePage => ({
  label,
  width: pixels?.width ?? 3000,
  height: pixels?.height ?? 4200,
  isUnread: true,
  words: [],
  blocks: [],
  places: new Map(),
  ...(name === undefined ? {} : { name }),
  ...(picture === undefined ? {} : { picture }),
})

const labelForm = /^\p{Lu}{0,2}-?\d{1,4}$/u
/** Printed labels where most pages have one and no two are alike; otherwise the pages are numbered. */
const labelsOf = (named: readonly NamedPage[]): string[] => {
  const printed = named.map(({ label }) =>
    label !== undefined && labelForm.test(label.trim()) ? label.trim() : undefined,
  )
  const labels = printed.map((label, index) => label ?? String(index + 1))
  const known = printed.filter((label) => label !== undefined)
  const isGood = known.length * 2 > named.length && new Set(labels).size === labels.length
  return isGood ? labels : named.map((_, index) => String(index + 1))
}

/** The pages of a file of ALTO; what is odd about it is reported. */
export const readAltoFile = async (source: PackageReader, path: string): Promise<readonly UnscaledPage[]> => {
  const bytes = await source.open(path)
  if (bytes === undefined) return []
  const { pages, faults, oddCoordinates } = readAlto(bytes)
  reportXml(source, path, faults)
  const [odd] = oddCoordinates
  if (odd !== undefined)
    source.report.add('import-odd-coordinates', source.placeOf(path), {
      text: odd.slice(0, 60),
      count: String(oddCoordinates.length),
    })
  if (pages.length === 0) source.report.add('import-page-unreadable', source.placeOf(path), {})
  return pages
}

/** Reads the pages one after the other; of a page that is missing, its place is kept. */
export const readPages = async (source: PackageReader, named: readonly NamedPage[]): Promise<ReadPages> => {
  const labels = labelsOf(named)
  const pages: SourcePage[] = []
  const ofFile = new Map<string, number[]>()
  const absent: string[] = []
  for (const [index, { alto, images, name, namedIn, line }] of named.entries()) {
    const label = labels[index] ?? String(index + 1)
    const found = await findPicture(source, images, namedIn)
    if (found.picture === undefined) absent.push(...images.slice(0, 1))
    const facts: PageFacts = { label, ...(name === undefined ? {} : { name }), ...found }
    const path = alto === undefined ? undefined : source.find(alto, namedIn)
    if (alto !== undefined && path === undefined)
      source.report.add('import-file-missing', source.placeOf(namedIn, line), { name: alto })
    const read = path === undefined || ofFile.has(path) ? [] : await readAltoFile(source, path)
    const numbers: number[] = []
    read.forEach((unscaled, position) => {
      numbers.push(pages.length)
      const own = position === 0 ? facts : { label: `${label}-${String(position + 1)}` }
      pages.push(finishPage(source, path ?? namedIn, unscaled, own))
    })
    if (read.length === 0) {
      numbers.push(pages.length)
      pages.push(unreadPage(facts))
    }
    if (path !== undefined && !ofFile.has(path)) ofFile.set(path, numbers)
  }
  const [first] = absent
  if (first !== undefined)
    source.report.add('import-no-picture', source.placeOf(named[0]?.namedIn ?? ''), {
      name: first,
      count: String(absent.length),
    })
  return { pages, ofFile }
}
