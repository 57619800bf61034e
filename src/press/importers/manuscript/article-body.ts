import type { BlockContent, DefinitionContent, Html, PhrasingContent, RootContent } from 'mdast'
import type { Mark } from '@/bundle/page-part'
import type { Report } from '../../report'
import { decodedAddress } from './decoded-address'
import { jointOf, markedText, plainText, type MarkedLeaf } from './inline-text'
import { parseMarkdown } from './parse-markdown'
import { plainLines, reportTags, withinDepth, withinLines, withoutComments } from './markup'
import type { Reason } from '../../findings/chinese/reasons'

/** A picture at its place in the text, with caption and credit as printed. */
export interface PictureUse {
  readonly file: string
  readonly caption: string
  readonly credit?: string
  readonly alt?: string
  readonly line: number
}

/** Target of a reference as written: a page's label or number, or the path of an article. */
export type ReferenceTarget = { readonly page: string } | { readonly article: string }

/** A block that does not have ids yet. */
export type BodyBlock =
  | {
      readonly kind: 'paragraph' | 'subhead' | 'quotation' | 'pull-quote' | 'note' | 'verse'
      readonly leaves: readonly string[]
    }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly leaves: readonly string[] }
  | { readonly kind: 'table'; readonly columns: number; readonly hasHead: boolean; readonly leaves: readonly string[] }
  | { readonly kind: 'picture'; readonly use: PictureUse; readonly leaves: readonly string[] }
  | {
      readonly kind: 'reference'
      readonly target: ReferenceTarget
      readonly line: number
      readonly leaves: readonly string[]
    }

export interface ArticleBody {
  readonly blocks: readonly BodyBlock[]
  /** Offsets in the article's text. */
  readonly marks: readonly Mark[]
  /** `<!-- cut: 7 -->`: from this offset the article continues on that page; between two lines of a paragraph, in the middle of it. */
  readonly cuts: readonly { readonly at: number; readonly page: string; readonly line: number }[]
}

/** As many as the format has. */
const mostColumns = 40

const cutLine = /^<!--\s*cut:\s*([^\s<>]{1,20})\s*-->$/
const notePattern = /^【[^】]{0,8}编(者|后|辑)?(按|的话|语)?[^】]{0,8}】/

/** Splits “caption｜credit”, the title of a picture in Markdown. */
const splitCaption = (title: string): { caption: string; credit?: string } => {
  const [caption = '', credit] = title.split(/[｜|]/)
  return { caption: caption.trim(), ...(credit?.trim() && { credit: credit.trim() }) }
}

const leavesOfPicture = ({ caption, credit }: PictureUse): string[] => [caption, ...(credit ? [credit] : [])]

const targetOf = (url: string): ReferenceTarget | undefined => {
  const [, page] = /^page:([^\s/]{1,60})$/.exec(url) ?? []
  const [, article] = /^article:(.+)$/.exec(url) ?? []
  if (page) return { page: decodedAddress(page) }
  return article ? { article: decodedAddress(article) } : undefined
}

/** Collects blocks and counts offsets; every leaf ends in one line feed. [B7] */
class BodyBuilder {
  readonly blocks: BodyBlock[] = []
  readonly marks: Mark[] = []
  readonly cuts: { at: number; page: string; line: number }[] = []
  length = 0

  add(block: BodyBlock, leaves: readonly MarkedLeaf[] = []): void {
    for (const { text, marks } of leaves) {
      for (const { kind, from, to } of marks) this.marks.push({ kind, from: this.length + from, to: this.length + to })
      this.length += text.length + 1
    }
    if (leaves.length === 0) this.length += block.leaves.reduce((sum, leaf) => sum + leaf.length + 1, 0)
    this.blocks.push(block)
  }

  /** Puts the rest of a paragraph that a cut line parts to its beginning; the last cut stands between them. */
  goOn({ text, marks }: MarkedLeaf): void {
    const start = this.blocks.pop()
    const [leaf = ''] = start?.leaves ?? []
    const joint = jointOf(leaf, text)
    // Without the line feed that was counted after it.
    const at = this.length - 1 + joint.length
    for (const { kind, from, to } of marks) this.marks.push({ kind, from: at + from, to: at + to })
    const cut = this.cuts.pop()
    if (cut) this.cuts.push({ ...cut, at })
    this.blocks.push({ kind: 'paragraph', leaves: [leaf + joint + text] })
    this.length = at + text.length + 1
  }
}

/**
 * Converts an article's Markdown to blocks. `firstLine` is the line of the file on which the body begins. Markdown that
 * a manuscript does not support is reported, and its text is kept.
 */
