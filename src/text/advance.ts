import { withoutUnseen } from './clusters'
import { boldAdvances, regularAdvances } from './setting-face'

/** Weights of the setting face: `regular` for text, `bold` for titles and subheads. */
export type SettingWeight = 'regular' | 'bold'

const tableOf = (advances: typeof regularAdvances): ReadonlyMap<string, number> =>
  new Map(
    advances.flatMap(([advance, characters]) => [...characters].map((character) => [character, advance] as const)),
  )

const advances: Readonly<Record<SettingWeight, ReadonlyMap<string, number>>> = {
  regular: tableOf(regularAdvances),
  bold: tableOf(boldAdvances),
}

/** Han, kana, hangul and full-width forms of the basic plane: one em in every font that has them. */
const wide =
  /^[\u2e80-\u303f\u3041-\u312f\u3190-\u31ef\u3200-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]$/u

/** Characters that Unicode lacks, which a source keeps in the private use areas: drawn as 〓. */
const privateUse = /^\p{Co}$/u

/** Pictures that a font of emoji draws: 😀, 👍🏽, 🇨🇳, ❤️, 1️⃣. */
const emoji = /[\p{RI}\p{Emoji_Presentation}\u20e3]|\p{Emoji}\p{Emoji_Modifier}?\ufe0f/u
const selector = /[\ufe00-\ufe0f\u180b-\u180d\u{e0100}-\u{e01ef}]/u

/**
 * How a cluster is drawn: in the device's own Chinese font (`wide`), in the setting face, as 〓 (`gaiji`), or in a box
 * as wide as the press says, because its width depends on the device's font (`boxed`).
 */
export type Drawing = 'wide' | 'face' | 'gaiji' | 'boxed'

/** Fast path: nearly every character of a page is one of these, and a page is measured many times. */
export const isCommonHan = (character: string): boolean => {
  const unit = character.charCodeAt(0)
  return unit >= 0x4e00 && unit <= 0x9fff && character.length === 1
}

/** A cluster as fonts have it: without what is not drawn, its accents in the letter where there is such a letter. */
const inFonts = (cluster: string): string => withoutUnseen(cluster).normalize('NFC')

export const drawingOf = (cluster: string, weight: SettingWeight): Drawing => {
  if (isCommonHan(cluster) || wide.test(cluster)) return 'wide'
  if (advances[weight].has(cluster)) return 'face'
  if (privateUse.test(cluster)) return 'gaiji'
  if (selector.test(cluster) || emoji.test(cluster)) return 'boxed'
  const form = inFonts(cluster)
  if (wide.test(form)) return 'wide'
  return [...form].every((character) => advances[weight].has(character)) ? 'face' : 'boxed'
}

/**
 * Widths of boxes, by what they begin with, thousandths of an em: no less than usual fonts draw. What is not listed has
 * an em, as Han characters beyond the basic plane have.
 */
const boxes: readonly (readonly [first: RegExp, width: number])[] = [
  [/^[\u00a0\u202f]/u, 256],
  [/^[\u2000\u2002]/u, 500],
  [/^[\u2001\u2003]/u, 1000],
  [/^\u2004/u, 333],
  [/^\u2005/u, 250],
  [/^\u2006/u, 167],
  [/^\u2007/u, 557],
  [/^\u2008/u, 327],
  [/^\u2009/u, 200],
  [/^\u200a/u, 100],
  [/^\u205f/u, 222],
  [/^⸺/u, 2000],
  [/^⸻/u, 3000],
  [/^[\uff61-\uffdc]/u, 500],
  [/^[اأإآدذرزژوؤءل]/u, 380],
  [/^[سشصض]/u, 1060],
  [/^\p{Script=Arabic}/u, 560],
  [/^[\u0660-\u0669]/u, 560],
  [/^[וזיןנג]/u, 420],
  [/^[ש]/u, 720],
  [/^[\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Nko}]/u, 640],
  [/^[\p{Script=Thai}\p{Script=Lao}]/u, 680],
  [/^[\u0f0b\u0f0c]/u, 330],
  [/^\p{Script=Tibetan}/u, 700],
  [/^[\p{Script=Devanagari}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Bengali}\p{Script=Syriac}]/u, 850],
  [
    /^[\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Myanmar}\p{Script=Sinhala}\p{Script=Kannada}\p{Script=Telugu}]/u,
    1250,
  ],
  [/^[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Latin}]/u, 850],
]
const emojiWidth = 1375

const boxWidth = (cluster: string): number => {
  if (emoji.test(cluster)) return emojiWidth
  const form = withoutUnseen(cluster)
  return form === '' ? 0 : (boxes.find(([first]) => first.test(form))?.[1] ?? 1000)
}

/** Width of a cluster in thousandths of an em; none of one that is not drawn. */
export const advanceOf = (cluster: string, weight: SettingWeight): number => {
  if (isCommonHan(cluster)) return 1000
  const known = advances[weight].get(cluster)
  if (known !== undefined) return known
  const drawing = drawingOf(cluster, weight)
  if (drawing === 'boxed') return boxWidth(cluster)
  if (drawing !== 'face') return 1000
  return [...inFonts(cluster)].reduce((sum, character) => sum + (advances[weight].get(character) ?? 0), 0)
}

/** What a page shows for a text that is drawn in this way. */
export const drawnAs = (text: string, drawing: Drawing): string => {
  if (drawing === 'gaiji') return '〓'
  if (drawing === 'boxed') return text
  return withoutUnseen(text).replace(/\P{M}\p{M}+|[\u1100-\u11ff]{2,3}/gu, (letter) => letter.normalize('NFC'))
}
