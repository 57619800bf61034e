import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Issue } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'
import type { TitleFace } from '@/bundle/setting'
import { titleTexts } from '../fonts/cut-title-faces'
import { staticSubsets } from '../fonts/source-face'
import { charactersOf } from './sheet-style'

const bodyFamily = 'Banmian Print'
/** Weights for body, subheads and titles. */
const weights = [400, 700, 900] as const

const rangesOf = (characters: string): string =>
  [...characters].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`).join(',')

/** A face of a print: the family that the reader's styles name, and one weight of it. */
interface PrintFace {
  readonly family: string
  readonly weight: number
  readonly face: TitleFace
  readonly characters: ReadonlySet<string>
}

const writeFace = async ({ family, weight, face, characters }: PrintFace, folder: string): Promise<string[]> => {
  const rules: string[] = []
  for (const [index, { bytes, characters: own }] of (await staticSubsets(characters, weight, face)).entries()) {
    const name = `${face}-${weight}-${index}.ttf`
    await writeFile(join(folder, name), bytes)
    // A family of one weight is used for all.
    const declared = family === bodyFamily ? `${weight}` : '400 900'
    rules.push(
      `@font-face{font-family:'${family}';font-weight:${declared};src:url('${name}') format('truetype');unicode-range:${rangesOf(own)}}`,
    )
  }
  return rules
}

/**
 * Writes the fonts of a printed issue as static TrueType, so that text in the PDF stays text, and returns their CSS
 * rules. A PDF can't rely on the fonts of a device.
 */
export const writePrintFaces = async (issue: Issue, parts: readonly PagePart[], folder: string): Promise<string> => {
  const settings = parts.flatMap(({ setting }) => setting ?? [])
  const titles = titleTexts({ name: issue.paper.name, articles: issue.articles, settings })
  const charactersIn = (face: TitleFace): ReadonlySet<string> => new Set(titles[face].map(({ text }) => text).join(''))
  const all = charactersOf(issue, parts)
  const faces: readonly PrintFace[] = [
    ...weights.map((weight) => ({ family: bodyFamily, weight, face: 'song' as const, characters: all })),
    { family: 'Banmian Hei', weight: 800, face: 'hei', characters: charactersIn('hei') },
    { family: 'Banmian Kai', weight: 700, face: 'kai', characters: charactersIn('kai') },
  ]
  const rules: string[] = []
  for (const face of faces) rules.push(...(await writeFace(face, folder)))
  return rules.join('\n')
}
