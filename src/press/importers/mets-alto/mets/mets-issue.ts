import type { SourceIssue, PlaceName } from '../source-issue'
import type { PackageReader } from '../package-reader'
import { readPages, type NamedPage, type ReadPages } from '../pages/read-pages'
import { allWithin, childrenOf, textWithin, valueOf, type XmlElement } from '../xml/xml-tree'
import { describeMets } from './describe-mets'
import type { DivRole } from './div-roles'
import { roleOf } from './div-roles'
import { logicalArticles } from './logical-articles'
import { divsWithin, type Area, type Div, type Mets, type MetsFile, type StructMap } from './mets'

/** What a profile of METS adds to the rules that hold for all of them. */
export interface MetsProfile {
  readonly name: string
  readonly matches: (mets: Mets) => boolean
  /** Types of divisions that mean something else here, in capital letters without underscores. */
  readonly types?: ReadonlyMap<string, DivRole>
  /** The file that tells the articles, if it is another. */
  readonly structure?: (mets: Mets, source: PackageReader) => Promise<Mets | undefined>
  /** It tells no articles. */
  readonly isPageLevel?: true
}

interface PageDiv {
  readonly div: Div
  readonly alto: MetsFile | undefined
  readonly images: readonly MetsFile[]
}

const isPageType = (type: string): boolean => /PAGE$|^OBJECT$|^IMAGE$|^SURFACE$/.test(type)

/** Divisions that are pages: they name a file of text, or are called pages and name an image. */
const pageDivsOf = (mets: Mets, maps: readonly StructMap[]): PageDiv[] => {
  const found: PageDiv[] = []
  const seen = new Set<MetsFile>()
  const visit = (div: Div): void => {
    const files = div.areas.flatMap(({ file }) => mets.files.get(file) ?? [])
    const alto = files.find((file) => file.isXml && !seen.has(file))
    const images = files.filter((file) => file.isImage)
    if (alto !== undefined || (images.length > 0 && isPageType(div.type))) {
      if (alto) seen.add(alto)
      found.push({ div, alto, images })
      return
    }
    for (const child of div.children) visit(child)
  }
  for (const map of maps) for (const div of map.divs) visit(div)
  return found
}

const pageNumberIn = (mets: Mets, div: Div): string | undefined => {
  for (const id of div.descriptions) {
    const description = mets.descriptions.get(id)
    const detail = description && allWithin(description, 'detail').find((one) => valueOf(one, 'type') === 'page number')
    const number = detail && textWithin(detail, 'number')
    if (number !== undefined) return number
  }
  return undefined
}

/** Without a physical structure, files of text are pages in their order. */
const namedPages = (mets: Mets, divs: readonly PageDiv[]): NamedPage[] => {
  if (divs.length > 0)
    return divs.map(({ div, alto, images }) => {
      const label = div.orderLabel ?? pageNumberIn(mets, div)
      return {
        alto: alto?.address,
        images: images.map(({ address }) => address),
        namedIn: mets.path,
        line: div.line,
        ...(label === undefined ? {} : { label }),
      }
    })
  return [...mets.files.values()]
    .filter((file) => file.isXml)
    .map((file) => ({ alto: file.address, images: [], namedIn: mets.path }))
}

/** Areas as places on pages: the pages of a file of text, or of an image. */
const placeFinder = (mets: Mets, divs: readonly PageDiv[], read: ReadPages, source: PackageReader) => {
  const pagesOf = new Map<string, readonly number[]>()
  for (const [id, file] of mets.files) {
    const path = file.isXml ? source.find(file.address, mets.path) : undefined
    const numbers = path === undefined ? undefined : read.ofFile.get(path)
    if (numbers) pagesOf.set(id, numbers)
  }
  const ofImage = new Map<MetsFile, number>()
  divs.forEach(({ images, alto }, index) => {
    for (const file of images) ofImage.set(file, index)
    if (alto) ofImage.set(alto, index)
  })

  const inText = ({ file, begin, end, box }: Area): PlaceName | undefined => {
    const numbers = pagesOf.get(file)
    if (!numbers || (begin === undefined && box === undefined)) return undefined
    const holder = begin === undefined ? undefined : numbers.find((number) => read.pages[number]?.places.has(begin))
    const page = holder ?? numbers[0]
    if (page === undefined) return undefined
    return {
      page,
      ...(begin === undefined ? {} : { begin }),
      ...(end === undefined ? {} : { end }),
      ...(box ? { box } : {}),
    }
  }
  const inImage = ({ file, box }: Area): PlaceName | undefined => {
    const named = mets.files.get(file)
    const page = named && ofImage.get(named)
    return page === undefined || !box ? undefined : { page, box }
  }
  return (areas: readonly Area[]): readonly PlaceName[] => {
    const texts = areas.flatMap((area) => inText(area) ?? [])
    if (texts.length > 0) return texts
    const unread = areas.flatMap(({ file, begin }): PlaceName[] => {
      const named = mets.files.get(file)
      const page = named?.isXml === true ? ofImage.get(named) : undefined
      return page === undefined || begin === undefined ? [] : [{ page, begin }]
    })
    return unread.length > 0 ? unread : areas.flatMap((area) => inImage(area) ?? [])
  }
}

