import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import opentype from 'opentype.js'
import subsetFont from 'subset-font'
import type { TitleFace } from '@/bundle/setting'

/** A glyph of the source face, in thousandths of an em, y up. */
export interface SourceGlyph {
  readonly character: string
  readonly advance: number
  readonly path: opentype.Path
}

/** A file of the font package, and the characters in it as ranges of code points. */
interface FontFile {
  readonly path: string
  readonly isVariable: boolean
  readonly ranges: readonly (readonly [number, number])[]
}

/** A face of the font packages, split into files by ranges of characters. */
interface FacePackage {
  readonly name: string
  /** The stylesheet that names the files. */
  readonly css: string
  /** Whether its weight is chosen when it is cut. */
  readonly isVariable: boolean
}

const variable = (name: string): FacePackage => ({ name, css: 'index.css', isVariable: true })
const chinese = variable('@fontsource-variable/noto-serif-sc')

/**
 * The packages of each face, the later ones for letters that the first lacks: Noto Serif SC, and Noto Serif for Latin beyond the languages
 * of Western Europe, phonetics, Greek and Cyrillic; Noto Sans SC; LXGW WenKai, which has one bold weight.
 */
const packages: Readonly<Record<TitleFace, readonly FacePackage[]>> = {
  song: [chinese, variable('@fontsource-variable/noto-serif')],
  hei: [variable('@fontsource-variable/noto-sans-sc')],
  kai: [{ name: 'lxgw-wenkai-webfont', css: 'lxgwwenkai-bold.css', isVariable: false }],
}

const readFontFiles = async ({ name, css, isVariable }: FacePackage): Promise<FontFile[]> => {
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  const rules = (await readFile(join(folder, css), 'utf8')).split('@font-face').slice(1)
  return rules.flatMap((rule) => {
    const file = /files\/([^)']+)/.exec(rule)?.[1]
    const ranges = /unicode-range: ([^;}]+)/.exec(rule)?.[1]
    if (!file || !ranges) return []
    return [
      {
        path: join(folder, 'files', file),
        isVariable,
        ranges: ranges.split(',').map((range) => {
          const [from = 0, to = from] = range
            .replace('U+', '')
            .split('-')
            .map((end) => Number.parseInt(end, 16))
          return [from, to] as const
        }),
      },
    ]
  })
}

const unitsPerEm = 1000

/** Converts a path of `getPath`, whose y points down, to y up, and scales it. */
const upright = (path: opentype.Path, scale: number): opentype.Path => {
  const turned = new opentype.Path()
  const at = (value: number): number => Math.round(value * scale)
  for (const command of path.commands) {
    switch (command.type) {
      case 'M':
        turned.moveTo(at(command.x), at(-command.y))
        break
      case 'L':
        turned.lineTo(at(command.x), at(-command.y))
        break
      case 'Q':
        turned.quadraticCurveTo(at(command.x1), at(-command.y1), at(command.x), at(-command.y))
        break
      case 'C':
        turned.curveTo(at(command.x1), at(-command.y1), at(command.x2), at(-command.y2), at(command.x), at(-command.y))
        break
      case 'Z':
        turned.close()
    }
  }
  return turned
}

const subsetAt = async ({ path, isVariable }: FontFile, characters: string, weight: number): Promise<Buffer> =>
  subsetFont(await readFile(path), characters, {
    targetFormat: 'sfnt',
    ...(isVariable && { variationAxes: { wght: weight } }),
  })

const glyphsIn = async (file: FontFile, characters: string, weight: number): Promise<SourceGlyph[]> => {
  // The space, so that a file without any of the characters is still a font.
  const font = opentype.parse(new Uint8Array(await subsetAt(file, `${characters} `, weight)).buffer)
  return [...characters].flatMap((character) => {
    const glyph = font.charToGlyph(character)
    if (glyph.index === 0) return []
    const scale = unitsPerEm / font.unitsPerEm
    const drawn = upright(glyph.getPath(0, 0, font.unitsPerEm), scale)
    return [{ character, advance: Math.round((glyph.advanceWidth ?? 0) * scale), path: drawn }]
  })
}

/** Groups characters by the file whose ranges have them; characters that no file has are left out. */
const byFile = async (
  characters: Iterable<string>,
  facePackage: FacePackage,
): Promise<ReadonlyMap<FontFile, string>> => {
  const files = await readFontFiles(facePackage)
  const found = new Map<FontFile, string>()
  for (const character of new Set(characters)) {
    const code = character.codePointAt(0) ?? 0
    const file = files.find(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to))
    if (file) found.set(file, (found.get(file) ?? '') + character)
  }
  return found
}

/**
 * Glyphs of a face, in order of code points; characters that it lacks are left out.
 *
 * @param weight of a face that has several
 */
export const sourceGlyphs = async (
  characters: Iterable<string>,
  weight: number,
  face: TitleFace = 'song',
): Promise<SourceGlyph[]> => {
  const glyphs: SourceGlyph[] = []
  const missing = new Set(characters)
  for (const facePackage of packages[face])
    for (const [file, own] of await byFile(missing, facePackage))
      for (const glyph of await glyphsIn(file, own, weight)) {
        glyphs.push(glyph)
        missing.delete(glyph.character)
      }
  return glyphs.sort((a, b) => (a.character.codePointAt(0) ?? 0) - (b.character.codePointAt(0) ?? 0))
}

/** A TrueType font with some of the characters, at one weight. */
export interface StaticSubset {
  readonly characters: string
  readonly bytes: Buffer
}

/** Static TrueType fonts with the characters of a face, one for each file of its package that has some of them. */
export const staticSubsets = async (
  characters: Iterable<string>,
  weight: number,
  face: TitleFace = 'song',
): Promise<StaticSubset[]> => {
  const subsets: StaticSubset[] = []
  const [first = chinese] = packages[face]
  for (const [file, own] of await byFile(characters, first))
    subsets.push({ characters: own, bytes: await subsetAt(file, own, weight) })
  return subsets
}
