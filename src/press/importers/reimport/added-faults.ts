import type { Finding } from '../../finding'
import { Report } from '../../report'
import { readWritten, type ManuscriptContent } from '../printed/read-written'

const faultsOf = (content: ManuscriptContent): Finding[] => {
  const report = new Report()
  readWritten(content, report)
  return report.findings.filter(({ severity }) => severity === 'fatal')
}

const keyOf = ({ code, place, why }: Finding): string => `${code} ${place.file} ${why}`

/** What would keep a manuscript from being built because of the files that a person changed, and not without them. */
export const addedFaults = (imported: ManuscriptContent, withChanges: ManuscriptContent): readonly Finding[] => {
  const known = new Set(faultsOf(imported).map(keyOf))
  return faultsOf(withChanges).filter((fault) => !known.has(keyOf(fault)))
}
