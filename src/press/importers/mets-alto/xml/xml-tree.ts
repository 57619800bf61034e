import { localName, parseXml, type Attributes, type XmlFaults } from './parse-xml'

/** An element of a file that is small enough to be held whole. Names are without prefix. */
export interface XmlElement {
  readonly name: string
  readonly line: number
  readonly children: readonly XmlElement[]
  /** Its own text, without that of its children. */
  readonly text: string
  readonly attributes: Attributes
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[]
  text: string
}

/** Deeper than any source nests, and shallow enough to be walked by recursion. */
const deepest = 200
/** Of a file of 256 MB, more than any real one has. */
const mostElements = 4_000_000

export interface XmlTree {
  readonly root: XmlElement | undefined
  readonly faults: XmlFaults
  /** Elements that lie too deep, or are too many, and were left out. */
  readonly leftOut: number
}

export const readXmlTree = (bytes: Uint8Array): XmlTree => {
  let root: OpenElement | undefined
  let count = 0
  let leftOut = 0
  const path: OpenElement[] = []
  /** Elements that are open and were left out. */
  let skipped = 0
  const faults = parseXml(bytes, {
    open: (name, attributes, line) => {
      count++
      if (skipped > 0 || path.length >= deepest || count > mostElements || (path.length === 0 && root !== undefined)) {
        skipped++
        leftOut++
        return
      }
      const element: OpenElement = { name: localName(name), attributes, line, children: [], text: '' }
      path.at(-1)?.children.push(element)
      root ??= element
      path.push(element)
    },
    close: () => {
      if (skipped > 0) skipped--
      else path.pop()
    },
    text: (text) => {
      const element = path.at(-1)
      if (element !== undefined && skipped === 0) element.text += text
    },
  })
  return { root, faults, leftOut }
}

/** By its name without prefix. */
export const attribute = (of: Attributes, name: string): string | undefined => {
  const plain = of[name]
  if (plain !== undefined) return plain
  for (const key in of) if (key.length > name.length && key.endsWith(`:${name}`)) return of[key]
  return undefined
}

export const valueOf = (element: XmlElement, name: string): string | undefined => attribute(element.attributes, name)

/** Children of that name. */
export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name)

/** The element and all inside, in the order of the file. */
export function* within(element: XmlElement): Generator<XmlElement> {
  const waiting: XmlElement[] = [element]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next
    for (let child = next.children.length - 1; child >= 0; child--) {
      const inner = next.children[child]
      if (inner) waiting.push(inner)
    }
  }
}

/** Elements inside of that name. */
export const allWithin = (element: XmlElement, name: string): XmlElement[] =>
  [...within(element)].filter((inner) => inner.name === name)

/** The text of the first element inside of that name that has any. */
export const textWithin = (element: XmlElement, name: string): string | undefined => {
  for (const inner of within(element)) if (inner.name === name && inner.text.trim() !== '') return tidy(inner.text)
  return undefined
}

export const tidy = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
