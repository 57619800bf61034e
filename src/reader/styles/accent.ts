import { readableOn } from './contrast'
import { grounds } from './grounds'

/**
 * The paper's accent colour for each theme, as custom properties: adjusted for icons and rules, and adjusted more for text. In
 * high contrast it is as readable as body text.
 */
export const accentProperties = (accent: string): Readonly<Record<`--${string}`, string>> =>
  Object.fromEntries(
    Object.entries(grounds).flatMap(([theme, ground]) => {
      const isHigh = theme.startsWith('contrast')
      return [
        [`--accent-${theme}`, readableOn(accent, ground, isHigh ? 7 : 3)],
        [`--accent-text-${theme}`, readableOn(accent, ground, isHigh ? 7 : 5)],
      ]
    }),
  )

export const applyAccent = ({ style }: HTMLElement, accent: string): void => {
  for (const [name, value] of Object.entries(accentProperties(accent))) style.setProperty(name, value)
}
