import * as v from 'valibot'
import { issueId } from '@/bundle/ids'
import type { LibraryDb } from './library-db'

const name = 'saving'

/** How issues are saved. In the database, so that the service worker can read it too. */
export const savePreferences = v.pipe(
  v.object({
    /** When the newest issue is saved automatically. Absent until a person was asked: until then, never. */
    newest: v.optional(v.picklist(['always', 'wifi', 'never'])),
    /** How many automatically saved issues are kept. */
    keep: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366)), 14),
    /**
     * Whether large pictures are fetched over other networks than Wi-Fi, or unknown ones. Absent until a person was
     * asked.
     */
    large: v.optional(v.picklist(['always', 'wifi'])),
    /** The newest issue that was saved automatically: if a person deletes it, it is not saved again. */
    lastNewest: v.optional(issueId),
  }),
  v.readonly(),
)
export type SavePreferences = v.InferOutput<typeof savePreferences>

/** The stored choices; if they are damaged, the defaults. */
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
