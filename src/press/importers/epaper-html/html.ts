import { selectAll, selectOne } from 'css-select'
import { DomHandler, ElementType, Parser, type parseDocument } from 'htmlparser2'

/** A parsed file; sites leave tags open and repeat ids, so nothing is expected of it. */
export type HtmlNode = ReturnType<typeof parseDocument>
type Child = HtmlNode['children'][number]
export type HtmlElement = Extract<Child, { readonly attribs: object }>

/** No page of a newspaper nests deeper; searching a tree takes time that grows with its depth. */
const deepest = 256

/** Builds the tree, and leaves out tags that are nested too deeply; their text stays. */
class ShallowHandler extends DomHandler {
  #depth = 0

  override onopentag(...[name, attributes]: Parameters<DomHandler['onopentag']>): void {
    if (this.#depth++ < deepest) super.onopentag(name, attributes)
  }
  override onclosetag(): void {
    if (--this.#depth < deepest) super.onclosetag()
  }
}

export const readHtml = (text: string): HtmlNode => {
  const handler = new ShallowHandler()
  new Parser(handler).end(text)
  return handler.root
}

const isElement = (node: unknown): node is HtmlElement => node instanceof Object && 'attribs' in node

/** The elements that a selector finds; none if it is no selector, as one that a person wrote may be. */
export const findAll = (selector: string, root: HtmlNode | HtmlElement): HtmlElement[] => {
  try {
    return selectAll<Child, HtmlElement>(selector, [...root.children])
  } catch {
    return []
  }
}
export const findFirst = (selector: string, root: HtmlNode | HtmlElement): HtmlElement | undefined => {
  try {
    return selectOne<Child, HtmlElement>(selector, [...root.children]) ?? undefined
  } catch {
    return undefined
  }
}

/** An attribute, whatever the case of its name. */
export const attributeOf = ({ attribs }: HtmlElement, name: string): string | undefined =>
  attribs[name] ?? Object.entries(attribs).find(([key]) => key.toLowerCase() === name)?.[1]

const blockTags = new Set(
  'p div li ul ol tr td th table tbody h1 h2 h3 h4 h5 h6 blockquote section article center dd dt dl figure figcaption'.split(
    ' ',
  ),
)

/** What is met in an element, in order: lines of text, each from one paragraph, and pictures. */
export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string; readonly isStrong: boolean }
  | { readonly kind: 'picture'; readonly src: string; readonly alt: string }

const blanks = /[\s\u00a0\u3000]+/gu

/** The text and the pictures of an element: paragraphs and line breaks part the text; scripts and styles have none. */
export const piecesOf = (root: HtmlElement | HtmlNode): HtmlPiece[] => {
  const pieces: HtmlPiece[] = []
  let line = ''
  let strong = 0
  let plain = 0
  const end = (): void => {
    const text = line.replace(blanks, ' ').trim()
    if (text !== '') pieces.push({ kind: 'text', text, isStrong: strong > 0 && plain === 0 })
    line = ''
    strong = 0
    plain = 0
  }
  // A stack of its own: what a page nests may be deeper than calls can.
  const waiting: (readonly [node: Child, isStrong: boolean, isEnd: boolean])[] = []
  const push = (nodes: readonly Child[], isStrong: boolean): void => {
    for (let at = nodes.length - 1; at >= 0; at--) {
      const node = nodes[at]
      if (node) waiting.push([node, isStrong, false])
    }
  }
  push([...root.children], false)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, isStrong, isEnd] = next
    if (isEnd) end()
    else if (node.type === ElementType.Text) {
      line += node.data
      const length = node.data.replace(blanks, '').length
      if (isStrong) strong += length
      else plain += length
    } else if (isElement(node)) {
      const { name } = node
      if (name === 'script' || name === 'style') continue
      if (name === 'img') {
        end()
        const src = attributeOf(node, 'src')
        if (src) pieces.push({ kind: 'picture', src, alt: attributeOf(node, 'alt') ?? '' })
      } else if (name === 'br') end()
      else {
        const isBlock = blockTags.has(name)
        if (isBlock) {
          end()
          waiting.push([node, isStrong, true])
        }
        push([...node.children], isStrong || name === 'strong' || name === 'b')
      }
    }
  }
  end()
  return pieces
}

/** The text of an element on one line. */
export const textOf = (root: HtmlElement | HtmlNode): string =>
  piecesOf(root)
    .flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []))
    .join(' ')

/** A text that a script writes into the page: `document.write(view("…"))`. */
const writtenText = (element: HtmlElement): string => {
  const script = findFirst('script', element)
  const [child] = script ? [...script.children] : []
  const source = child && 'data' in child && typeof child.data === 'string' ? child.data : ''
  const [, , written = ''] = /(["'])((?:(?!\1)[^\\]|\\.)*)\1/u.exec(source) ?? []
  return textOf(readHtml(written))
}

/** The text of a link, also if a script writes it. */
export const linkText = (element: HtmlElement): string =>
  textOf(element) || writtenText(element) || (attributeOf(element, 'title') ?? '').trim()
