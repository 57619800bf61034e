import type { Issue } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'

/** All characters that pages may need. */
export const charactersOf = (issue: Issue, parts: readonly PagePart[]): Set<string> =>
  new Set(JSON.stringify([issue, ...parts]).replace(/\p{Co}/gu, '〓') + '·0123456789.')

/** Styles of sheets on white paper, set in faces that come with them. @param faces CSS rules of `writePrintFaces` */
export const sheetStyle = ({ paper }: Issue, faces: string): string => `${faces}
:root{--serif:'Banmian Print';--kai:'Banmian Print';--sans:'Banmian Print';--accent-light:${paper.accent};--accent-text-light:${paper.accent};--newsprint:#fff}
body{margin:0;background:#fff}
.region{content-visibility:visible!important}`

/** Width in pixels at which the reader lays a sheet out, as its HTML says. */
export const nominalWidthOf = (html: string): number => Number(/inline-size:([\d.]+)px/.exec(html)?.[1] ?? 1000)
