import { join } from 'node:path'
import { cutSettingFace, type CutFace } from '../fonts/setting-face'
import { replaceFile } from '../io/write-file'
import type { Outcome } from './outcome'

const tableOf = (name: string, { advances }: CutFace): string =>
  `export const ${name}: Advances = [\n${advances.map(([advance, characters]) => `  [${advance}, ${JSON.stringify(characters)}],`).join('\n')}\n]\n`

/** The table of advances as a source file of `text`. */
const sourceOf = (regular: CutFace, bold: CutFace): string => `/**
 * Advances of the setting face in thousandths of an em, grouped by advance. Generated together with the face by
 * \`npm run setting-face\`; a browser test checks that the two agree.
 */
type Advances = readonly (readonly [advance: number, characters: string])[]

${tableOf('regularAdvances', regular)}
${tableOf('boldAdvances', bold)}`

/**
 * Cuts the setting face and writes it into a checkout: the fonts into `reader/type`, the table of advances into `text`.
 */
export const writeSettingFace = async (checkout: string): Promise<Outcome> => {
  const [regular, bold] = await cutSettingFace()
  if (!regular || !bold) throw new Error('the setting face has two weights')
  const files = [regular, bold].map(({ weight, woff2 }) => ({
    path: join(checkout, `src/reader/type/setting-${weight}.woff2`),
    woff2,
  }))
  for (const { path, woff2 } of files) await replaceFile(path, woff2)
  await replaceFile(join(checkout, 'src/text/setting-face.ts'), sourceOf(regular, bold))
  return {
    exitCode: 0,
    findings: [],
    lines: files.map(({ path, woff2 }) => `${path} ${woff2.byteLength} bytes`),
    record: files.map(({ path }) => path),
  }
}
