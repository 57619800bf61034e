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

/**
 * How a character is drawn: in the device's own Chinese font (`wide`), in the setting face, as 〓 (`gaiji`), or in a box
 * one em wide, because its width depends on the device's font (`boxed`).
 */
export type Drawing = 'wide' | 'face' | 'gaiji' | 'boxed'

export const drawingOf = (character: string, weight: SettingWeight): Drawing => {
  if (wide.test(character)) return 'wide'
  if (advances[weight].has(character)) return 'face'
  return privateUse.test(character) ? 'gaiji' : 'boxed'
}

/** Fast path: nearly every character of a page is one of these, and a page is measured many times. */
export const isCommonHan = (character: string): boolean => {
  const unit = character.charCodeAt(0)
  return unit >= 0x4e00 && unit <= 0x9fff
}

/** Width of a character (one code point) in thousandths of an em. */
export const advanceOf = (character: string, weight: SettingWeight): number =>
  isCommonHan(character) ? 1000 : (advances[weight].get(character) ?? (/^\p{M}$/u.test(character) ? 0 : 1000))
