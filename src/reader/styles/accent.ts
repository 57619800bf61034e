import { readableOn } from './contrast'
import { grounds } from './grounds'

/**
 * Sets the paper's accent colour for each theme: adjusted for icons and rules, and adjusted more for text. In high
 * contrast it is as readable as body text.
 */
export const applyAccent = ({ style }: HTMLElement, accent: string): void => {
  for (const [theme, ground] of Object.entries(grounds)) {
    const isHigh = theme.startsWith('contrast')
    style.setProperty(`--accent-${theme}`, readableOn(accent, ground, isHigh ? 7 : 3))
    style.setProperty(`--accent-text-${theme}`, readableOn(accent, ground, isHigh ? 7 : 5))
  }
}
