import type { Feed, FeedItem } from './feed'
import { element, xmlDocument, type Xml } from '../../xml'

const person = (name: string): Xml => element('author', {}, element('name', {}, name))

const entryElement = ({ id, url, published, entry, picture }: FeedItem): Xml =>
  element(
    'entry',
    {},
    element('id', {}, id),
    element('title', {}, entry.title),
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    ...(picture ? [element('link', { rel: 'enclosure', type: 'image/jpeg', href: picture })] : []),
    element('published', {}, published),
    element('updated', {}, entry.updated),
    ...entry.authors.map(person),
    ...(entry.section ? [element('category', { term: entry.section })] : []),
    ...(entry.brief ? [element('summary', {}, entry.brief)] : []),
  )

/** A feed as Atom (RFC 4287). */
export const writeAtom = ({ id, title, paper, home, icon, url, updated, items }: Feed): string =>
  xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': paper.lang },
      element('id', {}, id),
      element('title', {}, title),
      element('updated', {}, updated),
      element('link', { rel: 'self', type: 'application/atom+xml', href: `${url}.xml` }),
      element('link', { rel: 'alternate', type: 'text/html', href: home }),
      person(paper.name),
      element('icon', {}, icon),
      ...items.map(entryElement),
    ),
  )
