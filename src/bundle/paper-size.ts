import type { Page } from './issue'

/** A size in millimetres. */
export interface PaperSize {
  readonly width: number
  readonly height: number
}

/** Page units of a typeset rendition, each a twentieth of a millimetre. [B10] */
export const unitsPerMm = 20

const tabloidWidth = 273

/** The paper that a page was set for. The picture of a page does not tell its size: it gets the width of a tabloid. */
export const paperSizeOf = ({ renditions }: Pick<Page, 'renditions'>): PaperSize => {
  const [rendition] = renditions
  if (!rendition) return { width: 210, height: 297 }
  const width = rendition.kind === 'typeset' ? rendition.width / unitsPerMm : tabloidWidth
  return { width, height: (width * rendition.height) / rendition.width }
}

/** The rule of a style sheet that gives printed pages this size. @param name of these pages; all pages if absent */
export const pageRule = ({ width, height }: PaperSize, name: string): string =>
  `@page ${name}{size:${Math.round(width * 100) / 100}mm ${Math.round(height * 100) / 100}mm;margin:0}`
