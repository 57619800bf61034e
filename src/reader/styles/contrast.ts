/** Red, green and blue, 0 to 255. */
type Rgb = readonly [number, number, number]

const rgbOf = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** Relative luminance (WCAG 2.2). */
const luminanceOf = (rgb: Rgb): number => {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const value = part / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export const contrastOf = (one: string, other: string): number => {
  const [a, b] = [luminanceOf(rgbOf(one)), luminanceOf(rgbOf(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const towards = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
]

/**
 * Moves the colour towards black or white just far enough to stand out from the ground, so that any paper's accent is
 * readable as text in every theme.
 */
export const readableOn = (colour: string, ground: string, least: number): string => {
  const isDark = luminanceOf(rgbOf(ground)) < 0.2
  const end: Rgb = isDark ? [255, 255, 255] : [0, 0, 0]
  for (let share = 0; share < 1; share += 0.02) {
    const candidate = hexOf(towards(rgbOf(colour), end, share))
    if (contrastOf(candidate, ground) >= least) return candidate
  }
  return hexOf(end)
}
