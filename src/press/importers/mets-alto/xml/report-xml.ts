import type { PackageReader } from '../package-reader'
import type { XmlFaults } from './parse-xml'
import { readXmlTree, type XmlElement } from './xml-tree'

export const reportXml = (source: PackageReader, path: string, faults: XmlFaults): void => {
  if (faults.brokenAt !== undefined) source.report.add('import-bad-xml', source.placeOf(path, faults.brokenAt), {})
  if (faults.entities.length > 0)
    source.report.add('import-entities', source.placeOf(path), { names: faults.entities.join(', ') })
  if (faults.encoding !== undefined)
    source.report.add('import-encoding', source.placeOf(path), { encoding: faults.encoding })
}

/** The file as a tree; what is wrong with it is reported. */
export const openTree = async (source: PackageReader, path: string): Promise<XmlElement | undefined> => {
  const bytes = await source.open(path)
  if (bytes === undefined) return undefined
  const { root, faults, leftOut } = readXmlTree(bytes)
  reportXml(source, path, faults)
  if (leftOut > 0) source.report.add('import-xml-left-out', source.placeOf(path), { count: String(leftOut) })
  return root
}
