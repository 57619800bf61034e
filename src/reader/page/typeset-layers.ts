import { leavesOf, splitByMarks } from '@/bundle/article-text'
import type { Block } from '@/bundle/block'
import { boundsOf, outlineOfBox, type Box } from '@/bundle/geometry'
import type { ArticleId, PictureId } from '@/bundle/ids'
import type { Article, Issue } from '@/bundle/issue'
import { findArticle } from '@/bundle/lookup'
import type { Mark, PagePart } from '@/bundle/page-part'
import type { Frame, Furniture, Ground, RunStyle, SetLine, Setting, SetTitle } from '@/bundle/setting'
import { weightOfRun, weightOfTitle, type FaceWeight } from '@/bundle/setting-weight'
import { segmentsOf, type LineSegment } from '@/text/line-setting'

/** Neighbouring characters of a line that are drawn alike. */
export interface DrawnSegment extends LineSegment {
  readonly mark?: Mark['kind']
}

/** A line as it is drawn; lengths in em. */
export interface DrawnLine {
  readonly segments: readonly DrawnSegment[]
  readonly spacing: number
  readonly indent: number
}

/** Lines of one leaf in one frame: one paragraph of the page. */
export interface DrawnRun {
  readonly style: RunStyle
  readonly at: number
  readonly inset: number
  readonly size: number
  readonly leading: number
  /** Bullet or number of a list's item, drawn in the inset. */
  readonly marker?: string
  readonly lines: readonly DrawnLine[]
}

export interface DrawnTitle extends Box {
  readonly role: SetTitle['role']
  readonly size: number
  readonly leading: number
  readonly lines: readonly DrawnLine[]
}

export interface DrawnPlate extends Box {
  readonly picture: PictureId
}

/** Everything of one article on the page, in page units from the sheet's corner. */
export interface ArticleLayer {
  readonly article: Article
  readonly box: Box
  readonly titles: readonly DrawnTitle[]
  readonly frames: readonly (Box & { readonly runs: readonly DrawnRun[]; readonly isVertical: boolean })[]
  readonly plates: readonly DrawnPlate[]
  readonly jumps: readonly Furniture[]
}

/** A typeset page as it is drawn. */
export interface TypesetLayers {
  readonly grounds: readonly Ground[]
  readonly articles: readonly ArticleLayer[]
  /** What belongs to no article: nameplate, folio, banner heads. */
  readonly furniture: readonly Furniture[]
}

/** Where a text comes from: one leaf of an article. */
interface Leaf {
  readonly text: string
  readonly from: number
  readonly block: Block
  readonly leafIndex: number
}

const drawLine = (
  text: string,
  from: number,
  [, spacing = 0, indent = 0]: SetLine,
  weight: FaceWeight,
  marks: readonly Mark[],
): DrawnLine => {
  let at = from
  const segments = segmentsOf(text, weight).flatMap((segment): DrawnSegment[] => {
    const start = at
    at += segment.text.length
    return splitByMarks(segment.text, start, marks).map(({ text: part, kind }) => ({
      ...segment,
      text: part,
      ...(kind && { mark: kind }),
    }))
  })
  return { segments, spacing: spacing / 1000, indent: indent / 1000 }
}

/** Cuts a text into the lines that the press counted. */
const drawLines = (
  text: string,
  from: number,
  lines: readonly SetLine[],
  weight: FaceWeight,
  marks: readonly Mark[] = [],
): DrawnLine[] => {
  let at = 0
  return lines.map((line) => {
    const own = text.slice(at, at + (line[0] ?? 0))
    const drawn = drawLine(own, from + at, line, weight, marks)
    at += own.length
    return drawn
  })
}

const titleText = (article: Article, { role, text }: SetTitle): string => {
  if (text !== undefined) return text
  if (role === 'deck') return (article.deck ?? []).join('')
  if (role === 'headline' || role === 'jump-head') return article.headline ?? article.workingTitle ?? ''
  return article[role] ?? ''
}

const markerOf = ({ block, leafIndex }: Leaf): string | undefined => {
  if (block.kind !== 'list') return undefined
  return block.ordered ? `${leafIndex + 1}.` : '·'
}

const drawRuns = ({ runs }: Frame, leafAt: (offset: number) => Leaf | undefined, marks: readonly Mark[]): DrawnRun[] =>
  runs.flatMap((run) => {
    const leaf = leafAt(run.from)
    if (!leaf) return []
    const marker = run.from === leaf.from ? markerOf(leaf) : undefined
    return [
      {
        style: run.style,
        at: run.at,
        inset: run.inset ?? 0,
        size: run.size,
        leading: run.leading,
        ...(marker && { marker }),
        lines: drawLines(leaf.text.slice(run.from - leaf.from), run.from, run.lines, weightOfRun(run.style), marks),
      },
    ]
  })

/** A little air round an article, so that a glyph at its edge is not cut and its outline does not touch the text. */
const air = 80
const breathing = ({ x, y, width, height }: Box): Box => ({
  x: x - air,
  y: y - air,
  width: width + 2 * air,
  height: height + 2 * air,
})

const layerOf = (article: Article, setting: Setting, { pieces }: PagePart): ArticleLayer => {
  const own = pieces.filter((piece) => piece.article === article.id)
  const leaves: readonly Leaf[] = own.flatMap((piece) => leavesOf(piece.blocks, piece.range[0]))
  const marks = own.flatMap((piece) => piece.marks ?? [])
  const leafAt = (offset: number): Leaf | undefined =>
    leaves.find(({ from, text }) => offset >= from && offset <= from + text.length)
  const isOwn = ({ article: id }: { readonly article?: ArticleId | undefined }): boolean => id === article.id
  const titles = setting.titles.filter(isOwn).map((title): DrawnTitle => ({
    ...title,
    lines: drawLines(titleText(article, title), 0, title.lines, weightOfTitle(title.role)),
  }))
  const frames = setting.frames.filter(isOwn).map((frame) => ({
    ...frame,
    isVertical: frame.writing === 'vertical',
    runs: drawRuns(frame, leafAt, marks),
  }))
  const plates = setting.plates.filter(isOwn).flatMap((plate): DrawnPlate[] => {
    const block = leafAt(plate.from)?.block
    return block?.kind === 'picture' ? [{ ...plate, picture: block.picture }] : []
  })
  const jumps = setting.furniture.filter(isOwn)
  const box = breathing(boundsOf([...titles, ...frames, ...plates, ...jumps].map(outlineOfBox)))
  return { article, box, titles, frames, plates, jumps }
}

/** The setting of a page with its text put into the lines, article by article in reading order. */
export const layersOf = (setting: Setting, part: PagePart, issue: Issue): TypesetLayers => {
  const ids = new Set<ArticleId>(part.pieces.map(({ article }) => article))
  return {
    grounds: setting.grounds,
    articles: [...ids].flatMap((id) => {
      const article = findArticle(issue, id)
      return article ? [layerOf(article, setting, part)] : []
    }),
    furniture: setting.furniture.filter(({ article }) => article === undefined),
  }
}
