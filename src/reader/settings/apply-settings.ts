import { grounds, type Theme } from '../styles/grounds'

/** What the device asks for. */
export interface DevicePreferences {
  readonly isDark: boolean
  readonly isHighContrast: boolean
  readonly isMotionReduced: boolean
}

/** The theme that is shown: what was chosen, else what the device asks for. High contrast is white on black in the dark. */
export const themeFor = (chosen: unknown, { isDark, isHighContrast }: DevicePreferences): Theme => {
  if (chosen === 'light' || chosen === 'sepia' || chosen === 'dark') return chosen
  if (chosen === 'contrast' || isHighContrast) return isDark ? 'contrast-dark' : 'contrast'
  return isDark ? 'dark' : 'light'
}

const attributes = ['size', 'face', 'elder', 'script'] as const

/**
 * Puts settings on `<html>`, where the stylesheets look for them. They may come straight from storage: a choice that no
 * stylesheet knows changes nothing, so a damaged one is the same as none.
 */
export const applySettings = (root: HTMLElement, settings: object, wishes: DevicePreferences): void => {
  for (const name of attributes) {
    const value: unknown = Reflect.get(settings, name)
    if (typeof value === 'string') root.dataset[name] = value
    else delete root.dataset[name]
  }
  const theme = themeFor(Reflect.get(settings, 'theme'), wishes)
  root.dataset['theme'] = theme
  root.dataset['motion'] = Reflect.get(settings, 'motion') === 'less' || wishes.isMotionReduced ? 'less' : 'full'
  root.ownerDocument.querySelector('meta[name="theme-color"]')?.setAttribute('content', grounds[theme])
}
