/**
 * Cuts the setting face: the Latin letters, digits, dashes, quotes and signs of a typeset page, from Noto Serif SC, in two
 * weights. The press must know every advance before a browser sees the page, so the face has no kerning and no features,
 * dashes and dots fill their em, and its advances are written beside it as a table.
 *
 *   node tests/support/cut-setting-face.js
 */
import { readFile, writeFile } from 'node:fs/promises'
import opentype from 'opentype.js'
import subsetFont from 'subset-font'
import wawoff2 from 'wawoff2'

const latin = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(0x20 + index)).join('')
const accented = '£¥§©®°±²³×÷àáäçèéêíñóöúü'
/** Signs that Chinese setting gives a whole em, and that devices draw in many widths. */
const wholeEm = '“”‘’—…·〓〇→←▲△▼●○◆◇■□★☆①②③④⑤⑥⑦⑧⑨⑩℃‰※'
/** What titles need of it: the bold cut holds no more. */
const inTitles = latin + '“”‘’—…·〓〇①②③④⑤⑥⑦⑧⑨⑩℃'
/** Not in the source face: drawn here as triangles. */
const arrows = { '▶': [150, 0, 850, 380, 150, 760], '◀': [850, 0, 150, 380, 850, 760] }

const source = new URL('../../node_modules/@fontsource-variable/noto-serif-sc/', import.meta.url)
const names = (await readFile(new URL('index.css', source), 'utf8'))
  .split('@font-face')
  .slice(1)
  .map((rule) => ({
    file: /files\/([^)]+)\)/.exec(rule)[1],
    ranges: /unicode-range: ([^;]+)/
      .exec(rule)[1]
      .split(',')
      .map((range) =>
        range
          .slice(2)
          .split('-')
          .map((end) => Number.parseInt(end, 16)),
      ),
  }))
const fileOf = (character) => {
  const code = character.codePointAt(0)
  return names.find(({ ranges }) => ranges.some(([from, to = from]) => code >= from && code <= to))?.file
}

const glyphsOf = async (weight, characters) => {
  const byFile = new Map()
  for (const character of characters) {
    const file = fileOf(character)
    if (file) byFile.set(file, (byFile.get(file) ?? '') + character)
  }
  const glyphs = []
  for (const [file, wanted] of byFile) {
    const font = opentype.parse(
      new Uint8Array(
        await subsetFont(await readFile(new URL(`files/${file}`, source)), wanted, {
          targetFormat: 'sfnt',
          variationAxes: { wght: weight },
        }),
      ).buffer,
    )
    for (const character of wanted) {
      const glyph = font.charToGlyph(character)
      if (glyph.index === 0) continue
      glyphs.push({
        character,
        advance: glyph.advanceWidth,
        path: glyph.getPath(0, 0, 1000),
        unitsPerEm: font.unitsPerEm,
      })
    }
  }
  return glyphs
}

/** The path, flipped back to font units, stretched or moved to fill an em where it must. */
const fitted = ({ character, advance, path, unitsPerEm }) => {
  const scale = 1000 / unitsPerEm
  const box = path.getBoundingBox()
  const isWhole = wholeEm.includes(character)
  const isDash = character === '—'
  const stretch = isDash ? 1000 / (box.x2 - box.x1) : 1
  // A quote or dot narrower than its em is moved to where Chinese setting puts it: “ to the right, ” to the left.
  const own = advance * scale
  const shift = isDash
    ? -box.x1 * stretch
    : isWhole && own < 1000
      ? ({ '“': 1000 - own, '‘': 1000 - own, '”': 0, '’': 0 }[character] ?? (1000 - own) / 2)
      : 0
  const fittedPath = new opentype.Path()
  fittedPath.commands = path.commands.map((command) => {
    const moved = { type: command.type }
    for (const axis of ['', '1', '2']) {
      if (command[`x${axis}`] === undefined) continue
      moved[`x${axis}`] = Math.round(command[`x${axis}`] * stretch + shift)
      moved[`y${axis}`] = Math.round(-command[`y${axis}`])
    }
    return moved
  })
  return { character, advance: isWhole ? 1000 : Math.round(own), path: fittedPath }
}

const triangle = ([character, [ax, ay, bx, by, cx, cy]]) => {
  const path = new opentype.Path()
  path.moveTo(ax, ay)
  path.lineTo(bx, by)
  path.lineTo(cx, cy)
  path.close()
  return { character, advance: 1000, path }
}

const cut = async (weight, styleName, characters) => {
  const glyphs = [...(await glyphsOf(weight, characters)).map(fitted), ...Object.entries(arrows).map(triangle)]
  const known = new Set(glyphs.map(({ character }) => character))
  const missing = [...characters].filter((character) => !known.has(character))
  const font = new opentype.Font({
    familyName: 'Banmian Setting',
    styleName,
    unitsPerEm: 1000,
    ascender: 880,
    descender: -120,
    glyphs: [
      new opentype.Glyph({ name: '.notdef', unicode: 0, advanceWidth: 1000, path: new opentype.Path() }),
      ...glyphs
        .sort((a, b) => a.character.codePointAt(0) - b.character.codePointAt(0))
        .map(
          ({ character, advance, path }) =>
            new opentype.Glyph({
              name: `u${character.codePointAt(0).toString(16)}`,
              unicode: character.codePointAt(0),
              advanceWidth: advance,
              path,
            }),
        ),
    ],
  })
  const woff2 = await wawoff2.compress(new Uint8Array(font.toArrayBuffer()))
  await writeFile(new URL(`../../src/reader/type/setting-${weight}.woff2`, import.meta.url), woff2)
  process.stdout.write(
    `setting-${weight}.woff2 ${woff2.length} bytes, ${glyphs.length} glyphs; not in the source: ${missing.join('')}\n`,
  )
  return Object.fromEntries(glyphs.map(({ character, advance }) => [character, advance]))
}

const regular = await cut(400, 'Regular', latin + accented + wholeEm)
const bold = await cut(700, 'Bold', inTitles)

/** Characters of one advance together, so that the table stays short. */
const grouped = (advances) => {
  const groups = new Map()
  for (const [character, advance] of Object.entries(advances))
    groups.set(advance, (groups.get(advance) ?? '') + character)
  return [...groups].sort(([a], [b]) => a - b)
}
const table = (advances) =>
  grouped(advances)
    .map(([advance, characters]) => `  [${advance}, ${JSON.stringify(characters)}],`)
    .join('\n')
await writeFile(
  new URL('../../src/text/setting-face.ts', import.meta.url),
  `/**
 * Advances of the setting face in thousandths of an em, characters of one advance together. Written by
 * tests/support/cut-setting-face.js with the face itself; a browser test holds the two together.
 */
type Advances = readonly (readonly [advance: number, characters: string])[]

export const regularAdvances: Advances = [
${table(regular)}
]

export const boldAdvances: Advances = [
${table(bold)}
]
`,
)
