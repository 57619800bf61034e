import { sourceGlyphs } from '../../fonts/source-face'

/** A character as it is drawn, in thousandths of an em; the path is that of SVG, y up. */
export interface CardGlyph {
  readonly advance: number
  readonly path: string
}

/** Glyphs for cards: none for a character that the face lacks. */
export interface GlyphStore {
  /** Sees to it that all characters of the texts are there. */
  readonly load: (texts: Iterable<string>) => Promise<void>
  readonly get: (character: string) => CardGlyph | undefined
}

const weight = 900

/** The face of titles, read once for all issues: opening the face costs more than all that is drawn with it. */
export const createGlyphStore = (): GlyphStore => {
  const glyphs = new Map<string, CardGlyph>()
  const asked = new Set<string>()
  return {
    load: async (texts) => {
      const wanted = new Set<string>()
      for (const text of texts) for (const character of text) if (!asked.has(character)) wanted.add(character)
      if (wanted.size === 0) return
      for (const { character, advance, path } of await sourceGlyphs(wanted, weight))
        glyphs.set(character, { advance, path: path.toPathData(0) })
      for (const character of wanted) asked.add(character)
    },
    get: (character) => glyphs.get(character),
  }
}