export const readBody = (markdown: string, file: string, firstLine: number, report: Report): ArticleBody => {
  const at = { file, firstLine }
  const text = [withinDepth, withinLines].reduce(
    (all, within) => within(all, at, report),
    withoutComments(markdown, at, report),
  )
  const nodes = parseMarkdown(text, plainLines(text, at, report))
  const body = new BodyBuilder()
  const lineOf = (node: { position?: { start: { line: number } } | undefined }) =>
    (node.position?.start.line ?? 1) + firstLine - 1
  const unsupported = (node: RootContent, what: Reason) =>
    report.add('unread-markdown', { file, line: lineOf(node) }, { what })
  const printedHtml = (node: Html): string => {
    if (node.value.startsWith('<!--')) {
      unsupported(node, 'a cut line that does not stand by itself with the number of a page')
      return ''
    }
    reportTags(node.value, { file, firstLine: lineOf(node) }, report)
    return node.value
  }
  const leafOf = (children: readonly PhrasingContent[]): MarkedLeaf =>
    markedText(children, { unsupported: (what, node) => unsupported(node, what), printed: printedHtml })

  const addText = (kind: 'paragraph' | 'subhead' | 'quotation' | 'note', leaf: MarkedLeaf): void =>
    body.add({ kind, leaves: [leaf.text] }, [leaf])

  const addPicture = (use: PictureUse): void => body.add({ kind: 'picture', use, leaves: leavesOfPicture(use) })

  const addParagraph = (children: readonly PhrasingContent[], line: number): void => {
    const solid = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
    const [only] = solid
    if (solid.length > 0 && solid.every((child) => child.type === 'image')) {
      for (const image of solid)
        if (image.type === 'image')
          addPicture({
            file: image.url,
            ...splitCaption(image.title ?? ''),
            ...(image.alt && { alt: image.alt }),
            line,
          })
      return
    }
    const target = solid.length === 1 && only?.type === 'link' ? targetOf(only.url) : undefined
    if (target && only?.type === 'link') {
      body.add({ kind: 'reference', target, line, leaves: [plainText(only.children)] })
      return
    }
    addText('paragraph', leafOf(children))
  }

  const flatten = (nodes: readonly (BlockContent | DefinitionContent)[]): MarkedLeaf => {
    const texts = nodes.flatMap((node) => {
      if (node.type === 'paragraph') return [leafOf(node.children)]
      if (node.type === 'html') return [{ text: printedHtml(node).replace(/\s+/g, ' ').trim(), marks: [] }]
      unsupported(node, `a ${node.type} inside a list or quotation`)
      return [
        {
          text: 'value' in node ? node.value.replace(/\s+/g, ' ') : plainText('children' in node ? node.children : []),
          marks: [],
        },
      ]
    })
    return texts.reduce(
      (all, one) => ({
        text: all.text + one.text,
        marks: [
          ...all.marks,
          ...one.marks.map((mark) => ({ ...mark, from: mark.from + all.text.length, to: mark.to + all.text.length })),
        ],
      }),
      { text: '', marks: [] },
    )
  }

  /** Whether a cut line stands between these two, and no blank line: they are one paragraph, which it parts. */
  const isParted = (start: RootContent | undefined, cut: RootContent | undefined, rest: RootContent): boolean =>
    start?.type === 'paragraph' &&
    cut?.type === 'html' &&
    cutLine.test(cut.value.trim()) &&
    body.blocks.at(-1)?.kind === 'paragraph' &&
    start.position?.end.line === lineOf(cut) - firstLine &&
    cut.position?.end.line === lineOf(rest) - firstLine

  const addNode = (node: RootContent, index: number, all: readonly RootContent[]): void => {
    const line = lineOf(node)
    switch (node.type) {
      case 'paragraph':
        if (isParted(all[index - 2], all[index - 1], node)) return body.goOn(leafOf(node.children))
        return addParagraph(node.children, line)
      case 'heading':
        if (node.depth === 1) unsupported(node, 'a heading with one #')
        return addText('subhead', leafOf(node.children))
      case 'blockquote':
        return node.children.forEach((child, index) => {
          const leaf = flatten([child])
          const isNote = body.blocks.at(-1)?.kind === 'note' && index > 0
          addText(isNote || notePattern.test(leaf.text) ? 'note' : 'quotation', leaf)
        })
      case 'list': {
        const leaves = node.children.map((item) => flatten(item.children))
        return body.add(
          { kind: 'list', ordered: node.ordered === true, leaves: leaves.map(({ text }) => text) },
          leaves,
        )
      }
      case 'table': {
        const columns = node.children[0]?.children.length ?? 1
        if (columns > mostColumns) {
          unsupported(node, `a table of more than ${mostColumns} columns`)
          return node.children.forEach(({ children }) => {
            const text = children.map((cell) => plainText(cell.children)).join('　')
            addText('paragraph', { text, marks: [] })
          })
        }
        const leaves = node.children.flatMap((row) =>
          Array.from({ length: columns }, (_, index) => leafOf(row.children[index]?.children ?? [])),
        )
        return body.add({ kind: 'table', columns, hasHead: true, leaves: leaves.map(({ text }) => text) }, leaves)
      }
      case 'code': {
        const lines = node.value.split('\n')
        if (node.lang === 'verse') return body.add({ kind: 'verse', leaves: lines })
        if (node.lang === 'pullquote')
          return body.add({ kind: 'pull-quote', leaves: lines.filter((text) => text.trim() !== '') })
        unsupported(node, 'a fenced block without the word verse or pullquote')
        return lines.forEach((text) => addText('paragraph', { text, marks: [] }))
      }
      case 'html': {
        const [, page] = cutLine.exec(node.value.trim()) ?? []
        if (page) return void body.cuts.push({ at: body.length, page, line })
        const text = printedHtml(node).replace(/\s+/g, ' ').trim()
        return text === '' ? undefined : addText('paragraph', { text, marks: [] })
      }
      case 'thematicBreak':
        return unsupported(node, 'a ruled line')
      default:
        unsupported(node, `a ${node.type}`)
        if ('children' in node) addText('paragraph', { text: plainText(node.children), marks: [] })
    }
  }
  nodes.forEach(addNode)
  return { blocks: body.blocks, marks: body.marks, cuts: body.cuts }
}
