import type { Box } from '@/bundle/geometry'
import type { DrawnFurniture } from '../setting-parts'

/** A line of text that belongs to no article. */
export const furnitureLine = (
  { x, y, width, height }: Box,
  role: DrawnFurniture['role'],
  text: string,
  size: number,
  align: DrawnFurniture['align'],
): DrawnFurniture => ({ x, y, width, height, role, text, size, align })

/** Size at which a text fits a width, characters and the room between them, roughly; page units. */
export const fittedSize = (text: string, width: number, largest: number): number =>
  Math.max(12, Math.min(largest, Math.floor(width / Math.max(1, [...text].length))))
