import type { Nodes, PhrasingContent } from 'mdast'
import type { Mark } from '@/bundle/page-part'

/** The text of a leaf and its emphasis, with offsets from the start of the leaf. */
export interface MarkedLeaf {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** A line break in the source becomes a space between Latin words, and nothing next to Chinese characters. */
const joinLines = (text: string): string =>
  text.replace(/[ \t]*\n[ \t]*/g, (_, at: number, whole: string) => {
    const before = whole[at - 1] ?? ''
    const after = /^\s*(.)/s.exec(whole.slice(at))?.[1] ?? ''
    return /[\x21-\x7e]/.test(before) && /[\x21-\x7e]/.test(after) ? ' ' : ''
  })

/** The text of nodes without markup. */
export const plainText = (nodes: readonly Nodes[]): string =>
  joinLines(
    nodes
      .map((node): string => {
        if ('value' in node) return node.value
        if (node.type === 'break') return '\n'
        return 'children' in node ? plainText(node.children) : ''
      })
      .join(''),
  )

/** The text and emphasis of a paragraph's content. Calls `unsupported` for Markdown that manuscripts do not support. */
export const markedText = (nodes: readonly PhrasingContent[], unsupported: (what: string) => void): MarkedLeaf => {
  const stretches: { text: string; kind?: Mark['kind'] }[] = []
  const visit = (node: PhrasingContent, kind?: Mark['kind']): void => {
    const keep = (text: string) => stretches.push({ text, ...(kind && { kind }) })
    switch (node.type) {
      case 'text':
        return void keep(node.value)
      case 'break':
        return void keep('\n')
      case 'strong':
        return node.children.forEach((child) => visit(child, 'strong'))
      case 'emphasis':
        return node.children.forEach((child) => visit(child, kind ?? 'emphasis'))
      case 'link':
        unsupported(`the address “${node.url}” inside a sentence`)
        return node.children.forEach((child) => visit(child, kind))
      case 'image':
        unsupported(`the picture “${node.url}” inside a sentence`)
        return void keep(node.alt ?? '')
      default:
        unsupported(`a ${node.type}`)
        return void keep('value' in node ? node.value : plainText([node]))
    }
  }
  nodes.forEach((node) => visit(node))
  // Lines are joined across the whole leaf; emphasis is then located by the length of the joined text before it.
  const marks: Mark[] = []
  let raw = ''
  for (const { text, kind } of stretches) {
    const from = joinLines(raw).length
    raw += text
    if (kind) marks.push({ kind, from, to: joinLines(raw).length })
  }
  const text = joinLines(raw)
  const trimmed = text.trimStart()
  const cut = text.length - trimmed.length
  return {
    text: trimmed.trimEnd(),
    marks: marks.map(({ kind, from, to }) => ({
      kind,
      from: Math.max(0, from - cut),
      to: Math.min(to - cut, trimmed.trimEnd().length),
    })),
  }
}
