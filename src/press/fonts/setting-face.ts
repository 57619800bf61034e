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

/** One weight of the setting face, and its advances. */
export interface CutFace {
  readonly weight: 400 | 700
  readonly woff2: Uint8Array<ArrayBuffer>
  /** In thousandths of an em, grouped by advance. */
  readonly advances: readonly (readonly [advance: number, characters: string])[]
}

const cut = async (weight: CutFace['weight'], characters: string): Promise<CutFace> => {
  const glyphs = [...(await sourceGlyphs(characters, weight)).map(fitted), ...arrows].sort((a, b) =>
    a.character < b.character ? -1 : 1,
  )
  const groups = new Map<number, string>()
  for (const { character, advance } of glyphs) groups.set(advance, (groups.get(advance) ?? '') + character)
  return {
    weight,
    woff2: await buildFace(glyphs, { family: 'Banmian Setting', style: weight === 400 ? 'Regular' : 'Bold' }),
    advances: [...groups].sort(([a], [b]) => a - b),
  }
}

export const cutSettingFace = async (): Promise<readonly CutFace[]> => [
  await cut(400, latin + accented + wholeEm),
  await cut(700, inTitles),
]
