import { PDFiumLibrary } from '@hyzyla/pdfium'

let library: Promise<PDFiumLibrary> | undefined

/** The library that reads PDF, started once and only where it is needed. */
export const pdfium = (): Promise<PDFiumLibrary> => (library ??= PDFiumLibrary.init())
