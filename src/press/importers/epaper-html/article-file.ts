import { dateIn, numberInName } from './addresses'
import { findFirst, piecesOf, readHtml, textOf, type HtmlNode } from './html'
import { propertiesOf } from './properties'
import { selectorsFor, type EpaperProfile } from './profile'

/** What a saved page of an article says. */
export interface EpaperArticle {
  readonly file: string
  readonly headline?: string
  readonly kicker?: string
  readonly deck?: string
  readonly byline?: string
  readonly paragraphs: readonly { readonly kind: 'paragraph' | 'subhead'; readonly text: string }[]
  /** Addresses as written. */
  readonly pictures: readonly { readonly src: string; readonly alt: string }[]
  readonly date?: string
  /** The label of its page. */
  readonly page?: string
  /** Where it was published. */
  readonly url?: string
}

/** Longer lines in heavy type are sentences that are stressed. */
const longestSubhead = 30

const first = (root: HtmlNode, selectors: readonly string[]) => {
  for (const selector of selectors) {
    const element = findFirst(selector, root)
    if (element && textOf(element) !== '') return element
  }
  return undefined
}

const printedDate = /(?:19|20)\d\d ?[年-] ?\d{1,2} ?[月-] ?\d{1,2}/u
const edge = /[\s:：（(]/u

/** A byline without the date that stands behind it. */
const bylineIn = (text: string): string | undefined => {
  const line = text.slice(0, printedDate.exec(text)?.index ?? text.length)
  let [from, to] = [0, line.length]
  while (from < to && edge.test(line[from] ?? '')) from++
  while (to > from && edge.test(line[to - 1] ?? '')) to--
  return line.slice(from, to) || undefined
}

/** Reads the saved page of an article: what the system says of it first, then what stands on it. */
export const readArticleFile = (file: string, text: string, profile: EpaperProfile): EpaperArticle => {
  const root = readHtml(text)
  const properties = propertiesOf(text)
  const shown = (what: 'headline' | 'kicker' | 'deck' | 'byline'): string | undefined => {
    const element = first(root, selectorsFor(profile, what))
    return element && textOf(element)
  }
  const body = first(root, selectorsFor(profile, 'text'))
  const pieces = body ? piecesOf(body) : []
  const byline = bylineIn(properties.get('author') ?? shown('byline') ?? '')
  const headline = properties.get('title') ?? shown('headline')
  const kicker = properties.get('introtitle') ?? shown('kicker')
  const deck = properties.get('subtitle') ?? shown('deck')
  const date = dateIn(properties.get('date') ?? '') ?? dateIn(file)
  const label = findFirst('#nowLayout', root)
  const page = (label && textOf(label)) || properties.get('pagenum') || numberInName(file)
  const url = properties.get('url')
  return {
    file,
    ...(headline && { headline }),
    ...(kicker && kicker !== headline && { kicker }),
    ...(deck && deck !== headline && { deck }),
    ...(byline && { byline }),
    paragraphs: pieces.flatMap((piece) =>
      piece.kind === 'text'
        ? [
            {
              kind:
                piece.isStrong && piece.text.length <= longestSubhead && !/[。！？；，：]$/u.test(piece.text)
                  ? ('subhead' as const)
                  : ('paragraph' as const),
              text: piece.text,
            },
          ]
        : [],
    ),
    pictures: pieces.flatMap((piece) => (piece.kind === 'picture' ? [{ src: piece.src, alt: piece.alt }] : [])),
    ...(date && { date }),
    ...(page && { page }),
    ...(url && { url }),
  }
}
