import type { PageMarks } from './page-marks'
import { PdfiumCalls } from './pdfium-calls'
import { readMarks } from './read-marks'

/** Pages that a PDF may have: no issue has more. */
export const mostPages = 512

let started: Promise<PdfiumCalls> | undefined

export interface OpenPdf {
  readonly pages: number
  /** What is printed on a page, counted from 0; undefined if it can't be read. */
  readonly marksOf: (page: number) => PageMarks | undefined
  /** A page as a PDF of its own; undefined if it can't be made. */
  readonly pageAlone: (page: number) => Uint8Array | undefined
}

/** How the library signs a file that it makes, after the moment at which it did. */
const signature = ')/Creator(PDFium)/Producer(PDFium)'
const moment = '19700101000000'

/** A file without the moment at which it was made, so that the same page is the same file whenever it is imported. */
const undated = (bytes: Buffer): Buffer => {
  const end = bytes.indexOf(signature, 0, 'latin1')
  const start = end - moment.length
  if (end < 0 || !/^\d{14}$/u.test(bytes.toString('latin1', Math.max(0, start), end))) return bytes
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(moment, 'latin1'), bytes.subarray(end)])
}

const saved = (calls: PdfiumCalls, document: number): Uint8Array | undefined => {
  const blocks: Uint8Array[] = []
  const keep = (_: number, at: number, length: number): number => {
    blocks.push(calls.bytesAt(at, length))
    return 1
  }
  // A structure of a version and the function to write with.
  const writer = calls.allocate(8)
  try {
    calls.setInteger(writer, 1)
    calls.setInteger(writer + 4, 0)
    const isSaved = calls.withNullCall(keep, () => calls.call('FPDF_SaveAsCopy', document, writer, 0) !== 0)
    return isSaved ? undated(Buffer.concat(blocks)) : undefined
  } finally {
    calls.free(writer)
  }
}

const pageAlone = (calls: PdfiumCalls, document: number, page: number): Uint8Array | undefined => {
  const alone = calls.call('FPDF_CreateNewDocument')
  const index = calls.allocate(4)
  try {
    calls.setInteger(index, page)
    if (calls.call('FPDF_ImportPagesByIndex', alone, document, index, 1, 0) === 0) return undefined
    return saved(calls, alone)
  } finally {
    calls.free(index)
    calls.call('FPDF_CloseDocument', alone)
  }
}

/**
 * Opens a PDF for as long as the call takes; undefined if it can't be opened, as one that is damaged or encrypted. The library keeps pages
 * of one file at a time in its memory, so two are never open at once.
 */
export const withPdf = async <Value>(bytes: Buffer, use: (pdf: OpenPdf) => Value): Promise<Value | undefined> => {
  const calls = await (started ??= PdfiumCalls.start())
  const at = calls.allocate(bytes.length)
  if (at === 0) return undefined
  calls.write(bytes, at)
  const document = calls.call('FPDF_LoadMemDocument', at, bytes.length, 0)
  try {
    if (document === 0) return undefined
    return use({
      pages: calls.call('FPDF_GetPageCount', document),
      marksOf: (page) => readMarks(calls, document, page),
      pageAlone: (page) => pageAlone(calls, document, page),
    })
  } finally {
    if (document !== 0) calls.call('FPDF_CloseDocument', document)
    calls.free(at)
  }
}
