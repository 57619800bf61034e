import type { App } from 'vue'
import type { Locator } from '../location/locator'
import { useCalendarStore } from './calendar-store'
import { listRevision } from './month-list'
import { monthOf } from './month-grid'

/** Loads the lists that a month of the calendar shows, so that the first rendering is the same as the server's. */
export const loadServedMonth = async (
  app: App,
  { year, month }: Extract<Locator, { view: 'calendar' }>,
  revision: number,
): Promise<'same' | 'other'> => {
  const store = app.runWithContext(() => useCalendarStore())
  const last = () => store.newest?.issues[0] && monthOf(store.newest.issues[0].date)
  await store.loadCatalogs(() => year ?? last()?.year)
  const shown = year && month ? { year, month } : last()
  if (store.phase.kind !== 'listed' || !shown || !store.newest) return 'other'
  const listed = { issues: store.ofYear?.issues ?? [], years: store.newest.years, last: last() }
  return listRevision(shown, listed) === revision ? 'same' : 'other'
}
