import { advanceOf, drawingOf, isCommonHan, type Drawing, type SettingWeight } from './advance'
import { clustersOf, withoutUnseen } from './clusters'
import { isTraditional } from './language'

/**
 * Spacing in a line that the press and the reader compute in the same way, so that a bundle need not store it: the gap
 * between Chinese and Latin, and punctuation that gives up its blank half next to other punctuation or at the end of
 * the line. Source: W3C Requirements for Chinese Text Layout (clreq), 3.1.6 adjustment of punctuation, 3.2.2 mixed
 * text.
 */

/** Where stops and commas sit in their em: in the corner (simplified Chinese) or in the middle (traditional). */
export type MarkPlacement = 'corner' | 'centred'

/** @param lang BCP 47 */
export const markPlacementOf = (lang: string): MarkPlacement => (isTraditional(lang) ? 'centred' : 'corner')

/** How a line is set: the weight of its Latin characters, and where its language puts punctuation. */
export interface LineFace {
  readonly weight: SettingWeight
  readonly marks: MarkPlacement
}

const closingBrackets = '）》〉】」』〕〗〙〛｝］〞〟’”'
const stops = '，。、；：！？'
/** Marks whose right half is blank; a stop in the middle of its em has no blank half. */
const blankAfter: Readonly<Record<MarkPlacement, ReadonlySet<string>>> = {
  corner: new Set(closingBrackets + stops),
  centred: new Set(closingBrackets),
}
const closing = new Set(closingBrackets + stops)
/** Marks whose left half is blank. */
const opening = new Set('（《〈【「『〔〖〘〚｛［〝‘“')
/** Letters and digits narrower than an em; full-width forms bring their own space. */
const word = /^(?![\uff01-\uff60])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}%$£¥°℃‰]/u
const ideograph = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** A mark with what belongs to it but is not drawn: a selector, a zero-width space. */
const markOf = (cluster: string): string => (cluster.length > 1 ? withoutUnseen(cluster) : cluster)

export const isClosingMark = (cluster: string): boolean => closing.has(markOf(cluster))
export const isOpeningMark = (cluster: string): boolean => opening.has(markOf(cluster))

/** Gap between Chinese and Latin, thousandths of an em. */
const mixedGap = 125
/** Width that a mark gives up, thousandths of an em. */
const blankHalf = 500

/** Extra space after a cluster, in thousandths of an em; `following` is undefined at the end of the line. */
export const extraAfter = (cluster: string, following: string | undefined, marks: MarkPlacement): number => {
  if (following !== undefined && isCommonHan(cluster) && isCommonHan(following)) return 0
  const [character, next] = [markOf(cluster), following === undefined ? undefined : markOf(following)]
  if (blankAfter[marks].has(character))
    return next === undefined || closing.has(next) || opening.has(next) ? -blankHalf : 0
  if (next === undefined) return 0
  if (opening.has(character)) return opening.has(next) ? -blankHalf : 0
  const isMixed = (ideograph.test(character) && word.test(next)) || (word.test(character) && ideograph.test(next))
  return isMixed ? mixedGap : 0
}

/** Adjacent clusters of a line that are drawn in the same way. */
export interface LineSegment {
  readonly text: string
  readonly drawing: Drawing
  /** Letter-spacing in addition to the line's own after each cluster, after a box once; thousandths of an em. */
  readonly extra: number
  readonly box?: LineBox
  /** Whether a hyphen follows, because the line ends at a soft one. */
  readonly isHyphenated?: true
}

/** A box that a browser fills with one cluster, or with a run of letters that only it can join, order and stack. */
export interface LineBox {
  /** Width without letter-spacing, thousandths of an em. */
  readonly width: number
  /** Number of clusters in it. */
  readonly count: number
}

/** Letters that a browser must shape together: those of scripts that the setting face lacks, but for Han. */
const shaped =
  /^(?![\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{Nd}\p{Script=Tibetan}]/u
const rightToLeft =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u0660-\u0669\u060c\u061b\u061f]/u
/** What takes the direction of the letters around it. */
const neutral = /^[\p{P}\p{S}\p{Nd}\p{Zs}]/u

/** A character where a word may be divided; a hyphen is drawn if the line ends there. */
const softHyphen = '\u00ad'
/** Whether a line that ends with this cluster shows a hyphen: one of letters does, Han characters never. */
export const endsInHyphen = (cluster: string): boolean => cluster.endsWith(softHyphen) && word.test(cluster)

/** Index behind the last cluster of the run that a browser shapes as one, beginning with the cluster at `from`. */
const runEnd = (clusters: readonly string[], from: number, weight: SettingWeight): number => {
  const first = clusters[from] ?? ''
  const isBoxed = (text: string): boolean => drawingOf(text, weight) === 'boxed'
  let end = from + 1
  if (rightToLeft.test(first)) {
    for (const [at, text] of clusters.entries()) {
      if (at < end) continue
      if (rightToLeft.test(text)) end = at + 1
      else if (!neutral.test(text) || drawingOf(text, weight) === 'wide') break
    }
  } else if (shaped.test(first)) while (isBoxed(clusters[end] ?? '') && shaped.test(clusters[end] ?? '')) end++
  return end
}

const boxOf = (run: readonly string[], following: string | undefined, { weight, marks }: LineFace): LineSegment => {
  const inside = run.map((cluster, at) => {
    const next = run[at + 1]
    return advanceOf(cluster, weight) + (next === undefined ? 0 : extraAfter(cluster, next, marks))
  })
  const width = inside.reduce((sum, one) => sum + one, 0)
  const extra = extraAfter(run.at(-1) ?? '', following, marks)
  return { text: run.join(''), drawing: 'boxed', extra, box: { width, count: run.length } }
}

/** The line as the reader draws it; the texts of the segments, joined, are the line. */
export const segmentsOf = (line: string, face: LineFace): LineSegment[] => {
  const segments: (Omit<LineSegment, 'text'> & { text: string })[] = []
  const clusters = clustersOf(line)
  for (let at = 0; at < clusters.length;) {
    const text = clusters[at] ?? ''
    const drawing = drawingOf(text, face.weight)
    const end = drawing === 'boxed' ? runEnd(clusters, at, face.weight) : at + 1
    if (drawing === 'boxed') segments.push(boxOf(clusters.slice(at, end), clusters[end], face))
    else {
      const extra = extraAfter(text, clusters[end], face.marks)
      const before = segments.at(-1)
      if (before && !before.box && before.extra === extra && drawing !== 'gaiji' && before.drawing !== 'gaiji')
        before.text += text
      else segments.push({ text, drawing, extra })
    }
    at = end
  }
  const last = segments.pop()
  const isHyphenated = endsInHyphen(clusters.at(-1) ?? '')
  return last ? [...segments, { ...last, ...(isHyphenated && { isHyphenated }) }] : []
}

/** Width of a line without letter-spacing, thousandths of an em. */
export const lineWidthOf = (line: string, { weight, marks }: LineFace): number => {
  const clusters = clustersOf(line)
  const last = clusters.at(-1) ?? ''
  return clusters.reduce(
    (sum, cluster, index) => sum + advanceOf(cluster, weight) + extraAfter(cluster, clusters[index + 1], marks),
    endsInHyphen(last) ? advanceOf('-', weight) : 0,
  )
}
