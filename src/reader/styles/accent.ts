import { readableOn } from './contrast'

/** Grounds of the themes, as `tokens.css` has them: text in the accent must be readable on each. */
export const grounds = { light: '#fbf8f1', dark: '#171613' } as const

/** Gives the page the paper's colour: as it is for signs and rules, and made readable for text, in each theme. */
export const applyAccent = ({ style }: HTMLElement, accent: string): void => {
  style.setProperty('--accent-light', readableOn(accent, grounds.light, 3))
  style.setProperty('--accent-dark', readableOn(accent, grounds.dark, 3))
  style.setProperty('--accent-text-light', readableOn(accent, grounds.light, 5))
  style.setProperty('--accent-text-dark', readableOn(accent, grounds.dark, 5))
}
