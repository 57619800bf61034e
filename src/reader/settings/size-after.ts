import type { Settings } from './settings'

/** From small to large: `choices` has the default first. */
const sizes = ['small', 'standard', 'large', 'larger', 'largest'] as const satisfies readonly Settings['size'][]

/** The next larger or smaller size of type; the same at either end. */
export const sizeAfter = (size: Settings['size'], step: 1 | -1): Settings['size'] =>
  sizes[sizes.indexOf(size) + step] ?? size
