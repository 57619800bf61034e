import { replaceFile } from '../io/write-file'
import { scorePage } from '../typeset/score/score-table'
import type { Outcome } from './outcome'

/** Writes the page of the docs that lists the rules of the score. */
export const writeScorePage = async (file: string): Promise<Outcome> => {
  await replaceFile(file, scorePage())
  return { exitCode: 0, findings: [], lines: [`written to ${file}`], record: { written: true } }
}
