import type { Box } from '@/bundle/geometry'
import { clustersOf } from '@/text/clusters'
import { lineWidthOf } from '@/text/line-setting'
import type { DrawnFurniture } from '../setting-parts'
import { smallestFurniture } from '../type-styles'

/** A line of text that belongs to no article. */
export const furnitureLine = (
  { x, y, width, height }: Box,
  role: DrawnFurniture['role'],
  text: string,
  size: number,
  align: DrawnFurniture['align'],
): DrawnFurniture => ({ x, y, width, height, role, text, size, align })

const face = { weight: 'regular', marks: 'corner' } as const
/** Width of a text as it is drawn, in ems. */
export const drawnEmsOf = (text: string): number => lineWidthOf(text, face) / 1000
/** Room for a text in ems: one for each character, or more where some are wider. */
export const emsOf = (text: string): number => Math.max(1, clustersOf(text).length, drawnEmsOf(text))

/** The largest size up to `largest` at which a text fits a width; page units. */
export const fittedSize = (text: string, width: number, largest: number): number =>
  Math.max(smallestFurniture, Math.min(largest, Math.floor(width / emsOf(text))))
