import { posix } from 'node:path'
import type { Report } from '../../report'
import type { PrintedIssue } from '../printed/printed-issue'
import type { PrintedSource, RecognitionWish, SourceFiles } from '../printed/printed-source'
import { assembleIssue, type PdfPage } from './assemble-issue'
import { mostPages, withPdf } from './reading/open-pdf'
import type { PageMarks } from './reading/page-marks'
import { ScanReader, type ReadScan } from './recognising/scan-reader'
import { segmentPage } from './segmenting/segment-page'

const isPdfName = (path: string): boolean => /\.pdf$/iu.test(path)

/** By number where names have one: `2.pdf` before `10.pdf`. */
const byName = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

interface ReadPage {
  readonly file: string
  readonly marks: PageMarks
  /** The page as a file of its own; undefined if it is one. */
  readonly alone: Uint8Array | undefined
}

const hasText = ({ marks }: ReadPage): boolean => marks.glyphs.some(({ text }) => text.trim() !== '')

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
      if (marks && (pages === 1 || alone)) return { file, marks, alone }
      report.add('pdf-page-unreadable', { file, page: before + index + 1 }, { page: String(index + 1) })
      return undefined
    }).filter((page) => page !== undefined)
  })
  if (!read) report.add('pdf-unreadable', { file }, {})
  return read ?? []
}

const readFiles = async (files: SourceFiles, report: Report): Promise<ReadPage[]> => {
  const pages: ReadPage[] = []
  for (const file of files.paths.filter(isPdfName).sort(byName)) {
    const bytes = await files.read(file)
    if (bytes) pages.push(...(await readFile(file, bytes, report, pages.length)))
  }
  return pages
}

/** What a page shows, with its text recognised if it has none and `scans` reads it. */
const textOf = async (
  page: ReadPage,
  no: number,
  { files, scans, report }: { files: SourceFiles; scans: ScanReader | undefined; report: Report },
): Promise<ReadScan> => {
  const { file, marks, alone } = page
  const unread = { marks, characters: 0 }
  if (hasText(page)) return unread
  const place = { file, page: no }
  if (!scans) {
    report.add('pdf-without-text', place, { page: String(no) })
    return unread
  }
  const pdf = alone ? Buffer.from(alone) : await files.read(file)
  return pdf ? scans.read({ pdf, marks, place }) : unread
}

const assemble = async (
  read: readonly ReadPage[],
  files: SourceFiles,
  report: Report,
  scans?: ScanReader,
): Promise<PrintedIssue | undefined> => {
  const pages: PdfPage[] = []
  let recognised = 0
  for (const page of read) {
    const { file, alone } = page
    const size = alone ? await files.measureBytes(alone) : await files.measure(file)
    const no = pages.length + 1
    if (!size) {
      report.add('pdf-page-unreadable', { file, page: no }, { page: String(no) })
      continue
    }
    const { marks, characters } = await textOf(page, no, { files, scans, report })
    recognised += characters
    const name = posix.basename(file).replace(/\.pdf$/iu, '')
    pages.push({
      picture: alone ? { name: `${name}-${no}.pdf`, bytes: alone } : file,
      ...size,
      scale: size.width / marks.width,
      label: marks.label,
      segmented: segmentPage(marks, pages.length === 0),
    })
  }
  if (pages.length > 0) return { ...assembleIssue(pages), ...(recognised > 0 && { recognised }) }
  report.add('pdf-no-pages', { file: '.' }, {})
  return undefined
}

const read = async (
  files: SourceFiles,
  report: Report,
  recognition?: RecognitionWish,
): Promise<PrintedIssue | undefined> => {
  const pages = await readFiles(files, report)
  if (!recognition) return assemble(pages, files, report)
  const scans = ScanReader.open(recognition, '.', report, pages.filter((page) => !hasText(page)).length)
  if (!scans) return undefined
  try {
    return await assemble(pages, files, report, scans)
  } finally {
    await scans.close()
  }
}

/** The PDF of an issue, or a folder with one for each page. */
export const pdf: PrintedSource = {
  recognises: async ({ paths }) => paths.some(isPdfName),
  read,
  canRecognise: true,
}
