/** The paper colour of each theme, as in `themes.css`: the paper's accent must be readable on each. */
export const grounds = {
  light: '#fbf8f1',
  sepia: '#f2e6cd',
  dark: '#171613',
  contrast: '#ffffff',
  'contrast-dark': '#000000',
} as const

export type Theme = keyof typeof grounds
