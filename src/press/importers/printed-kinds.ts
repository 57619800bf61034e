import type { PrintedSource } from './printed/printed-source'

/** A kind of printed pages that can be imported. */
export interface PrintedKind {
  /** As on the command line. */
  readonly kind: string
  /** For the help of the command line. */
  readonly description: string
  /** Its reader, which is loaded where it is needed. */
  readonly load: () => Promise<PrintedSource>
}

/** The first that recognises a folder reads it. */
export const printedKinds: readonly PrintedKind[] = [
  {
    kind: 'epaper-html',
    description: 'a saved copy of an e-paper site: pages with image maps, articles as HTML',
    load: async () => (await import('./epaper-html/epaper-html')).epaperHtml,
  },
  {
    kind: 'iiif',
    description: 'a IIIF manifest of one issue, with the images, ALTO and annotations that lie beside it',
    load: async () => (await import('./iiif/iiif')).iiif,
  },
  {
    kind: 'mets-alto',
    description: 'a library’s package of one issue: METS and ALTO, DIDL, Olive or iArchives',
    load: async () => (await import('./mets-alto/mets-alto')).metsAlto,
  },
  {
    kind: 'pdf',
    description: 'the PDF of an issue, or a folder of the PDFs of its pages',
    load: async () => (await import('./pdf/pdf')).pdf,
  },
  {
    kind: 'ocr-text',
    description: 'the raw OCR text of one page',
    load: async () => (await import('./ocr-text/ocr-text')).ocrText,
  },
]
