import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { staticSubsets } from '../fonts/source-face'

/** Weights for body, subheads and titles. */
const weights = [400, 700, 900] as const

const rangesOf = (characters: string): string =>
  [...characters].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`).join(',')

/**
 * Writes the fonts of a printed issue as static TrueType, so that text in the PDF stays text, and returns their CSS
 * rules. A PDF can't rely on the fonts of a device.
 */
export const writePrintFaces = async (characters: ReadonlySet<string>, folder: string): Promise<string> => {
  const rules: string[] = []
  for (const weight of weights) {
    const subsets = await staticSubsets(characters, weight)
    for (const [index, { bytes, characters: own }] of subsets.entries()) {
      const name = `body-${weight}-${index}.ttf`
      await writeFile(join(folder, name), bytes)
      rules.push(
        `@font-face{font-family:'Banmian Print';font-weight:${weight};src:url('${name}') format('truetype');unicode-range:${rangesOf(own)}}`,
      )
    }
  }
  return rules.join('\n')
}
