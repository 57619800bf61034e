import type { DevicePreferences } from './apply-settings'

const queries = {
  isDark: '(prefers-color-scheme: dark)',
  isHighContrast: '(prefers-contrast: more)',
  isMotionReduced: '(prefers-reduced-motion: reduce)',
} as const

/** The device's preferences now. */
export const devicePreferences = (): DevicePreferences => ({
  isDark: matchMedia(queries.isDark).matches,
  isHighContrast: matchMedia(queries.isHighContrast).matches,
  isMotionReduced: matchMedia(queries.isMotionReduced).matches,
})

/** Calls back whenever a preference of the device changes. */
export const onPreferencesChange = (react: () => void): void => {
  for (const query of Object.values(queries)) matchMedia(query).addEventListener('change', react)
}
