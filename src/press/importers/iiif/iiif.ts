import { Report } from '../../report'
import { describesIssue } from '../mets-alto/mets-alto'
import { PackageReader } from '../mets-alto/package-reader'
import type { PrintedIssue } from '../printed/printed-issue'
import type { PrintedSource, SourceFiles } from '../printed/printed-source'
import { assembleIssue } from './assemble-issue'
import { chooseManifest, presentationFiles } from './files/choose-manifest'
import { FilesByEnding } from './files/files-by-ending'
import { itemsOf, mostPages, readManifest } from './manifest/read-manifest'
import { readRanges } from './manifest/read-ranges'
import { readCanvases } from './pages/read-canvases'

const read = async (files: SourceFiles, report: Report): Promise<PrintedIssue | undefined> => {
  // A manifest that was named by itself has its images and texts around it.
  const all = [...files.paths, ...(await files.neighbours())]
  const source = new PackageReader({ ...files, paths: all }, report)
  const chosen = await chooseManifest(source, files.paths)
  if (!chosen) return undefined
  const { path, manifest: root } = chosen
  const place = source.placeOf(path)
  const items = itemsOf(root)
  if (items.length > mostPages) {
    report.add('iiif-too-many-pages', place, { count: String(items.length) })
    return undefined
  }
  const manifest = readManifest(root, items, path)
  if (manifest.canvases.length === 0) {
    report.add('iiif-no-pages', place, {})
    return undefined
  }
  if (manifest.others > 0) report.add('iiif-other-containers', place, { count: String(manifest.others) })
  const ranges = readRanges(manifest.structures)
  const [cycle] = ranges.cycles
  if (cycle !== undefined)
    report.add('iiif-range-cycle', place, { count: String(ranges.cycles.length), name: cycle.slice(0, 200) })
  const canvases = await readCanvases(manifest, source, new FilesByEnding(all))
  return assembleIssue(manifest, ranges, canvases, source)
}

/** A manifest of IIIF Presentation 2, 3 or 4, with what lies around it: images, ALTO, pages of annotations. Nothing is fetched. */
export const iiif: PrintedSource = {
  recognises: async (files) => {
    const source = new PackageReader(files, new Report())
    for await (const _ of presentationFiles(source, files.paths)) return !(await describesIssue(files))
    return false
  },
  read,
}
