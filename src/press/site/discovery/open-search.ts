import type { Paper } from '@/bundle/paper'
import { clustersOf } from '@/text/clusters'
import { urlAt, type SiteAddress } from '../site-address'
import { element, xmlDocument } from '../../xml'

/** OpenSearch 1.1: a short name has at most 16 characters. */
const shortest = 16

/** How a browser searches this paper from its address bar (OpenSearch 1.1, draft 6). */
export const writeOpenSearch = ({ name, lang }: Paper, address: SiteAddress): string =>
  xmlDocument(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      element('ShortName', {}, clustersOf(name).slice(0, shortest).join('')),
      element('Description', {}, `搜索《${name}》`),
      element('Url', { type: 'text/html', template: `${urlAt(address, 'search')}?q={searchTerms}` }),
      element('Image', { width: '192', height: '192', type: 'image/png' }, urlAt(address, 'icon-192.png')),
      element('Language', {}, lang),
      element('InputEncoding', {}, 'UTF-8'),
    ),
  )
