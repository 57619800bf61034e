import { leavesOf, type PlacedLeaf } from '@/bundle/article-text'
import { boundsOf, outlineOfBox, type Box } from '@/bundle/geometry'
import type { PictureId } from '@/bundle/ids'
import type { Article, Issue } from '@/bundle/issue'
import { findArticle } from '@/bundle/lookup'
import { splitterOf, stretchesIn, type MarkSplitter } from '@/bundle/marked-text'
import type { Mark, PagePart } from '@/bundle/page-part'
import { boxOf, plainLine, plainRuns, type PlainLine } from '@/bundle/set-runs'
import type { Furniture, Ground, RunStyle, SetArticle, Setting, SetTitle, TitleFace } from '@/bundle/setting'
import { titleFaceOf, titleTextOf } from '@/bundle/setting-title'
import { faceOfRun, faceOfTitle } from '@/bundle/setting-face-of'
import { segmentsOf, type LineFace, type LineSegment } from '@/text/line-setting'

/** Neighbouring characters of a line with the same drawing. */
export interface DrawnSegment extends LineSegment {
  readonly mark?: Mark['kind']
}

/** A line as it is drawn; lengths in em. */
export interface DrawnLine {
  readonly segments: readonly DrawnSegment[]
  readonly spacing: number
  readonly indent: number
}

/** Lines of one leaf in one frame: a paragraph on the page. */
export interface DrawnRun {
  readonly style: RunStyle
  /** Offset of the leaf in its article. */
  readonly leaf: number
  readonly at: number
  readonly inset: number
  readonly size: number
  /** Bullet or number of a list item, drawn in the inset. */
  readonly marker?: string
  readonly lines: readonly DrawnLine[]
}

export interface LayerFrame extends Box {
  readonly isVertical: boolean
  readonly runs: readonly DrawnRun[]
}

export interface LayerTitle extends Box {
  readonly role: SetTitle['role']
  readonly face: TitleFace
  readonly isVertical: boolean
  readonly size: number
  /** Distance between lines. */
  readonly leading: number
  readonly lines: readonly DrawnLine[]
}

export interface LayerPlate extends Box {
  readonly picture: PictureId
}

/** Everything of one article on the page, in page units from the corner of the sheet. */
export interface ArticleLayer {
  readonly article: Article
  readonly box: Box
  readonly titles: readonly LayerTitle[]
  readonly frames: readonly LayerFrame[]
  readonly plates: readonly LayerPlate[]
  readonly jumps: readonly Furniture[]
}

/** A typeset page as it is drawn. */
export interface TypesetLayers {
  readonly leading: number
  readonly grounds: readonly Ground[]
  readonly articles: readonly ArticleLayer[]
  /** What belongs to no article: nameplate, folio, banner heads. */
  readonly furniture: readonly Furniture[]
}

const drawLine = (
  text: string,
  from: number,
  { spacing, indent }: PlainLine,
  face: LineFace,
  split: MarkSplitter,
): DrawnLine => {
  let at = from
  const segments = segmentsOf(text, face).flatMap((segment): DrawnSegment[] => {
    const start = at
    at += segment.text.length
    // A run that is shaped as one is never divided: it is marked as it begins.
    if (segment.box) {
      const kind = split(segment.text, start)[0]?.kind
      return [{ ...segment, ...(kind && { mark: kind }) }]
    }
    const { isHyphenated, ...plain } = segment
    return split(segment.text, start).map(({ text: part, kind }, index, parts) => ({
      ...plain,
      text: part,
      ...(kind && { mark: kind }),
      ...(isHyphenated && index === parts.length - 1 && { isHyphenated }),
    }))
  })
  return { segments, spacing: spacing / 1000, indent: indent / 1000 }
}

/** A title has no emphasis. */
const unmarked = splitterOf([])

