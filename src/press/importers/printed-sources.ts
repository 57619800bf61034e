import { epaperHtml } from './epaper-html/epaper-html'
import { iiif } from './iiif/iiif'
import { metsAlto } from './mets-alto/mets-alto'
import { pdf } from './pdf/pdf'
import type { PrintedSource } from './printed/printed-source'

/** The kinds of printed pages that can be imported; the first that recognises a folder reads it. */
export const printedSources: readonly PrintedSource[] = [epaperHtml, iiif, metsAlto, pdf]
