import type { Issue, Page } from '@/bundle/issue'
import { formatPageLabel } from '@/text/page-label'
import { articlesContinuedOn, articlesFrom, headingOf, languageOf } from '../issue-content'
import { issueTitle, pageTitle, wordsIn } from '../standard-words'
import { articleElement } from './article-element'
import { articleHref, articleMark, homeOf, pageFile, pageMark, seamMark, type Book } from './book'
import { element, xmlDocument, type Xml, type XmlChild } from '../../../xml'

export const styleFile = 'style.css'
export const navigationFile = 'nav.xhtml'
export const coverFile = 'cover.xhtml'

const xhtml = (issue: Issue, title: string, ...body: readonly XmlChild[]): string => {
  const lang = languageOf(issue.lang, issue)
  return xmlDocument(
    element(
      'html',
      { xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops', 'xml:lang': lang, lang },
      element(
        'head',
        {},
        element('meta', { charset: 'utf-8' }),
        element('title', {}, title),
        element('link', { rel: 'stylesheet', type: 'text/css', href: styleFile }),
      ),
      element('body', {}, ...body),
    ),
    '<!DOCTYPE html>\n',
  )
}

/** What continues on a page from another one: its text stands there, and is linked to. */
const continuedElement = ({ content }: Book, page: Page): Xml | undefined => {
  const { issue } = content
  const words = wordsIn(issue.lang)
  const lines = articlesContinuedOn(issue, page).flatMap((article) => {
    const home = homeOf(issue, article)
    if (!home) return []
    const seam = content.textOf(article).seams.findIndex(({ to }) => to.no === page.no)
    const href = `${pageFile(home)}#${seam < 0 ? articleMark(article) : seamMark(article, seam)}`
    const text = `${headingOf(article, words)}${words.continued(formatPageLabel(home.label))}`
    return [element('li', {}, element('a', { href }, text))]
  })
  return lines.length > 0 ? element('ul', {}, ...lines) : undefined
}

/** A printed page: its articles one after another, and links to what it only continues. */
export const pageDocument = (book: Book, page: Page): string => {
  const { issue } = book.content
  const title = pageTitle(page)
  return xhtml(
    issue,
    title,
    element(
      'section',
      { 'epub:type': 'chapter', 'aria-labelledby': 'title' },
      element('span', {
        id: pageMark(page),
        'epub:type': 'pagebreak',
        role: 'doc-pagebreak',
        'aria-label': page.label,
      }),
      element('h1', { id: 'title' }, title),
      page.banner && element('p', { class: 'kicker' }, page.banner.text),
      ...articlesFrom(issue, page).map((article) => articleElement(book, article)),
      continuedElement(book, page),
    ),
  )
}

const listOf = (items: readonly Xml[]): Xml | undefined => (items.length > 0 ? element('ol', {}, ...items) : undefined)

const link = (href: string, text: string, ...inside: readonly XmlChild[]): Xml =>
  element('li', {}, element('a', { href }, text), ...inside)

/** The contents by page and article, the list of printed pages, and the landmarks. */
export const navigationDocument = ({ content: { issue } }: Book): string => {
  const words = wordsIn(issue.lang)
  const [first] = issue.pages
  return xhtml(
    issue,
    words.contents,
    element(
      'nav',
      { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', 'aria-labelledby': 'toc-title' },
      element('h1', { id: 'toc-title' }, words.contents),
      listOf(
        issue.pages.map((page) =>
          link(
            pageFile(page),
            pageTitle(page),
            listOf(
              articlesFrom(issue, page).map((article) =>
                link(articleHref(issue, article) ?? pageFile(page), headingOf(article, words)),
              ),
            ),
          ),
        ),
      ),
    ),
    element(
      'nav',
      {
        'epub:type': 'page-list',
        role: 'doc-pagelist',
        id: 'pages',
        'aria-labelledby': 'pages-title',
        hidden: 'hidden',
      },
      element('h1', { id: 'pages-title' }, words.pages),
      listOf(issue.pages.map((page) => link(`${pageFile(page)}#${pageMark(page)}`, page.label))),
    ),
    element(
      'nav',
      { 'epub:type': 'landmarks', hidden: 'hidden' },
      listOf([
        element('li', {}, element('a', { 'epub:type': 'cover', href: coverFile }, words.cover)),
        element('li', {}, element('a', { 'epub:type': 'toc', href: `${navigationFile}#toc` }, words.contents)),
        ...(first
          ? [element('li', {}, element('a', { 'epub:type': 'bodymatter', href: pageFile(first) }, pageTitle(first)))]
          : []),
      ]),
    ),
  )
}

/** The picture that shelves show, or the paper's name and date. */
export const coverDocument = ({ content: { issue }, cover }: Book): string => {
  const title = issueTitle(issue)
  return xhtml(
    issue,
    title,
    element(
      'section',
      { 'epub:type': 'cover', class: 'cover' },
      ...(cover
        ? [element('img', { src: cover.file, alt: title })]
        : [
            element('h1', {}, issue.paper.name),
            element('p', { class: 'cover' }, title.slice(issue.paper.name.length).trim()),
            issue.masthead.lunarDate !== undefined && element('p', { class: 'cover' }, issue.masthead.lunarDate),
          ]),
    ),
  )
}
