import type { Issue } from '@/bundle/issue'

/** What names an issue's files. */
export type NamedIssue = Pick<Issue, 'id' | 'paper'>

/** Media types of what the press writes in the standards' forms. */
export const mediaTypes = {
  iiif: 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
  epub: 'application/epub+zip',
  webPublication: 'application/webpub+json',
} as const

/** Files of an issue in the standards' forms, below the site's folder. Pages have digits for names, so none of these is one. */
export const manifestPath = ({ id }: NamedIssue): string => `${id}/iiif/manifest.json`
export const textPath = ({ id }: NamedIssue, pageNo: number): string => `${id}/iiif/text-${pageNo}.json`
export const epubPath = ({ id, paper }: NamedIssue): string => `${id}/${paper.id}-${id}.epub`
export const webPublicationPath = ({ id }: NamedIssue): string => `${id}/manifest.webpub.json`

/** The paper as a collection of years, and a year as a collection of issues. */
export const collectionPath = 'iiif/collection.json'
export const yearCollectionPath = (year: number): string => `iiif/collection-${year}.json`
