import { createHash } from 'node:crypto'
import { trustedTypes } from './response-headers'
import template from '../../../index.html?raw'

/** A tag of the head: `['link', { rel: 'canonical', href }]`. */
export type HeadTag = readonly [name: 'link' | 'meta', attributes: Readonly<Record<string, string>>]

/** A page of a site. All texts are plain; the document escapes them. */
export interface HtmlDocument {
  readonly lang: string
  readonly title: string
  readonly tags: readonly HeadTag[]
  /** Style attribute of `<html>`: the paper's colours. */
  readonly style: string
  /** The script for the head, which must run before anything is painted; the policy allows exactly this text. */
  readonly inlineScript: { readonly source: string; readonly attributes: Readonly<Record<string, string>> }
  /** Style sheets for the first paint, each allowed by the policy as it is. */
  readonly inlineStyles: readonly string[]
  /** JSON for the app and for search engines: never executed. */
  readonly data: readonly {
    readonly type: 'application/json' | 'application/ld+json'
    readonly attributes?: Readonly<Record<string, string>>
    readonly json: string
  }[]
  /** What stands in `#app`, as HTML of the reader's own; empty for the shell. */
  readonly body: string
  readonly bodyAttributes?: Readonly<Record<string, string>>
  /** Address of a square picture for chats that show the first picture of a page with its link. Nobody sees it on the page. */
  readonly firstPicture?: string
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for HTML, in an element or a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')

/** JSON for a script element: no `</script>` can end it. */
export const escapeJson = (json: string): string => json.replace(/</g, '\\u003c')

const attributesOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('')

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * The page's own policy: scripts and styles of this site and the inline ones by their hash; a typeset page places its lines by
 * style attributes, which can do nothing else. What holds for every page alike, a server says in a header too.
 */
const policyOf = ({ inlineScript, inlineStyles }: HtmlDocument): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${hashOf(inlineScript.source)}`,
    `style-src 'self' ${inlineStyles.map(hashOf).join(' ')}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    trustedTypes,
  ].join('; ')

/** The document as text, made from the same index.html that the development server shows. */
export const writeDocument = (document: HtmlDocument): string => {
  const {
    lang,
    style,
    title,
    tags,
    inlineScript,
    inlineStyles,
    data,
    body,
    bodyAttributes = {},
    firstPicture,
  } = document
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policyOf(document))}" />`,
    `<script${attributesOf(inlineScript.attributes)}>${inlineScript.source}</script>`,
    `<title>${escapeHtml(title)}</title>`,
    ...tags.map(([name, attributes]) => `<${name}${attributesOf(attributes)} />`),
    ...inlineStyles.map((style) => `<style>${style}</style>`),
  ]
  const blocks = data.map(
    ({ type, attributes = {}, json }) =>
      `<script type="${type}"${attributesOf(attributes)}>${escapeJson(json)}</script>`,
  )
  // Hidden and lazy: a browser never fetches it, unless it runs no scripts and so knows nothing lazy.
  const picture =
    firstPicture === undefined ? '' : `<img src="${escapeHtml(firstPicture)}" alt="" loading="lazy" hidden />\n    `
  // Functions, because a text may hold what String.replace takes for a pattern.
  return template
    .replace(/<html lang="[^"]*">/, () => `<html${attributesOf({ lang, ...(style && { style }) })}>`)
    .replace('<title></title>', () => head.join('\n    '))
    .replace(
      '<div id="app"></div>',
      () => `${picture}<div id="app"${attributesOf(bodyAttributes)}>${body}</div>\n    ${blocks.join('\n    ')}`,
    )
    .replace(/(?<!\s)\s*<script type="module" src="\/src[^>]*><\/script>/, '')
}
