import { readMets } from '../mets/mets'
import { divsWithin, type Mets } from '../mets/mets'
import type { MetsProfile } from '../mets/mets-issue'
import { openTree } from '../xml/report-xml'

const tocFiles = (mets: Mets): string[] =>
  mets.maps
    .filter(({ type }) => type === 'TOC')
    .flatMap(({ divs }) => divs.flatMap((div) => [...divsWithin(div)]))
    .flatMap(({ areas }) => areas.flatMap(({ file }) => mets.files.get(file)?.address ?? []))

/** The National Library of France: the manifest knows the pages, and its table of contents is another METS that knows the articles. */
export const bnf: MetsProfile = {
  name: 'BnF',
  matches: (mets) => tocFiles(mets).length > 0,
  structure: async (mets, source) => {
    for (const address of tocFiles(mets)) {
      const path = source.find(address, mets.path)
      if (path === undefined) {
        source.report.add('import-file-missing', source.placeOf(mets.path), { name: address })
        continue
      }
      const root = await openTree(source, path)
      if (root) return readMets(root, path, source)
    }
    return undefined
  },
}
