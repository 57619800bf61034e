import * as v from 'valibot'
import { issueId } from '@/bundle/ids'
import type { LibraryDb } from './library-db'

const name = 'saving'

/** How issues are saved; in the database, so that the service worker knows it too. */
export const savePreferences = v.pipe(
  v.object({
    /** When the newest issue saves itself. Absent until a person was asked: nothing saves itself unasked. */
    newest: v.optional(v.picklist(['always', 'wifi', 'never'])),
    /** So many of the issues that saved themselves are kept. */
    keep: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366)), 14),
    /** Large pictures over a network that is not Wi-Fi, or that the browser can't tell. Absent until a person was asked. */
    large: v.optional(v.picklist(['always', 'wifi'])),
    /** The newest issue that saved itself; one that was deleted since does not come back. */
    lastNewest: v.optional(issueId),
  }),
  v.readonly(),
)
export type SavePreferences = v.InferOutput<typeof savePreferences>

/** What was chosen; what is damaged counts as not chosen. */
export const readPreferences = async (db: LibraryDb): Promise<SavePreferences> => {
  const read = v.safeParse(savePreferences, (await db.preferences.get(name))?.value ?? {})
  return read.success ? read.output : v.parse(savePreferences, {})
}

export const changePreferences = async (db: LibraryDb, change: Partial<SavePreferences>): Promise<SavePreferences> =>
  db.transaction('rw', db.preferences, async () => {
    const value = { ...(await readPreferences(db)), ...change }
    await db.preferences.put({ name, value })
    return value
  })
