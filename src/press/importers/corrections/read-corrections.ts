import type { Report } from '../../report'
import { readRecord, type YamlRecord } from '../manuscript/yaml-record'
import { plain } from './find-article'
import { correctionKeys, correctionsRecord, type Corrections } from './corrections-record'

/** What an editor wrote, and where: `lineOf` tells the line of each key. */
export interface CorrectionsFile extends YamlRecord<Corrections> {
  readonly file: string
}

/**
 * Each article has one entry, so that nobody has to know in which order two are applied. Two articles of a source that have one id are told apart
 * by their words, or by their pages.
 */
const reportTwins = ({ value, lineOf, file }: CorrectionsFile, report: Report): boolean => {
  const seen = new Set<string>()
  let isSound = true
  const add = (name: string, key: 'articles' | 'new_articles', index: number): void => {
    if (seen.has(name)) {
      isSound = false
      const place = { file, line: lineOf(key, index, 'source') }
      report.add('bad-value', place, { key: 'source', reason: 'an article has one entry: put both into it' })
    }
    seen.add(name)
  }
  const { articles = [], new_articles: added = [] } = value
  articles.forEach(({ source, was, page = '' }, index) => add([source, plain(was), page].join('\n'), 'articles', index))
  added.forEach(({ source }, index) => add(source, 'new_articles', index))
  return isSound
}

/** Decodes corrections.yaml; undefined if anything in it is unknown or wrong, which is reported with its line. */
export const readCorrections = (text: string, file: string, report: Report): CorrectionsFile | undefined => {
  const record = readRecord({ text, file, keys: correctionKeys }, correctionsRecord, report)
  if (!record) return undefined
  const corrections = { ...record, file }
  return reportTwins(corrections, report) ? corrections : undefined
}
