import * as v from 'valibot'
import { morningSaveTag } from '@/library/worker-names'

/** Periodic Background Sync, which TypeScript's DOM library lacks and only some browsers support. */
const periodicSync = v.object({
  periodicSync: v.object({ register: v.function(), unregister: v.function() }),
})
const hourMs = 3_600_000

/**
 * Lets the service worker save the newest issue while no page is open, or stops it. Does nothing without browser
 * support.
 */
export const registerMorningSave = async (newest: 'always' | 'wifi' | 'never' | undefined): Promise<void> => {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  const found = v.safeParse(periodicSync, registration)
  if (!found.success) return
  const { periodicSync: sync } = found.output
  const isWanted = newest === 'always' || newest === 'wifi'
  try {
    if (isWanted)
      await Reflect.apply(sync.register, Reflect.get(registration ?? {}, 'periodicSync'), [
        morningSaveTag,
        { minInterval: 6 * hourMs },
      ])
    else await Reflect.apply(sync.unregister, Reflect.get(registration ?? {}, 'periodicSync'), [morningSaveTag])
  } catch (error) {
    // Not installed, or not allowed: the newest issue is saved when the app is opened.
    if (!(error instanceof DOMException)) throw error
  }
}
