import { readableOn } from './contrast'
import { grounds } from './grounds'

/**
 * Gives the page the paper's colour: as it is for signs and rules, and made readable for text, in each theme. In high contrast
 * it stands out as body text does.
 */
export const applyAccent = ({ style }: HTMLElement, accent: string): void => {
  for (const [theme, ground] of Object.entries(grounds)) {
    const isHigh = theme.startsWith('contrast')
    style.setProperty(`--accent-${theme}`, readableOn(accent, ground, isHigh ? 7 : 3))
    style.setProperty(`--accent-text-${theme}`, readableOn(accent, ground, isHigh ? 7 : 5))
  }
}
