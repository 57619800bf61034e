import { clustersOf } from '@/text/clusters'
import { lineWidthOf } from '@/text/line-setting'
import type { IssueDraft } from '../../model/draft'
import type { Grid } from '../grid'
import { nameplateStyle } from '../type-styles'

/** The paper's name as it is set, or the picture of it; lengths in page units. */
export interface Nameplate {
  readonly width: number
  readonly height: number
  /** Type size of a name that is set. */
  readonly size: number
  /** Letter-spacing of a name of Han characters, in thousandths of an em. */
  readonly spacing?: number
}

const { shareOfArea, shareOfPage, mostHeight, leading: nameLeading, spacing, boldest } = nameplateStyle

const nameOfHan = (count: number, wished: number, highest: number): Nameplate => {
  const gaps = count - 1
  const size = Math.floor(Math.min(highest / nameLeading, wished / (count + (gaps * spacing.least) / 1000)))
  const free = gaps > 0 ? Math.floor(((wished / size - count) / gaps) * 1000) : 0
  const between = Math.max(spacing.least, Math.min(spacing.most, free))
  return {
    size,
    spacing: between,
    width: Math.round(size * (count + (gaps * between) / 1000)),
    height: Math.round(size * nameLeading),
  }
}

const nameOfLetters = (name: string, wished: number, highest: number): Nameplate => {
  const ems = (lineWidthOf(name, { weight: 'bold', marks: 'corner' }) / 1000) * boldest
  const size = Math.floor(Math.min(highest / nameLeading, wished / Math.max(1, ems)))
  return { size, width: Math.round(size * ems), height: Math.round(size * nameLeading) }
}

/**
 * The nameplate in an area so wide: as large as it may be, and a short name of Han characters spread to a width of its own.
 * A drawn one has the same width, or less where it would be too high.
 */
export const nameplateOf = (
  { paper: { name }, nameplate }: Pick<IssueDraft, 'paper' | 'nameplate'>,
  { typeWidth }: Pick<Grid, 'typeWidth'>,
  area: number,
): Nameplate => {
  const wished = Math.min(area * shareOfArea, typeWidth * shareOfPage)
  const highest = Math.round(typeWidth * mostHeight)
  const clusters = clustersOf(name)
  if (nameplate) {
    const width = Math.floor(Math.min(wished, (highest * nameplate.width) / nameplate.height))
    return { size: highest, width, height: Math.round((width * nameplate.height) / nameplate.width) }
  }
  return clusters.every((cluster) => /^\p{Script=Han}$/u.test(cluster))
    ? nameOfHan(clusters.length, wished, highest)
    : nameOfLetters(name, wished, highest)
}
