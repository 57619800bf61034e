import type { DeviceWishes } from './apply-settings'

const queries = {
  isDark: '(prefers-color-scheme: dark)',
  isHighContrast: '(prefers-contrast: more)',
  isMotionLess: '(prefers-reduced-motion: reduce)',
} as const

/** What the device asks for now. */
export const deviceWishes = (): DeviceWishes => ({
  isDark: matchMedia(queries.isDark).matches,
  isHighContrast: matchMedia(queries.isHighContrast).matches,
  isMotionLess: matchMedia(queries.isMotionLess).matches,
})

/** Calls back whenever the device asks for something else. */
export const onWishesChange = (react: () => void): void => {
  for (const query of Object.values(queries)) matchMedia(query).addEventListener('change', react)
}
