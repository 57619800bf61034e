import { readFile, rm, stat } from 'node:fs/promises'
import { join, parse } from 'node:path'
import type { Report } from '../report'
import { decodeText } from './decode-text'
import { codeOf, systemReasonOf } from './system-reason'
import { replaceFile } from './write-file'

const name = 'corrections.yaml'

/** Where the corrections of a source lie: in its folder, or beside its file; undefined if the source is neither. */
export const correctionsPlace = async (source: string): Promise<string | undefined> => {
  const found = await stat(source).catch(() => undefined)
  if (!found) return undefined
  if (found.isDirectory()) return join(source, name)
  const { dir, name: own } = parse(source)
  return join(dir, `${own}.${name}`)
}

export interface CorrectionsText {
  readonly file: string
  readonly text: string
}

/** The text of the corrections in a file, empty if there is none. Throws the system's error if it can't be read. */
export const readCorrectionsFile = async (file: string): Promise<string> => {
  try {
    return decodeText(await readFile(file))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  }
}

/** Writes the corrections; a text without anything in it takes the file away. */
export const writeCorrectionsText = (file: string, text: string): Promise<void> =>
  text.trim() === '' ? rm(file, { force: true }) : replaceFile(file, text)

/** The text of the corrections; undefined if there are none, or if the file that was named can't be read, which is reported. */
export const readCorrectionsText = async (
  source: string,
  named: string | undefined,
  report: Report,
): Promise<CorrectionsText | undefined> => {
  const file = named ?? (await correctionsPlace(source))
  if (file === undefined) return undefined
  try {
    return { file, text: decodeText(await readFile(file)) }
  } catch (error) {
    if (named === undefined && codeOf(error) === 'ENOENT') return undefined
    const refused = systemReasonOf(error)
    if (!refused) throw error
    report.add('unreadable-file', { file }, { reason: refused.reason })
    return undefined
  }
}
