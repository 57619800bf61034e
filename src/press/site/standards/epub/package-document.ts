import { findPicture } from '@/bundle/lookup'
import type { Issue } from '@/bundle/issue'
import { languageOf, modifiedAt } from '../issue-content'
import { issueTitle, wordsIn } from '../standard-words'
import { pageFile, type Book } from './book'
import { coverFile, navigationFile, styleFile } from './documents'
import { element, xmlDocument, type Xml } from '../../../xml'

/** Names an issue for ever, wherever it is published: a tag of the paper's own domain (RFC 4151). */
export const issueTag = ({ paper, date, id }: Pick<Issue, 'paper' | 'date' | 'id'>): string =>
  `tag:${paper.id},${date}:${id}`

const property = (name: string, value: string, refines?: string): Xml =>
  element('meta', { property: name, refines }, value)

/** What the book offers to whom (EPUB Accessibility 1.1, schema.org). Alternatives are claimed only if every picture has its own. */
const accessibility = ({ content: { issue }, pictures }: Book): Xml[] => {
  const hasPictures = pictures.size > 0
  const isDescribed = [...pictures.keys()].every((id) =>
    issue.pictures.some((picture) => picture.id === id && picture.alt !== undefined),
  )
  const features = [
    'tableOfContents',
    'readingOrder',
    'structuralNavigation',
    'displayTransformability',
    'pageBreakMarkers',
    'pageNavigation',
    ...(hasPictures && isDescribed ? ['alternativeText'] : []),
  ]
  return [
    property('schema:accessMode', 'textual'),
    ...(hasPictures ? [property('schema:accessMode', 'visual')] : []),
    property('schema:accessModeSufficient', hasPictures && !isDescribed ? 'textual,visual' : 'textual'),
    ...features.map((feature) => property('schema:accessibilityFeature', feature)),
    property('schema:accessibilityHazard', 'none'),
    property('schema:accessibilitySummary', wordsIn(issue.lang).accessibility),
  ]
}

const metadata = (book: Book): Xml => {
  const { issue } = book.content
  const { paper, masthead } = issue
  return element(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    element('dc:identifier', { id: 'issue' }, issueTag(issue)),
    element('dc:title', {}, issueTitle(issue)),
    element('dc:language', {}, languageOf(issue.lang, issue)),
    element('dc:publisher', {}, paper.name),
    element('dc:type', {}, 'newspaper'),
    element('dc:date', {}, issue.date),
    property('dcterms:modified', modifiedAt(issue)),
    element('meta', { property: 'belongs-to-collection', id: 'paper' }, paper.name),
    property('collection-type', 'series', '#paper'),
    masthead.serialNo !== undefined && property('group-position', `${masthead.serialNo}`, '#paper'),
    ...accessibility(book),
  )
}

const item = (id: string, href: string, type: string, properties?: string): Xml =>
  element('item', { id, href, 'media-type': type, properties })
const xhtmlType = 'application/xhtml+xml'

/** The book's list of files, their order, and what is known about it (EPUB 3.3, package document). */
export const packageDocument = (book: Book): string => {
  const { issue } = book.content
  const pages = issue.pages.map((page) => ({ id: `p-${page.no}`, file: pageFile(page) }))
  const pictures = [...book.pictures].filter(([id]) => findPicture(issue, id) !== undefined)
  return xmlDocument(
    element(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'issue',
        'xml:lang': languageOf(issue.lang, issue),
      },
      metadata(book),
      element(
        'manifest',
        {},
        item('nav', navigationFile, xhtmlType, 'nav'),
        item('cover', coverFile, xhtmlType),
        item('style', styleFile, 'text/css'),
        book.cover && item('cover-picture', book.cover.file, 'image/jpeg', 'cover-image'),
        ...pages.map(({ id, file }) => item(id, file, xhtmlType)),
        ...pictures.map(([id, { file }]) => item(`picture-${id}`, file, 'image/jpeg')),
      ),
      element(
        'spine',
        { 'page-progression-direction': issue.paper.pageTurn },
        element('itemref', { idref: 'cover' }),
        element('itemref', { idref: 'nav' }),
        ...pages.map(({ id }) => element('itemref', { idref: id })),
      ),
    ),
  )
}
