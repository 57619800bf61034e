import { drawnAs } from '@/text/advance'
import { clustersOf } from '@/text/clusters'
import { extraAfter, markPlacementOf, type LineFace } from '@/text/line-setting'
import { breakTitle } from '../../typeset/lines/break-title'
import type { CardGlyph } from './glyph-store'
import { previewSide } from './preview-files'

/** What stands on a card. */
export interface CardText {
  /** The paper's name. */
  readonly name: string
  readonly title: string
  /** 2026年11月24日 第四版 */
  readonly place: string
  /** The paper's colour, `#rrggbb`. */
  readonly accent: string
  /** BCP 47. */
  readonly lang: string
}

const ground = '#fbf8f1'
const ink = '#1c1a17'
const quiet = '#5d574d'
/** Units of the drawing, whatever its size in pixels. */
const side = 600
const margin = 48
const width = side - 2 * margin

/** Height of a character over its baseline, and the distance of two baselines, in sizes of the type. */
const capHeight = 0.88
const leading = 1.22
/** A chat shows a card a finger wide: fewer and larger characters are read, not the end of a long title. */
const titleSizes: readonly number[] = [108, 100, 92, 84, 76, 68, 60, 54, 48]
const mostTitleLines = 4
const smallest = 20
const titleTop = 150
const titleRoom = 370
const nameSizes = [40, 34, 28, 22]
const placeSizes = [28, 24, 20]

/** How a line is set. */
interface Setting {
  readonly size: number
  readonly face: LineFace
  readonly glyphs: Glyphs
}

type Glyphs = (character: string) => CardGlyph | undefined

/** The glyph of a cluster as fonts have it, or of the character that it begins with. */
const glyphOf = (cluster: string, glyphs: Glyphs): CardGlyph | undefined => {
  const drawn = drawnAs(cluster, 'face')
  return glyphs(drawn) ?? glyphs([...drawn][0] ?? '')
}

/** Width of a character without a glyph: its place stays empty. */
const emptyAdvance = 1000
const spaceAdvance = 300

/** Where each character of a line begins, and where the line ends, in thousandths of an em. */
const placesOf = (characters: readonly string[], { face, glyphs }: Setting): number[] => {
  const places = [0]
  characters.forEach((character, index) => {
    const own = character === ' ' ? spaceAdvance : (glyphOf(character, glyphs)?.advance ?? emptyAdvance)
    places.push((places[index] ?? 0) + own + extraAfter(character, characters[index + 1], face.marks))
  })
  return places
}

const widthOf = (line: string, setting: Setting): number =>
  ((placesOf(clustersOf(line), setting).at(-1) ?? 0) * setting.size) / 1000

const drawLine = (line: string, baseline: number, setting: Setting): string => {
  const characters = clustersOf(line)
  const places = placesOf(characters, setting)
  const paths = characters.map((character, index) => {
    const path = glyphOf(character, setting.glyphs)?.path
    return path ? `<path transform="translate(${places[index] ?? 0})" d="${path}"/>` : ''
  })
  const scale = setting.size / 1000
  return `<g transform="translate(${margin} ${baseline}) scale(${scale} ${-scale})">${paths.join('')}</g>`
}

/** As much of a line as has room, at the largest size at which it fits. */
const drawFitted = (
  line: string,
  baseline: number,
  sizes: readonly number[],
  setting: Omit<Setting, 'size'>,
): string => {
  const fitting = sizes.find((size) => widthOf(line, { ...setting, size }) <= width)
  if (fitting !== undefined) return drawLine(line, baseline, { ...setting, size: fitting })
  const size = sizes.at(-1) ?? smallest
  return drawLine(
    clustersOf(line)
      .slice(0, Math.floor(width / size))
      .join(''),
    baseline,
    { ...setting, size },
  )
}

interface TitleLines {
  readonly size: number
  readonly lines: readonly string[]
}

/** The title in the largest type in which all of it has room. */
const layTitle = (title: string, setting: Omit<Setting, 'size'>): TitleLines => {
  let laid: TitleLines = { size: smallest, lines: [title] }
  // All sizes at once, because a smaller one may spare a cut inside a name.
  for (let sizes = titleSizes; sizes.length > 0; sizes = sizes.filter((size) => size < laid.size)) {
    const set = breakTitle(title, { width, sizes, mostLines: mostTitleLines, align: 'start', face: setting.face })
    let at = 0
    const lines = set.lines.map(({ count }) => title.slice(at, (at += count)).trim())
    laid = { size: set.size, lines: lines.slice(0, mostTitleLines) }
    if (lines.length * set.size * leading <= titleRoom) break
  }
  // The title was broken by the widths of the setting face; those of this one differ a little.
  const widest = Math.max(...laid.lines.map((line) => widthOf(line, { ...setting, size: laid.size })))
  return { ...laid, size: laid.size * Math.min(1, width / Math.max(1, widest)) }
}

/** What fits in four lines of the smallest type. A longer title is cut before it is laid: breaking takes longer the longer it is. */
const longestTitle = 36

const shorten = (title: string): string => {
  const characters = clustersOf(title)
  return characters.length > longestTitle ? `${characters.slice(0, longestTitle - 1).join('')}…` : title
}

/** All characters that the card may draw. */
export const charactersOf = ({ name, title, place }: CardText): string => drawnAs(`${name}${title}${place}…`, 'face')

/** A square card, as SVG without fonts: the paper's name, the title, where it stands. */
export const drawCard = ({ name, title, place, accent, lang }: CardText, glyphs: Glyphs): string => {
  const setting = { face: { weight: 'bold', marks: markPlacementOf(lang) } as const, glyphs }
  const { size, lines } = layTitle(shorten(title), setting)
  const drawn = lines.map((line, index) => {
    const baseline = titleTop + size * (capHeight + index * leading)
    return drawLine(line, baseline, { ...setting, size })
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${previewSide}" height="${previewSide}" viewBox="0 0 ${side} ${side}">`,
    `<rect width="100%" height="100%" fill="${ground}"/><rect width="100%" height="14" fill="${accent}"/>`,
    `<g fill="${accent}">${drawFitted(name, 94, nameSizes, setting)}</g>`,
    `<rect x="${margin}" y="118" width="${width}" height="2" fill="${accent}"/>`,
    `<g fill="${ink}">${drawn.join('')}</g>`,
    `<g fill="${quiet}">${drawFitted(place, side - margin, placeSizes, setting)}</g>`,
    '</svg>',
  ].join('')
}
