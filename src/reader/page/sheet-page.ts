import type { Box } from '@/bundle/geometry'
import type { Page, Rendition } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'
import { nominalSize } from './nominal'

/** A page on a sheet of one page or two; lengths in the sheet's nominal pixels. */
export interface SheetPage {
  readonly page: Page
  /** Absent while the page's text is loading. */
  readonly part: PagePart | undefined
  readonly rendition: Rendition | undefined
  /** Size at which the page itself is laid out, and the scale that fits it to the sheet. */
  readonly nominal: { readonly width: number; readonly height: number }
  readonly scale: number
  readonly left: number
}

/** Pages next to each other on one sheet. */
export interface LaidSheet {
  readonly width: number
  readonly height: number
  readonly pages: readonly SheetPage[]
}

/**
 * Lays out pages on one sheet from left to right, all as wide as the first. A hole leaves its place blank.
 * @param partOf the text of a page, if it is loaded
 */
export const laySheet = (
  pages: readonly (Page | undefined)[],
  partOf: (page: Page) => PagePart | undefined,
): LaidSheet => {
  const width = nominalSize(pages.find((page) => page !== undefined)?.renditions[0]).width
  const laid = pages.flatMap((page, index): SheetPage[] => {
    if (!page) return []
    const [rendition] = page.renditions
    const nominal = nominalSize(rendition)
    return [{ page, part: partOf(page), rendition, nominal, scale: width / nominal.width, left: index * width }]
  })
  const height = Math.max(...laid.map(({ nominal, scale }) => nominal.height * scale))
  return { width: width * pages.length, height, pages: laid }
}

/** Converts a box from fractions of a page to fractions of its sheet. */
export const onSheet = (box: Box, { nominal, scale, left }: SheetPage, { width, height }: LaidSheet): Box => ({
  x: (left + box.x * nominal.width * scale) / width,
  y: (box.y * nominal.height * scale) / height,
  width: (box.width * nominal.width * scale) / width,
  height: (box.height * nominal.height * scale) / height,
})
