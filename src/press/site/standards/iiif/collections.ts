import type { CatalogEntry } from '@/bundle/catalog'
import type { Paper } from '@/bundle/paper'
import { urlAt, type SiteAddress } from '../../site-address'
import { collectionPath, manifestPath, yearCollectionPath } from '../standard-paths'
import { issueTitle } from '../standard-words'
import { inLanguage } from './canvases'

const context = 'http://iiif.io/api/presentation/3/context.json'

/** The whole paper: a collection for each year, so that an issue that is added changes one small file. @param years newest first */
export const paperCollection = (paper: Paper, address: SiteAddress, years: readonly number[]) => ({
  '@context': context,
  id: urlAt(address, collectionPath),
  type: 'Collection',
  label: inLanguage(paper.lang, paper.name),
  homepage: [
    {
      id: urlAt(address, ''),
      type: 'Text',
      label: inLanguage(paper.lang, paper.name),
      format: 'text/html',
      language: [paper.lang],
    },
  ],
  items: [...years]
    .sort((a, b) => a - b)
    .map((year) => ({
      id: urlAt(address, yearCollectionPath(year)),
      type: 'Collection',
      label: inLanguage(paper.lang, `${paper.name} ${year}`),
    })),
})

/** The issues of a year, from January on. @param entries of the year's catalogue */
export const yearCollection = (
  paper: Paper,
  address: SiteAddress,
  { year, issues }: { readonly year: number; readonly issues: readonly CatalogEntry[] },
) => ({
  '@context': context,
  id: urlAt(address, yearCollectionPath(year)),
  type: 'Collection',
  label: inLanguage(paper.lang, `${paper.name} ${year}`),
  partOf: [{ id: urlAt(address, collectionPath), type: 'Collection' }],
  items: [...issues]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, date, edition }) => ({
      id: urlAt(address, manifestPath({ id, paper })),
      type: 'Manifest',
      label: inLanguage(paper.lang, issueTitle({ paper, date, edition })),
      navDate: `${date}T00:00:00Z`,
    })),
})
