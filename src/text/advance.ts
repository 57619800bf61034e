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

/** Characters outside Unicode that a source kept in the private use areas: drawn as 〓. */
const privateUse = /^\p{Co}$/u

/**
 * How a character is drawn: by the device's own Chinese face, by the setting face, as 〓, or, where a device's font could
 * make it any width, in a box one em wide.
 */
export type Drawing = 'wide' | 'face' | 'gaiji' | 'boxed'

export const drawingOf = (character: string, weight: SettingWeight): Drawing => {
  if (wide.test(character)) return 'wide'
  if (advances[weight].has(character)) return 'face'
  return privateUse.test(character) ? 'gaiji' : 'boxed'
}

/** Nearly every character of a page is one: asked first, since a page is counted many times over. */
export const isCommonHan = (character: string): boolean => {
  const unit = character.charCodeAt(0)
  return unit >= 0x4e00 && unit <= 0x9fff
}

/** Width of one character (a whole code point) in thousandths of an em. */
export const advanceOf = (character: string, weight: SettingWeight): number =>
  isCommonHan(character) ? 1000 : (advances[weight].get(character) ?? (/^\p{M}$/u.test(character) ? 0 : 1000))
