import { findingsPage } from '../findings/chinese/findings-page'
import { replaceFile } from '../io/write-file'
import type { Outcome } from './outcome'

/** Writes the page of the docs that lists every finding in Chinese. */
export const writeFindingsPage = async (file: string): Promise<Outcome> => {
  await replaceFile(file, findingsPage())
  return { exitCode: 0, findings: [], lines: [`written to ${file}`], record: { written: true } }
}
