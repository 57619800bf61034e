import { join } from 'node:path'
import { cutSettingFace, type CutFace } from '../fonts/setting-face'
import { replaceFile } from '../io/write-file'
import type { Outcome } from './outcome'

/** `196:'` and so on, one row for each advance, with tabs between them. */
const tableOf = (faces: readonly CutFace[], weight: CutFace['weight']): string =>
  faces
    .filter((face) => face.weight === weight)
    .flatMap(({ advances }) => advances.map(([advance, characters]) => `${advance}:${characters}`))
    .join('\t')

/** The table of advances as a source file of `text`. */
const sourceOf = (faces: readonly CutFace[]): string => `/**
 * Advances of the setting face in thousandths of an em, grouped by advance; accents that combine have none. Generated
 * together with the face by \`npm run setting-face\`; a browser test checks that the two agree.
 */
type Advances = readonly (readonly [advance: number, characters: string])[]

const rowsOf = (table: string): Advances =>
  table.split('\\t').map((row) => {
    const colon = row.indexOf(':')
    return [Number(row.slice(0, colon)), row.slice(colon + 1)] as const
  })

export const regularAdvances = rowsOf(${JSON.stringify(tableOf(faces, 400))})

export const boldAdvances = rowsOf(${JSON.stringify(tableOf(faces, 700))})
`

/**
 * Cuts the setting face and writes it into a checkout: the fonts into `reader/type`, the table of advances into `text`.
 */
export const writeSettingFace = async (checkout: string): Promise<Outcome> => {
  const faces = await cutSettingFace()
  const files = faces.map(({ name, woff2 }) => ({ path: join(checkout, `src/reader/type/${name}.woff2`), woff2 }))
  for (const { path, woff2 } of files) await replaceFile(path, woff2)
  await replaceFile(join(checkout, 'src/text/setting-face.ts'), sourceOf(faces))
  return {
    exitCode: 0,
    findings: [],
    lines: files.map(({ path, woff2 }) => `${path} ${woff2.byteLength} bytes`),
    record: files.map(({ path }) => path),
  }
}
