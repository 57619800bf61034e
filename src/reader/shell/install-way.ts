/** What this browser lets one do so that the paper opens from the home screen. */
export type InstallWay =
  /** The browser asks by itself when told to. */
  | { readonly kind: 'prompt'; readonly ask: () => void }
  /** By hand, from the share button, as on an iPhone. */
  | { readonly kind: 'share-button' }
  /** In another browser: WeChat keeps nothing for sure. */
  | { readonly kind: 'other-browser' }
  | { readonly kind: 'none' }

/** What a browser tells of itself. */
export interface BrowserTraits {
  readonly userAgent: string
  readonly isStandalone: boolean
  /** Safari of iPhone and iPad says whether the page was opened from the home screen; others say nothing. */
  readonly appleStandalone: unknown
}

/** @param ask the browser's own question, where it came */
export const installWayOf = (
  { userAgent, isStandalone, appleStandalone }: BrowserTraits,
  ask: (() => void) | undefined,
): InstallWay => {
  if (/MicroMessenger/i.test(userAgent)) return { kind: 'other-browser' }
  if (isStandalone || appleStandalone === true) return { kind: 'none' }
  if (ask) return { kind: 'prompt', ask }
  return appleStandalone === false ? { kind: 'share-button' } : { kind: 'none' }
}
