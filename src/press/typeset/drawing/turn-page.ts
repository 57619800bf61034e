import type { Box } from '@/bundle/geometry'
import type { Outline } from '@/bundle/region'
import type { SettingParts } from '../setting-parts'

/**
 * A page of vertical lines is laid out on its side: what will be its right edge is its head. Turned by a quarter, its head stands
 * at the right, its columns are tiers, and lines run down and follow each other from right to left (W3C clreq 2.2.2). Pictures
 * are not turned, only their boxes.
 */
export const turnBox = <Drawn extends Box>(drawn: Drawn, sheetHeight: number): Drawn => ({
  ...drawn,
  x: sheetHeight - drawn.y - drawn.height,
  y: drawn.x,
  width: drawn.height,
  height: drawn.width,
})

/** @param sheetHeight height of the sheet as it was laid out, which becomes its width */
export const turnParts = (parts: SettingParts, sheetHeight: number): SettingParts => {
  const turned = <Drawn extends Box>(drawn: readonly Drawn[]): Drawn[] => drawn.map((one) => turnBox(one, sheetHeight))
  const vertical = <Drawn extends Box>(drawn: readonly Drawn[]) =>
    turned(drawn).map((one) => ({ ...one, writing: 'vertical' as const }))
  return {
    frames: vertical(parts.frames),
    titles: vertical(parts.titles),
    furniture: vertical(parts.furniture),
    plates: turned(parts.plates),
    grounds: turned(parts.grounds),
  }
}

export const turnOutline = (outline: Outline, sheetHeight: number): Outline =>
  outline.map((_, index) => {
    const [x = 0, y = 0] = [outline[index - (index % 2)], outline[index - (index % 2) + 1]]
    return index % 2 === 0 ? sheetHeight - y : x
  })
