import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { YearCatalog } from '@/bundle/catalog'
import { encode } from '@/bundle/codec'
import type { Paper } from '@/bundle/paper'
import type { BundleFolder } from '../../io/bundle-folder'
import { replaceFile } from '../../io/write-file'
import type { Printer } from '../../pdf/print-issue'
import type { Report } from '../../report'
import type { SiteAddress } from '../site-address'
import { packBook } from './epub/pack-book'
import { readBook } from './epub/read-book'
import { paperCollection, yearCollection } from './iiif/collections'
import { manifestOf } from './iiif/manifest'
import { textAnnotations } from './iiif/text-annotations'
import { findImageServices, removeOldServices, writeImageServices } from './image-services'
import { readIssueContent } from './issue-content'
import { drawPagePictures, findPagePictures, removeOldPictures } from './page-pictures'
import {
  collectionPath,
  epubPath,
  manifestPath,
  textPath,
  webPublicationPath,
  yearCollectionPath,
} from './standard-paths'
import { webPublicationOf } from './web-publication'

/** Where an issue's forms are written to, and where they will be published. */
export interface StandardsPlan {
  /** The site's folder. */
  readonly site: string
  readonly address: SiteAddress
  readonly report: Report
  /** Draws typeset pages that have no picture yet; absent: they stay without. */
  readonly printer?: Printer | undefined
  /** Writes facsimiles that have tiles as image services too, where they are not yet; false: they stay without. */
  readonly hasImageServices: boolean
}

/**
 * Writes an issue in the forms that others read: IIIF for viewers, EPUB for e-readers, a web publication. What is named by
 * another file is written before it.
 * @throws BundleError
 */
export const writeIssueStandards = async (
  bundle: BundleFolder,
  { site, address, report, printer, hasImageServices }: StandardsPlan,
): Promise<void> => {
  const { issue } = bundle
  const content = await readIssueContent(bundle)
  const write = (path: string, bytes: Uint8Array): Promise<void> => replaceFile(join(site, path), bytes)
  if (printer) await drawPagePictures(bundle, site, printer)
  const drawn = await findPagePictures(issue, site)
  const front = issue.pages[0] && drawn.get(issue.pages[0].no)?.at(-1)
  const book = await readBook(bundle, content, report, front && (() => readFile(join(site, front.path))))
  await write(epubPath(issue), packBook(book))
  await write(webPublicationPath(issue), encode(webPublicationOf(issue, address)))
  if (hasImageServices) await writeImageServices(bundle, site, address)
  const source = { content, address, pictures: drawn, services: findImageServices(issue, site, address) }
  for (const page of issue.pages) await write(textPath(issue, page.no), encode(textAnnotations(source, page)))
  await write(manifestPath(issue), encode(manifestOf(source)))
  await removeOldPictures(issue, site)
  await removeOldServices(issue, site, address)
}

/** Writes the paper's collections: those of the years first. */
export const writeCollections = async (
  paper: Paper,
  years: readonly YearCatalog[],
  { site, address }: Pick<StandardsPlan, 'site' | 'address'>,
): Promise<void> => {
  for (const year of years)
    await replaceFile(join(site, yearCollectionPath(year.year)), encode(yearCollection(paper, address, year)))
  const all = years.map(({ year }) => year)
  await replaceFile(join(site, collectionPath), encode(paperCollection(paper, address, all)))
}
