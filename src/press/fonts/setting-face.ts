import opentype from 'opentype.js'
import { buildFace } from './build-face'
import { sourceGlyphs, type SourceGlyph } from './source-face'

/**
 * The setting face draws Latin letters, digits, dashes, quotes and signs of a typeset page. The press must know every
 * advance before a browser sees the page, so the face has no kerning and no features, and dashes and dots fill their
 * em. It is cut once and ships with the reader; its advances are in `text/setting-face.ts`.
 */
const latin = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(0x20 + index)).join('')
const accented = '£¥§©®°±²³×÷àáäçèéêíñóöúü'
/** Signs that take a whole em in Chinese typesetting, but have different widths in the fonts of devices. */
const wholeEm = '“”‘’—…·〓〇→←▲△▼●○◆◇■□★☆①②③④⑤⑥⑦⑧⑨⑩℃‰※'
/** The characters of the bold weight: only what titles need. */
const inTitles = latin + '“”‘’—…·〓〇①②③④⑤⑥⑦⑧⑨⑩℃'

/**
 * Letters that few pages have: all of Latin, phonetics, Greek and Cyrillic, and the accents that combine with them. They are a
 * file of their own, which a browser loads for a page that has one of them; its rule in the reader's `setting-face.css` says the same ranges.
 */
export const extendedRanges = [
  [0xa1, 0xac],
  [0xae, 0x2ff],
  [0x300, 0x331],
  [0x370, 0x45f],
  [0x490, 0x491],
  [0x1e00, 0x1eff],
  [0x2010, 0x2013],
  [0x201a, 0x201e],
  [0x2020, 0x2021],
  [0x2039, 0x203a],
  [0x2070, 0x209c],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2212, 0x2212],
  [0x2c60, 0x2c7f],
] as const
const inExtended = extendedRanges
  .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)))
  .join('')
/** Accents that the source face has as signs of their own, and the characters that combine. */
const combining: ReadonlyMap<string, string> = new Map(
  [...'ˆ˘˙˚˝ˇ¸˛ˍ'].map((sign, index) => [
    sign,
    [...'\u0302\u0306\u0307\u030a\u030b\u030c\u0327\u0328\u0331'][index] ?? '',
  ]),
)

const em = 1000

const moved = (path: opentype.Path, stretch: number, shift: number): opentype.Path => {
  const result = new opentype.Path()
  const x = (value: number): number => Math.round(value * stretch + shift)
  for (const command of path.commands) {
    if (command.type === 'M') result.moveTo(x(command.x), command.y)
    else if (command.type === 'L') result.lineTo(x(command.x), command.y)
    else if (command.type === 'Q') result.quadraticCurveTo(x(command.x1), command.y1, x(command.x), command.y)
    else if (command.type === 'C')
      result.curveTo(x(command.x1), command.y1, x(command.x2), command.y2, x(command.x), command.y)
    else result.close()
  }
  return result
}

/** Makes a sign fill its em: “ is moved to the right, ” stays at the left, a dash is stretched. */
const fitted = (glyph: SourceGlyph): SourceGlyph => {
  const { character, advance, path } = glyph
  if (!wholeEm.includes(character)) return glyph
  const { x1, x2 } = path.getBoundingBox()
  if (character === '—') {
    const stretch = em / (x2 - x1)
    return { character, advance: em, path: moved(path, stretch, -x1 * stretch) }
  }
  const room = em - advance
  const shift = '“‘'.includes(character) ? room : '”’'.includes(character) ? 0 : room / 2
  return { character, advance: em, path: moved(path, 1, shift) }
}

/**
 * An accent that has no width of its own and stands over the letter before it. A browser moves it to the middle of that
 * letter, and up over a high one; this is where it stands if it does not.
 */
const overBefore = ({ character, path }: SourceGlyph): SourceGlyph => {
  const { x1, x2 } = path.getBoundingBox()
  return { character, advance: 0, path: moved(path, 1, -halfLetter - (x1 + x2) / 2) }
}
const halfLetter = 280

/** The glyphs of the extended letters: accents combine, and those that the source lacks are made of its signs. */
const extendedGlyphs = (glyphs: readonly SourceGlyph[]): SourceGlyph[] => {
  const own = glyphs.map((glyph) => (/\p{M}/u.test(glyph.character) ? overBefore(glyph) : glyph))
  const known = new Set(own.map(({ character }) => character))
  const made = glyphs.flatMap((glyph) => {
    const character = combining.get(glyph.character)
    return character === undefined || known.has(character) ? [] : [overBefore({ ...glyph, character })]
  })
  return [...own, ...made]
}

/** The source face has no such sign: it is drawn here. */
const triangle = (character: string, corners: readonly [number, number][]): SourceGlyph => {
  const path = new opentype.Path()
  corners.forEach(([x, y], index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)))
  path.close()
  return { character, advance: em, path }
}
const arrows = [
  triangle('◀', [
    [850, 0],
    [150, 380],
    [850, 760],
  ]),
  triangle('▶', [
    [150, 0],
    [850, 380],
    [150, 760],
  ]),
]

/** A file of the setting face, and its advances. */
export interface CutFace {
  readonly name: string
  readonly weight: 400 | 700
  readonly woff2: Uint8Array<ArrayBuffer>
  /** In thousandths of an em, grouped by advance. */
  readonly advances: readonly (readonly [advance: number, characters: string])[]
}

const cut = async (name: string, weight: CutFace['weight'], cutGlyphs: readonly SourceGlyph[]): Promise<CutFace> => {
  const glyphs = [...cutGlyphs].sort((a, b) => (a.character < b.character ? -1 : 1))
  const groups = new Map<number, string>()
  for (const { character, advance } of glyphs) groups.set(advance, (groups.get(advance) ?? '') + character)
  return {
    name,
    weight,
    woff2: await buildFace(glyphs, { family: 'Banmian Setting', style: weight === 400 ? 'Regular' : 'Bold' }),
    advances: [...groups].sort(([a], [b]) => a - b),
  }
}

const cutWeight = async (weight: CutFace['weight'], characters: string): Promise<readonly CutFace[]> => {
  const letters = [...inExtended].filter((character) => !characters.includes(character))
  return [
    await cut(`setting-${weight}`, weight, [...(await sourceGlyphs(characters, weight)).map(fitted), ...arrows]),
    await cut(`setting-extended-${weight}`, weight, extendedGlyphs(await sourceGlyphs(letters, weight))),
  ]
}

/** The files of both weights: the characters that most pages have, and the letters that few have. */
export const cutSettingFace = async (): Promise<readonly CutFace[]> => [
  ...(await cutWeight(400, latin + accented + wholeEm)),
  ...(await cutWeight(700, inTitles)),
]