/** Cuts a text into lines by the counts that the press stored. */
const drawLines = (
  text: string,
  from: number,
  lines: readonly PlainLine[],
  face: LineFace,
  split: MarkSplitter = unmarked,
): DrawnLine[] => {
  let at = 0
  return lines.map((line) => {
    const own = text.slice(at, at + line.count)
    const drawn = drawLine(own, from + at, line, face, split)
    at += own.length
    return drawn
  })
}

const drawTitle = (article: Article, title: SetTitle, lang: string): LayerTitle => {
  const box = boxOf(title.box)
  const isVertical = title.writing === 'vertical'
  const lines = title.lines.map(plainLine)
  return {
    ...box,
    role: title.role,
    face: titleFaceOf(title),
    isVertical,
    size: title.size,
    leading: (isVertical ? box.width : box.height) / lines.length,
    lines: drawLines(titleTextOf(article, title), 0, lines, faceOfTitle(title.role, lang)),
  }
}

const markerOf = ({ block, leafIndex }: PlacedLeaf): string | undefined => {
  if (block.kind !== 'list') return undefined
  return block.ordered ? `${leafIndex + 1}.` : '·'
}

/** Margin around an article, so that glyphs at its edge are not cut off and its outline does not touch the text. */
const air = 16
const breathing = ({ x, y, width, height }: Box): Box => ({
  x: x - air,
  y: y - air,
  width: width + 2 * air,
  height: height + 2 * air,
})

const layerOf = (
  article: Article,
  set: SetArticle,
  setting: Setting,
  { pieces }: PagePart,
  issueLang: string,
): ArticleLayer => {
  const lang = article.lang ?? issueLang
  const own = pieces.filter((piece) => piece.article === article.id)
  const inOrder = own.sort((a, b) => a.range[0] - b.range[0])
  const leaves = inOrder.flatMap((piece) =>
    leavesOf(piece.blocks, piece.range[0]).map((leaf) => ({
      leaf,
      from: leaf.from,
      to: leaf.from + leaf.text.length + 1,
    })),
  )
  const split = splitterOf(inOrder.flatMap((piece) => piece.marks ?? []))
  const leafAt = (offset: number): PlacedLeaf | undefined => stretchesIn(leaves, offset, offset + 1)[0]?.leaf
  const frames = (set.frames ?? []).map((frame): LayerFrame => ({
    ...boxOf(frame.box),
    isVertical: frame.writing === 'vertical',
    runs: plainRuns(frame, setting).flatMap(({ from, style, at, inset, size, lines }): DrawnRun[] => {
      const leaf = leafAt(from)
      if (!leaf) return []
      const marker = from === leaf.from ? markerOf(leaf) : undefined
      const drawn = drawLines(leaf.text.slice(from - leaf.from), from, lines, faceOfRun(style, lang), split)
      return [{ style, leaf: leaf.from, at, inset, size, ...(marker && { marker }), lines: drawn }]
    }),
  }))
  const plates = (set.plates ?? []).flatMap((plate): LayerPlate[] => {
    const block = leafAt(plate.from)?.block
    return block?.kind === 'picture' ? [{ ...boxOf(plate.box), picture: block.picture }] : []
  })
  const titles = (set.titles ?? []).map((title) => drawTitle(article, title, lang))
  const jumps = set.jumps ?? []
  const boxes: readonly Box[] = [...titles, ...frames, ...plates, ...jumps.map(({ box }) => boxOf(box))]
  return { article, box: breathing(boundsOf(boxes.map(outlineOfBox))), titles, frames, plates, jumps }
}

/** A page's setting with the text of its lines, article by article in reading order. */
export const layersOf = (setting: Setting, part: PagePart, issue: Issue): TypesetLayers => ({
  leading: setting.leading,
  grounds: setting.grounds,
  articles: setting.articles.flatMap((set) => {
    const article = findArticle(issue, set.article)
    return article ? [layerOf(article, set, setting, part, issue.lang)] : []
  }),
  furniture: setting.furniture,
})
