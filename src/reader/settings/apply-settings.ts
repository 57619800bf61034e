import { grounds, type Theme } from '../styles/grounds'

/** The reader's preferences on the device. */
export interface DevicePreferences {
  readonly isDark: boolean
  readonly isHighContrast: boolean
  readonly isMotionReduced: boolean
}

/**
 * The theme to show: what was chosen, otherwise what the device prefers. High contrast is white on black if the device
 * is dark.
 */
export const themeFor = (chosen: unknown, { isDark, isHighContrast }: DevicePreferences): Theme => {
  if (chosen === 'light' || chosen === 'sepia' || chosen === 'dark') return chosen
  if (chosen === 'contrast' || isHighContrast) return isDark ? 'contrast-dark' : 'contrast'
  return isDark ? 'dark' : 'light'
}

const attributes = ['size', 'face', 'elder', 'script', 'sheet', 'form', 'keys'] as const

/**
 * Writes settings to `<html>`, where the stylesheets read them. They may come from storage undecoded: a value that no
 * stylesheet knows has no effect, so a damaged one is like none.
 */
export const applySettings = (root: HTMLElement, settings: object, device: DevicePreferences): void => {
  for (const name of attributes) {
    const value: unknown = Reflect.get(settings, name)
    if (typeof value === 'string') root.dataset[name] = value
    else delete root.dataset[name]
  }
  const theme = themeFor(Reflect.get(settings, 'theme'), device)
  root.dataset['theme'] = theme
  root.dataset['motion'] = Reflect.get(settings, 'motion') === 'less' || device.isMotionReduced ? 'less' : 'full'
  root.ownerDocument.querySelector('meta[name="theme-color"]')?.setAttribute('content', grounds[theme])
}
