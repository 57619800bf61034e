import opentype from 'opentype.js'
import wawoff2 from 'wawoff2'
import type { SourceGlyph } from './source-face'

export interface FaceName {
  readonly family: string
  readonly style: string
}

/**
 * Clears the font's creation times, so that the same glyphs always give the same bytes. They are two 64-bit numbers at
 * byte 20 of the table `head` (OpenType 1.9).
 */
const withoutTimes = (font: Uint8Array): Uint8Array => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = view.getUint16(4)
  for (let index = 0; index < tables; index++) {
    const entry = 12 + 16 * index
    const tag = String.fromCharCode(...font.subarray(entry, entry + 4))
    if (tag === 'head') font.fill(0, view.getUint32(entry + 8) + 20, view.getUint32(entry + 8) + 36)
  }
  return font
}

/** Builds a WOFF2 font with these glyphs only: no kerning, no features, the given advances. */
export const buildFace = async (
  glyphs: readonly SourceGlyph[],
  { family, style }: FaceName,
): Promise<Uint8Array<ArrayBuffer>> => {
  const font = new opentype.Font({
    familyName: family,
    styleName: style,
    unitsPerEm: 1000,
    ascender: 880,
    descender: -120,
    glyphs: [
      new opentype.Glyph({ name: '.notdef', unicode: 0, advanceWidth: 1000, path: new opentype.Path() }),
      ...glyphs.map(({ character, advance, path }) => {
        const unicode = character.codePointAt(0) ?? 0
        return new opentype.Glyph({ name: `u${unicode.toString(16)}`, unicode, advanceWidth: advance, path })
      }),
    ],
  })
  return new Uint8Array(await wawoff2.compress(withoutTimes(new Uint8Array(font.toArrayBuffer()))))
}
