import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from '@/press/commands/build'
import { importPrinted } from '@/press/commands/import-printed'
import { jingbaoManuscript } from '../support/jingbao-manuscript'
import { pfrManuscript } from '../support/pfr-manuscript'
import { quietContext } from '../support/quiet-context'
import { writeManuscript } from '../support/write-manuscript'

/** What one built bundle came to. */
export interface BuiltBundle {
  readonly name: string
  readonly files: number
  readonly bytes: number
  /** SHA-256 over the names and contents of the bundle's files, in order of name. */
  readonly digest: string
  readonly seconds: number
}

const specimen = fileURLToPath(new URL('../../docs/specimen', import.meta.url))

/** Writes each manuscript into a folder; the real ones only where the real data is. */
const manuscripts = (realData: string | undefined): Readonly<Record<string, (folder: string) => unknown>> => ({
  specimen: (folder) => cpSync(specimen, folder, { recursive: true }),
  ...(realData !== undefined && {
    'sjb-2024-05-25': (folder: string) =>
      importPrinted({ path: join(realData, 'sjb-2024-05-25/front-page.ocr.txt'), out: folder }, quietContext()),
    'pfr-1998-01-11': (folder: string) =>
      writeManuscript(folder, pfrManuscript(join(realData, 'text-zh/pfr-1998-01')).files),
    'jingbao-1939-04-27': (folder: string) =>
      writeManuscript(folder, jingbaoManuscript(join(realData, 'text-zh/jingbao-1939-04-27')).files),
  }),
})

const measure = (folder: string): Pick<BuiltBundle, 'files' | 'bytes' | 'digest'> => {
  const hash = createHash('sha256')
  const names = readdirSync(folder).sort()
  let bytes = 0
  for (const name of names) {
    const content = readFileSync(join(folder, name))
    bytes += content.byteLength
    hash.update(`${name}\0${content.byteLength}\0`).update(content)
  }
  return { files: names.length, bytes, digest: hash.digest('hex') }
}

/** Builds the specimen and the real issues, one after the other. */
export async function* buildBundles(): AsyncGenerator<BuiltBundle> {
  for (const [name, write] of Object.entries(manuscripts(process.env['BANMIAN_REAL_DATA']))) {
    const temporary = mkdtempSync(join(tmpdir(), 'banmian-'))
    const folder = join(temporary, 'manuscript')
    const out = join(temporary, 'site')
    await write(folder)
    const started = performance.now()
    const { findings, exitCode } = await build({ folder, out }, quietContext())
    const seconds = (performance.now() - started) / 1000
    if (exitCode !== 0) throw new Error(`${name} was not built: ${findings.map(({ why }) => why).join('; ')}`)
    const [issue = ''] = readdirSync(join(out, 'data')).filter((entry) => !entry.endsWith('.json'))
    const measured = measure(join(out, 'data', issue))
    rmSync(temporary, { recursive: true })
    yield { name, ...measured, seconds }
  }
}
