import { drawnText } from '@/text/private-use'

/** Markup, made by `element` alone: whatever else is put into an element is text, and is escaped. */
export interface Xml {
  readonly markup: string
}

/** What an element may hold; absent children are left out. */
export type XmlChild = Xml | string | undefined | false

type Attributes = Readonly<Record<string, string | undefined | false>>

/** Characters that XML 1.0 can't hold in any form, half of a surrogate pair among them. */
const impossible = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** `>` too, because `]]>` may not stand in a text; line ends and tabs, because a parser changes them. */
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text for XML: what can't be written becomes U+FFFD, what no font has becomes 〓. */
export const escapeXml = (text: string): string =>
  drawnText(text.replace(impossible, '\ufffd')).replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? '')

const isPresent = <Value>(value: Value | undefined | false): value is Value => value !== undefined && value !== false

/** Elements that never hold anything. Others are closed by a tag of their own: some e-readers take XHTML for HTML. */
const voids: ReadonlySet<string> = new Set(['img', 'meta', 'link', 'item', 'itemref'])

/** An element. Attributes that are absent are left out; names come from this code alone. */
export const element = (name: string, attributes: Attributes = {}, ...children: readonly XmlChild[]): Xml => {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (isPresent(value) ? [` ${key}="${escapeXml(value)}"`] : []))
    .join('')
  const inside = children
    .filter(isPresent)
    .map((child) => (typeof child === 'string' ? escapeXml(child) : child.markup))
    .join('')
  return {
    markup: inside === '' && voids.has(name) ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`,
  }
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** A whole document. */
export const xmlDocument = ({ markup }: Xml, doctype = ''): string => `${xmlDeclaration}${doctype}${markup}\n`
