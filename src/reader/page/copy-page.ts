import type { Issue } from '@/bundle/issue'
import { drawnAs } from '@/text/advance'
import { clustersOf } from '@/text/clusters'
import { copiedForm } from '@/text/copied-form'
import { htmlOf, paragraphsOf, selectedIn, type DrawnStretch, type SelectedText } from './copied-text'
import type { SheetPage } from './sheet-page'
import { layersOf, type ArticleLayer, type DrawnLine, type LayerTitle } from './typeset-layers'

/** An element of a page whose text is one piece, with its stretches. */
interface Block {
  readonly element: Element
  readonly stretches: readonly DrawnStretch[]
}

/** Where a text is not drawn as it is copied, each of its characters is a stretch, so that any part of it can be selected. */
const stretchesOf = (paragraph: string, lines: readonly DrawnLine[]): DrawnStretch[] =>
  lines.flatMap(({ segments }) =>
    segments.flatMap(({ text, drawing, isHyphenated }): DrawnStretch[] => {
      const stretchOf = (part: string) => ({ paragraph, drawn: drawnAs(part, drawing), copied: copiedForm(part) })
      const whole = stretchOf(text)
      const isOne = drawing === 'gaiji' || whole.drawn === whole.copied
      const stretches = isOne ? [whole] : clustersOf(text).map(stretchOf)
      return isHyphenated ? [...stretches, { paragraph, drawn: '-', copied: '' }] : stretches
    }),
  )

/** Decks are set as one title, each from a line of its own. */
const titleStretches = (name: string, { role, lines }: LayerTitle, deck: readonly string[]): DrawnStretch[] => {
  let [at, index, end] = [0, 0, deck[0]?.length ?? 0]
  return lines.flatMap((line) => {
    if (role === 'deck' && at >= end) end += deck[++index]?.length ?? Infinity
    at += line.segments.reduce((sum, { text }) => sum + text.length, 0)
    return stretchesOf(`${name} ${index}`, [line])
  })
}

const inArticle = (region: Element, { article, titles, frames }: ArticleLayer): Block[] => {
  const [titleElements, frameElements] = [region.querySelectorAll('.title'), region.querySelectorAll('.frame')]
  return [
    ...titles.flatMap((title, index): Block[] => {
      const element = titleElements[index]
      const name = `${article.id} ${title.role} ${index}`
      return element ? [{ element, stretches: titleStretches(name, title, article.deck ?? []) }] : []
    }),
    ...frames.flatMap(({ runs }, index) =>
      runs.flatMap(({ leaf, marker, lines }, at): Block[] => {
        const element = frameElements[index]?.children[at]
        const paragraph = `${article.id} ${leaf}`
        const sign = marker === undefined ? [] : [{ paragraph, drawn: marker, copied: `${marker} ` }]
        return element ? [{ element, stretches: [...sign, ...stretchesOf(paragraph, lines)] }] : []
      }),
    ),
  ]
}

/** All text of a page that can be selected, in the order of the document. */
const blocksOf = (root: Element, { page, part }: SheetPage, issue: Issue): Block[] => {
  if (!part?.setting) return []
  const { articles } = layersOf(part.setting, part, issue)
  const plainBlocks = [...root.querySelectorAll('.furniture')].map((element, index): Block => {
    const text = element.textContent
    return { element, stretches: [{ paragraph: `${page.no} line ${index}`, drawn: text, copied: text }] }
  })
  const regions = [...root.querySelectorAll('.region')]
  return [
    ...plainBlocks,
    ...articles.flatMap((layer, index) => (regions[index] ? inArticle(regions[index], layer) : [])),
  ].sort((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
}

/** Lines that are printed in a picture; each says what paragraph it belongs to. */
const printedBlocks = (root: Element): Block[] =>
  [...root.querySelectorAll('.printed-line')].map((element) => {
    const text = element.textContent
    return {
      element,
      stretches: [{ paragraph: element.getAttribute('data-paragraph') ?? '', drawn: text, copied: text }],
    }
  })

const selectedOf = ({ element, stretches }: Block, range: Range): SelectedText[] => {
  if (!range.intersectsNode(element)) return []
  const lengthTo = (node: Node, offset: number): number => {
    const before = document.createRange()
    before.selectNodeContents(element)
    const place = before.comparePoint(node, offset)
    if (place !== 0) return place < 0 ? 0 : element.textContent.length
    before.setEnd(node, offset)
    return before.toString().length
  }
  const from = lengthTo(range.startContainer, range.startOffset)
  const to = lengthTo(range.endContainer, range.endOffset)
  const shown = element.textContent
  const isAsCounted = shown.length === stretches.reduce((sum, { drawn }) => sum + drawn.length, 0)
  const [first] = stretches
  if (isAsCounted || !first) return selectedIn(stretches, from, to)
  return [{ paragraph: first.paragraph, text: copiedForm(shown.slice(from, to)) }]
}

/** Whether it is the page's own text that is selected, and not also that of an article beside it. */
const isOfPage = (range: Range, roots: readonly Element[]): boolean =>
  roots.some((root) => root.contains(range.startContainer) || root.contains(range.endContainer)) ||
  (roots.some((root) => range.intersectsNode(root)) && !document.querySelector('.full-article'))

/**
 * Copies what is selected on a page as its paragraphs, over lines and columns.
 * @param sheet the element in which the pages are drawn
 * @returns whether the selection is the page's own; otherwise the browser copies
 */
export const copyFromPage = (
  clipboard: DataTransfer,
  sheet: Element,
  pages: readonly SheetPage[],
  issue: Issue,
): boolean => {
  const selection = getSelection()
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : undefined
  const roots = [...sheet.querySelectorAll('.typeset, .facsimile')]
  if (!range || !isOfPage(range, roots)) return false
  const typeset = pages.filter(({ rendition, part }) => rendition?.kind === 'typeset' && part)
  const selected = roots
    .flatMap((root) => {
      if (root.matches('.facsimile')) return printedBlocks(root)
      const page = typeset.shift()
      return page ? blocksOf(root, page, issue) : []
    })
    .flatMap((block) => selectedOf(block, range))
  const paragraphs = paragraphsOf(selected)
  if (paragraphs.length === 0) return false
  clipboard.setData('text/plain', paragraphs.join('\n'))
  clipboard.setData('text/html', htmlOf(paragraphs))
  return true
}
