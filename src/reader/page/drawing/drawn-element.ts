import { h, type VNode } from 'vue'

/** An element of a page as plain data: drawn by Vue on a server, and by the document itself in a browser. */
export interface DrawnElement {
  readonly tag: 'a' | 'div' | 'img' | 'p' | 'section' | 'span' | 'wbr'
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (DrawnElement | string)[]
}

/** Attributes with an undefined value are left out. */
export const element = (
  tag: DrawnElement['tag'],
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: DrawnElement['children'] = [],
): DrawnElement => {
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) given[name] = value
  return { tag, attributes: given, children }
}

/** For a server: what Vue writes as HTML. */
export const toVNode = ({ tag, attributes, children }: DrawnElement): VNode =>
  h(
    tag,
    attributes,
    children.map((child) => (typeof child === 'string' ? child : toVNode(child))),
  )

/** For a browser: a page has over a thousand elements, too many for a framework to compare on every change. */
export const toNode = ({ tag, attributes, children }: DrawnElement): HTMLElement => {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    // The policy of a strict host may forbid style attributes; a style set by script it always allows.
    if (name === 'style') node.style.cssText = value
    else node.setAttribute(name, value)
  }
  for (const child of children) node.append(typeof child === 'string' ? child : toNode(child))
  return node
}

const countOf = ({ children }: DrawnElement): number =>
  children.reduce((count, child) => count + (typeof child === 'string' ? 0 : countOf(child)), 1)

/** A page's elements in their order, parted so that each part but the last has at least so many elements within. */
export const partedBy = (least: number, drawn: readonly DrawnElement[]): DrawnElement[][] => {
  const parts: DrawnElement[][] = []
  let room = 0
  for (const one of drawn) {
    if (room <= 0) {
      parts.push([])
      room = least
    }
    parts.at(-1)?.push(one)
    room -= countOf(one)
  }
  return parts
}
