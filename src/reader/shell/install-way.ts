import type { InstallWords } from '../i18n/zh-hans-install'

/** What is known about the browser that the app runs in. */
export interface BrowserFacts {
  readonly userAgent: string
  /** Tells an iPad, which identifies itself as a Mac, by its multi-touch screen. */
  readonly touchPoints: number
  /** Opened from the home screen or the dock. */
  readonly isInstalled: boolean
  readonly hasWorker: boolean
  /** Whether the browser offers to install the app. */
  readonly canPrompt: boolean
  /** The site does not give out all the files of the app. */
  readonly isIncomplete: boolean
}

/**
 * How to get the app onto the home screen, or to read without a network. `none` if there is nothing to do or to say.
 */
export type InstallWay = 'none' | keyof InstallWords['steps']

/**
 * Safari can be installed to by hand only. WeChat, and browsers without workers, can't keep the app, so their ways lead
 * to another browser.
 */
export const installWay = ({
  userAgent,
  touchPoints,
  isInstalled,
  hasWorker,
  canPrompt,
  isIncomplete,
}: BrowserFacts): InstallWay => {
  if (isIncomplete) return 'incomplete'
  if (isInstalled) return 'none'
  if (/MicroMessenger/i.test(userAgent)) return 'wechat'
  if (canPrompt) return 'prompt'
  if (!hasWorker) return 'no-worker'
  const isSafari = /Version\/[\d.]+ .*Safari\//.test(userAgent) && !/Chrom(e|ium)|Android/.test(userAgent)
  if (!isSafari) return 'none'
  return /iPhone|iPad|iPod/.test(userAgent) || touchPoints > 1 ? 'safari-phone' : 'safari-mac'
}

/** The facts about this browser; what it can't be asked for is given. */
export const thisBrowser = (given: Pick<BrowserFacts, 'canPrompt' | 'isIncomplete'>): BrowserFacts => ({
  userAgent: navigator.userAgent,
  touchPoints: navigator.maxTouchPoints,
  isInstalled: matchMedia('(display-mode: standalone)').matches || Reflect.get(navigator, 'standalone') === true,
  hasWorker: 'serviceWorker' in navigator,
  ...given,
})
