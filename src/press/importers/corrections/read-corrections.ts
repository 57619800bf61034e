import type { Report } from '../../report'
import { readRecord, type YamlRecord } from '../manuscript/yaml-record'
import { correctionKeys, correctionsRecord, type Corrections } from './corrections-record'

/** What an editor wrote, and where: `lineOf` tells the line of each key. */
export interface CorrectionsFile extends YamlRecord<Corrections> {
  readonly file: string
}

/** Each article has one entry, so that nobody has to know in which order two are applied. */
const reportTwins = ({ value, lineOf, file }: CorrectionsFile, report: Report): boolean => {
  const seen = new Set<string>()
  let isSound = true
  for (const key of ['articles', 'new_articles'] as const)
    (value[key] ?? []).forEach(({ source }, index) => {
      if (seen.has(source)) {
        isSound = false
        const place = { file, line: lineOf(key, index, 'source') }
        report.add('bad-value', place, { key: 'source', reason: 'an article has one entry: put both into it' })
      }
      seen.add(source)
    })
  return isSound
}

/** Decodes corrections.yaml; undefined if anything in it is unknown or wrong, which is reported with its line. */
export const readCorrections = (text: string, file: string, report: Report): CorrectionsFile | undefined => {
  const record = readRecord({ text, file, keys: correctionKeys }, correctionsRecord, report)
  if (!record) return undefined
  const corrections = { ...record, file }
  return reportTwins(corrections, report) ? corrections : undefined
}
