import type { Box } from '@/bundle/geometry'

/** A box as a path of SVG. */
export const rectangle = ({ x, y, width, height }: Box): string =>
  `M${x} ${y}h${width}v${Math.max(0, height)}h${-width}z`
