import type { Finding } from '../../finding'
import { Report } from '../../report'
import type { PictureFile } from '../manuscript/manuscript-files'
import { readManuscript } from '../manuscript/read-manuscript'

/** Texts and pictures of a manuscript by path. */
export interface ManuscriptContent {
  readonly texts: ReadonlyMap<string, string>
  readonly pictures: ReadonlyMap<string, PictureFile>
}

/** Any paper will do: its own file is not the import's. */
const paper = 'id: paper.example\nname: a\nlang: zh-Hans\ntime_zone: Etc/UTC\naccent: "#000000"\n'

const readable = /\.(?:ya?ml|md)$|(?:^|\/)words\.txt$/iu

const faultsOf = ({ texts, pictures }: ManuscriptContent): Finding[] => {
  const report = new Report()
  const read = [...texts].filter(([path]) => readable.test(path) && path !== 'paper.yaml')
  readManuscript({ texts: new Map([...read, ['paper.yaml', paper]]), pictures, paper: 'paper.yaml' }, report)
  return report.findings.filter(({ severity }) => severity === 'fatal')
}

const keyOf = ({ code, place, why }: Finding): string => `${code} ${place.file} ${why}`

/** What would keep a manuscript from being built because of the files that a person changed, and not without them. */
export const addedFaults = (imported: ManuscriptContent, withChanges: ManuscriptContent): readonly Finding[] => {
  const known = new Set(faultsOf(imported).map(keyOf))
  return faultsOf(withChanges).filter((fault) => !known.has(keyOf(fault)))
}
