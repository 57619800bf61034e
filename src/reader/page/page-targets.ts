import { boundsOf, type Box } from '@/bundle/geometry'
import type { PagePart } from '@/bundle/page-part'
import { boxOf } from '@/bundle/set-runs'
import type { Rendition } from '@/bundle/issue'

/** Converts a box from page units to fractions of the page. */
export const inFractions = ({ x, y, width, height }: Box, rendition: Rendition): Box => ({
  x: x / rendition.width,
  y: y / rendition.height,
  width: width / rendition.width,
  height: height / rendition.height,
})

/** What a double tap zooms to: the columns of a typeset page, and regions. In fractions of the page. */
export const targetsOf = (rendition: Rendition, part: PagePart | undefined): Box[] => {
  const set = rendition.kind === 'typeset' ? (part?.setting?.articles ?? []) : []
  const columns = set.flatMap(({ frames = [] }) => frames.map(({ box }) => boxOf(box)))
  const regions = rendition.regions.flatMap(({ outlines }) => outlines.map((outline) => boundsOf([outline])))
  return [...columns, ...regions].map((box) => inFractions(box, rendition))
}

/** The bounds of an article's region, in fractions of the page. */
export const regionBox = (rendition: Rendition, article: string): Box | undefined => {
  const outlines = rendition.regions.filter((region) => region.article === article).flatMap((region) => region.outlines)
  return outlines.length === 0 ? undefined : inFractions(boundsOf(outlines), rendition)
}