/** `smLink` and `smLinkGrp`: the ids that are linked to each id. */
const linksOf = (mets: Mets): Map<string, string[]> => {
  const links = new Map<string, string[]>()
  const plain = (href: string | undefined): string => (href ?? '').replace(/^#/, '')
  const link = (from: string, to: string): void => {
    const known = links.get(from)
    if (known) known.push(to)
    else links.set(from, [to])
  }
  for (const all of childrenOf(mets.root, 'structLink')) {
    for (const one of childrenOf(all, 'smLink')) link(plain(valueOf(one, 'from')), plain(valueOf(one, 'to')))
    for (const group of childrenOf(all, 'smLinkGrp')) {
      const [first = '', ...others] = childrenOf(group, 'smLocatorLink').map((one) => plain(valueOf(one, 'href')))
      for (const other of others) link(first, other)
    }
  }
  return links
}

const isPhysical = (map: StructMap): boolean => map.type.startsWith('PHYS')
export const isLogical = (map: StructMap): boolean => map.type.startsWith('LOGIC')
const holdsArticles = (map: StructMap, types: MetsProfile['types']): boolean =>
  map.divs.some((root) => [...divsWithin(root)].some(({ type }) => roleOf(type, types).is === 'article'))

const chosen = (maps: readonly StructMap[], isWanted: (map: StructMap) => boolean): readonly StructMap[] =>
  maps.some(isWanted) ? maps.filter(isWanted) : maps

/** Reads a package that METS describes, by a profile. */
export const readMetsIssue = async (mets: Mets, profile: MetsProfile, source: PackageReader): Promise<SourceIssue> => {
  const divs = pageDivsOf(mets, chosen(mets.maps, isPhysical))
  const read = await readPages(source, namedPages(mets, divs))
  const structure = profile.structure ? await profile.structure(mets, source) : mets
  const described = describeMets(structure && structure !== mets ? [mets, structure] : [mets])
  if (profile.isPageLevel === true || !structure) return { ...described, pages: read.pages, articles: undefined }

  const maps = chosen(structure.maps, isLogical).filter((map) => holdsArticles(map, profile.types))
  const byId = new Map<string, Div>()
  for (const map of structure.maps)
    for (const root of map.divs) for (const div of divsWithin(root)) if (div.id !== undefined) byId.set(div.id, div)
  const links = linksOf(structure)
  const logical = new Set(maps.flatMap(({ divs: roots }) => roots.flatMap((root) => [...divsWithin(root)])))
  const placesOf = placeFinder(structure, structure === mets ? divs : [], read, source)
  const articles = maps.flatMap((map) =>
    logicalArticles(map.divs, {
      source,
      file: structure.path,
      types: profile.types,
      placesOf,
      isAdvert: (ids) => ids.some((id) => isAdvert(structure.descriptions.get(id))),
      linkedTo: (id) =>
        (links.get(id) ?? []).flatMap((other): readonly Area[] => {
          const div = byId.get(other)
          return div === undefined || logical.has(div) ? [] : textOrImage(structure, div.areas)
        }),
    }),
  )
  return { ...described, pages: read.pages, articles: articles.length === 0 ? undefined : articles }
}

/** `<mods:classification>advertisement</mods:classification>`, or `freead`. */
const isAdvert = (description: XmlElement | undefined): boolean =>
  description !== undefined &&
  [...allWithin(description, 'classification'), ...allWithin(description, 'genre')].some(({ text }) =>
    /^(?:free)?ads?$|^advert/i.test(text.trim()),
  )

/** The same place is told for the text and for the image: one of them is enough. */
const textOrImage = (mets: Mets, areas: readonly Area[]): readonly Area[] => {
  const texts = areas.filter(({ file, begin }) => mets.files.get(file)?.isXml === true && begin !== undefined)
  return texts.length > 0 ? texts : areas
}
