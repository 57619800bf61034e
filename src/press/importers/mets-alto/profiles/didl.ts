import type { ArticleKind } from '@/bundle/issue'
import type { SourceArticle, SourceIssue, NamedPiece, PlaceName } from '../source-issue'
import { mostFrequent } from '../mets/describe-mets'
import type { PackageReader } from '../package-reader'
import { readPages, type NamedPage } from '../pages/read-pages'
import { readDate } from '../read-date'
import { readLanguage } from '../read-language'
import { openTree } from '../xml/report-xml'
import { allWithin, childrenOf, textWithin, tidy, valueOf, within, type XmlElement } from '../xml/xml-tree'

/** Components of an item by their role: `alto`, `image`, `ocr`, `metadata`. */
const componentsOf = (item: XmlElement): { readonly role: string; readonly component: XmlElement }[] =>
  childrenOf(item, 'Component').map((component) => {
    const statement = allWithin(component, 'Statement').find((one) => valueOf(one, 'type') === 'role')
    return { role: tidy(statement?.text ?? ''), component }
  })

/** The file's name stands beside an address of the library's server. */
const fileOf = (component: XmlElement): string | undefined => {
  for (const resource of allWithin(component, 'Resource')) {
    const name = valueOf(resource, 'filename') ?? valueOf(resource, 'ref')
    if (name !== undefined) return name.replace(/^\w+:\/\/.*\//, '')
  }
  return undefined
}

const roleIn = (item: XmlElement): string => {
  for (const descriptor of childrenOf(item, 'Descriptor'))
    for (const statement of childrenOf(descriptor, 'Statement'))
      if (valueOf(statement, 'type') === 'role') return tidy(statement.text)
  return ''
}

const kindOf = (subject: string): ArticleKind => {
  if (/^advertentie|^advert/i.test(subject)) return 'advert'
  if (/familiebericht|^overlijden|mededeling/i.test(subject)) return 'notice'
  return /illustratie|^foto/i.test(subject) ? 'picture' : 'news'
}

interface PageItem {
  readonly id: string
  readonly alto: string | undefined
  readonly named: NamedPage
}

const pageOf = (item: XmlElement, path: string): PageItem => {
  const components = componentsOf(item)
  const alto = components.find(({ role }) => role === 'alto')
  const label = textWithin(item, 'nativePageNumber') ?? /\d{1,6}$/.exec(roleIn(item))?.[0]
  const file = alto && fileOf(alto.component)
  return {
    id: valueOf(item, 'identifier') ?? '',
    alto: file,
    named: {
      alto: file,
      images: components
        .filter(({ role }) => role.startsWith('image'))
        .flatMap(({ component }) => fileOf(component) ?? []),
      namedIn: path,
      line: item.line,
      ...(label === undefined ? {} : { label }),
    },
  }
}

const boxOf = (area: XmlElement): PlaceName['box'] | undefined => {
  const [x, y, width, height] = ['hpos', 'vpos', 'width', 'height'].map((name) =>
    Number(valueOf(area, name) ?? Number.NaN),
  )
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined
  return [x, y, width, height].every(Number.isFinite) ? [x, y, width, height] : undefined
}

/** Blocks that an article has in a file of ALTO; older packages have rectangles only. */
const placesIn = (
  part: XmlElement,
  pageOfFile: (name: string) => number | undefined,
  page: number | undefined,
): PlaceName[] => {
  const blocks = allWithin(part, 'blocks').flatMap((group) => {
    const own = pageOfFile(valueOf(group, 'alto') ?? '') ?? page
    return own === undefined
      ? []
      : group.children.flatMap((block): PlaceName[] => {
          const begin = valueOf(block, 'ID')
          return begin === undefined ? [] : [{ page: own, begin }]
        })
  })
  if (blocks.length > 0 || page === undefined) return blocks
  return allWithin(part, 'area').flatMap((area): PlaceName[] => {
    const box = boxOf(area)
    return box ? [{ page, box }] : []
  })
}

/** The National Library of the Netherlands (Delpher): MPEG-21 DIDL, and a file of text for each article. */
export const readDidl = async (source: PackageReader, path: string, root: XmlElement): Promise<SourceIssue> => {
  const items = allWithin(root, 'Item')
  const pageItems = items.filter((item) => /^page\b/.test(roleIn(item))).map((item) => pageOf(item, path))
  const read = await readPages(
    source,
    pageItems.map(({ named }) => named),
  )
  const numbers = new Map(pageItems.map(({ id }, index) => [id, index]))
  const byFile = new Map(pageItems.flatMap(({ alto }, index) => (alto === undefined ? [] : [[alto, index] as const])))

  const articles: SourceArticle[] = []
  for (const item of items) {
    if (!/^article\b/.test(roleIn(item))) continue
    const parts = allWithin(item, 'article-part').map((part, index) => ({
      part,
      order: Number(valueOf(part, 'order') ?? index),
    }))
    parts.sort((a, b) => a.order - b.order)
    const pieces = parts
      .flatMap(({ part }) => placesIn(part, (name) => byFile.get(name), numbers.get(valueOf(part, 'pageid') ?? '')))
      .map((place): NamedPiece => ({ role: 'paragraph', places: [place] }))
    const title = await titleOf(source, path, item)
    articles.push({
      id: valueOf(item, 'identifier') ?? '',
      kind: kindOf(textWithin(item, 'subject') ?? ''),
      pieces,
      file: path,
      line: item.line,
      ...(title === undefined ? {} : { title }),
    })
  }
  const [outer] = items
  const languages = outer ? allWithin(outer, 'language').flatMap(({ text }) => readLanguage(text) ?? []) : []
  const name = textWithin(root, 'title')
  const date = readDate(textWithin(root, 'date') ?? '')
  const issueNo = textWithin(root, 'issuenumber')
  // A paper of the Netherlands that is in two languages is in Dutch first.
  const lang = languages.includes('nl') ? 'nl' : mostFrequent(languages)
  return {
    paper: { ...(name === undefined ? {} : { name }), ...(lang === undefined ? {} : { lang }) },
    pages: read.pages,
    articles: articles.length === 0 ? undefined : articles,
    ...(date === undefined ? {} : { date }),
    ...(issueNo === undefined ? {} : { issueNo }),
  }
}

/** The title in the article's own file is the printed one; the catalogue's repeats the first line where there is none. */
const titleOf = async (source: PackageReader, path: string, item: XmlElement): Promise<string | undefined> => {
  const text = componentsOf(item).find(({ role }) => role === 'ocr')
  const address = text && fileOf(text.component)
  const file = address === undefined ? undefined : source.find(address, path)
  if (file === undefined) return textWithin(item, 'title')
  const root = await openTree(source, file)
  if (!root) return undefined
  const [title] = [...within(root)].filter(({ name }) => name === 'title')
  const printed = tidy(title?.text ?? '')
  return printed === '' ? undefined : printed
}
