import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { staticSubsets } from '../fonts/source-face'

/** Weights of the printed body and of its subheads and titles. */
const weights = [400, 700, 900] as const

const rangesOf = (characters: string): string =>
  [...characters].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`).join(',')

/**
 * Writes the faces that a printed issue is set in as static TrueType, so that its text stays text, and gives their style rules.
 * A PDF can't count on a device's own faces.
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
