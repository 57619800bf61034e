import type { DevicePreferences } from './apply-settings'

const queries = {
  isDark: '(prefers-color-scheme: dark)',
  isHighContrast: '(prefers-contrast: more)',
  isMotionReduced: '(prefers-reduced-motion: reduce)',
} as const

/** What the device asks for now. */
export const devicePreferences = (): DevicePreferences => ({
  isDark: matchMedia(queries.isDark).matches,
  isHighContrast: matchMedia(queries.isHighContrast).matches,
  isMotionReduced: matchMedia(queries.isMotionReduced).matches,
})

/** Calls back whenever the device asks for something else. */
export const onPreferencesChange = (react: () => void): void => {
  for (const query of Object.values(queries)) matchMedia(query).addEventListener('change', react)
}
