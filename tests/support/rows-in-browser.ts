import type { Page } from 'playwright-core'

/** What stands in the library of a page's browser, counted. */
export const countsIn = (page: Page) =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('banmian-library')
      request.onsuccess = () => resolve(request.result)
    })
    const count = (store: string) =>
      new Promise<number>((resolve) => {
        const request = db.transaction(store).objectStore(store).count()
        request.onsuccess = () => resolve(request.result)
      })
    const counts = { issues: await count('issues'), parts: await count('parts'), saves: await count('saves') }
    db.close()
    return counts
  })
