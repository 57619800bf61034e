import type { Box } from '@/bundle/geometry'
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

/** The largest size up to `largest` at which a text fits a width if each character is one em wide; page units. */
export const fittedSize = (text: string, width: number, largest: number): number =>
  Math.max(smallestFurniture, Math.min(largest, Math.floor(width / Math.max(1, [...text].length))))
