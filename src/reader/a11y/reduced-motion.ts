/**
 * Whether the reader asked for less motion, on the device or in the settings. `settings/before-paint.ts` writes it to
 * the document.
 */
export const isMotionReduced = (): boolean => document.documentElement.dataset['motion'] === 'less'
