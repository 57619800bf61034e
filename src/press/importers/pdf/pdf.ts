import { posix } from 'node:path'
import type { Report } from '../../report'
import type { PrintedIssue } from '../printed/printed-issue'
import type { PrintedSource, SourceFiles } from '../printed/printed-source'
import { assembleIssue, type PdfPage } from './assemble-issue'
import { mostPages, withPdf } from './reading/open-pdf'
import type { PageMarks } from './reading/page-marks'
import { segmentPage } from './segmenting/segment-page'

const isPdfName = (path: string): boolean => /\.pdf$/iu.test(path)

/** By number where names have one: `2.pdf` before `10.pdf`. */
const byName = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

interface ReadPage {
  readonly marks: PageMarks
  /** The page as a file of its own; undefined if it is one. */
  readonly alone: Uint8Array | undefined
}

const readFile = async (file: string, bytes: Buffer, report: Report, before: number): Promise<ReadPage[]> => {
  const read = await withPdf(bytes, ({ pages, marksOf, pageAlone }) => {
    if (pages === 0) report.add('pdf-empty', { file }, {})
    if (before + pages > mostPages) {
      report.add('pdf-too-many-pages', { file }, { count: String(before + pages) })
      return []
    }
    return Array.from({ length: pages }, (_, index): ReadPage | undefined => {
      const marks = marksOf(index)
      const alone = pages > 1 && marks ? pageAlone(index) : undefined
      if (marks && (pages === 1 || alone)) return { marks, alone }
      report.add('pdf-page-unreadable', { file, page: before + index + 1 }, { page: String(index + 1) })
      return undefined
    }).filter((page) => page !== undefined)
  })
  if (!read) report.add('pdf-unreadable', { file }, {})
  return read ?? []
}

const read = async (files: SourceFiles, report: Report): Promise<PrintedIssue | undefined> => {
  const pages: PdfPage[] = []
  for (const file of files.paths.filter(isPdfName).sort(byName)) {
    const bytes = await files.read(file)
    if (!bytes) continue
    for (const { marks, alone } of await readFile(file, bytes, report, pages.length)) {
      const size = alone ? await files.measureBytes(alone) : await files.measure(file)
      const no = pages.length + 1
      if (!size) {
        report.add('pdf-page-unreadable', { file, page: no }, { page: String(no) })
        continue
      }
      if (!marks.glyphs.some(({ text }) => text.trim() !== ''))
        report.add('pdf-without-text', { file, page: no }, { page: String(no) })
      const name = posix.basename(file).replace(/\.pdf$/iu, '')
      pages.push({
        picture: alone ? { name: `${name}-${no}.pdf`, bytes: alone } : file,
        ...size,
        scale: size.width / marks.width,
        label: marks.label,
        segmented: segmentPage(marks, pages.length === 0),
      })
    }
  }
  if (pages.length === 0) {
    report.add('pdf-no-pages', { file: '.' }, {})
    return undefined
  }
  return assembleIssue(pages)
}

/** The PDF of an issue, or a folder with one for each page. */
export const pdf: PrintedSource = {
  recognises: async ({ paths }) => paths.some(isPdfName),
  read,
}
