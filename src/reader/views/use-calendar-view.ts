import { computed, inject, shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'
import type { Catalog } from '@/bundle/catalog'
import { BundleError } from '@/bundle/fault'
import type { IssueId } from '@/bundle/ids'
import { calendarIssueOf, issuesByDate, type CalendarIssue } from '../calendar/calendar-issues'
import { catalogSourceKey } from '../calendar/catalog-source'
import { compareMonths, monthKey, monthOf, type Month } from '../calendar/month-grid'
import { locatorOf } from '../location/locator-of'
import { seenIssues } from '../reading/seen-issues'
import { useSavingStore } from '../saving/saving-store'

/** State of the list of the paper's issues. */
export type CalendarPhase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'listed' }
  /** No catalogue available: only saved issues are listed. */
  | { readonly kind: 'saved-only'; readonly reason: 'offline' | 'unreachable' }

/** The month in the address, its issues from the catalogue of the year, and which of them are saved or seen. */
export const useCalendarView = () => {
  const catalogs = inject(catalogSourceKey)
  if (!catalogs) throw new Error('the app has no catalogues')
  const route = useRoute()
  const saving = useSavingStore()
  const phase = shallowRef<CalendarPhase>({ kind: 'loading' })
  const newest = shallowRef<Catalog>()
  const saved = shallowRef<readonly CalendarIssue[]>([])
  const ofYear = shallowRef<{ readonly year: number; readonly issues: readonly CalendarIssue[] }>()
  let running = new AbortController()
  let asked: number | undefined

  const issues = computed(() => [...saved.value, ...(newest.value?.issues ?? []), ...(ofYear.value?.issues ?? [])])
  const byDate = computed(() => issuesByDate(issues.value))
  const years = computed(() =>
    [...new Set([...(newest.value?.years ?? []), ...issues.value.map(({ date }) => monthOf(date).year)])].sort(
      (a, b) => b - a,
    ),
  )
  /** The last month with an issue, in a year or overall. */
  const lastMonth = (year?: number): Month | undefined => {
    const dates = issues.value.map(({ date }) => date).filter((date) => !year || monthOf(date).year === year)
    const last = dates.sort().at(-1)
    return last ? monthOf(last) : undefined
  }
  const month = computed((): Month | undefined => {
    const locator = locatorOf(route)
    const { year, month: wanted } = locator.view === 'calendar' ? locator : {}
    if (year && wanted) return { year, month: wanted }
    return lastMonth(year) ?? (year ? { year, month: 1 } : undefined)
  })
  const isOutOfReach = (error: unknown): boolean =>
    error instanceof BundleError && (error.fault.kind === 'unreachable' || error.fault.kind === 'server-error')

  /** @returns undefined after a fault, which the phase then tells */
  const attempt = async <Value>(call: Promise<Value>, signal: AbortSignal): Promise<Value | undefined> => {
    try {
      return await call
    } catch (error) {
      if (signal.aborted) return undefined
      if (!(error instanceof BundleError)) throw error
      // A year without a catalogue of its own has no issues but those in the newest catalogue.
      if (newest.value && error.fault.kind === 'not-found') return undefined
      phase.value = { kind: 'saved-only', reason: isOutOfReach(error) ? 'offline' : 'unreachable' }
      return undefined
    }
  }
  const savedNow = async () => (await saving.calls()).list()
  const loadYear = async (): Promise<void> => {
    const year = month.value?.year
    if (!newest.value || !year || asked === year) return
    asked = year
    running.abort()
    const { signal } = (running = new AbortController())
    const found = await attempt(catalogs.yearCatalog(year, signal), signal)
    if (!signal.aborted) ofYear.value = { year, issues: found?.issues ?? [] }
  }
  const load = async (): Promise<void> => {
    const { signal } = running
    const [list, catalog] = await Promise.all([savedNow(), attempt(catalogs.catalog(signal), signal)])
    newest.value = catalog
    const paper = catalog?.paper.id
    saved.value = list
      .filter(({ issue }) => !paper || issue.paper.id === paper)
      .map(({ issue }) => calendarIssueOf(issue))
    await loadYear()
    if (phase.value.kind === 'loading') phase.value = { kind: 'listed' }
  }
  watch(() => month.value?.year, loadYear)

  const savedIds = computed(() => new Set<string>(saved.value.map(({ id }) => id)))
  const seen = seenIssues()
  const paperId = computed(() => newest.value?.paper.id)
  const inMonth = computed(() => {
    const start = month.value && monthKey(month.value)
    return issues.value.filter(({ date }) => start && date.startsWith(start)).length
  })
  return {
    phase,
    month,
    years,
    byDate,
    inMonth,
    load,
    hasEarlier: computed(() => {
      const first = years.value.at(-1)
      return Boolean(month.value && first && compareMonths(month.value, { year: first, month: 1 }) > 0)
    }),
    hasLater: computed(() => {
      const last = lastMonth()
      return Boolean(month.value && last && compareMonths(month.value, last) < 0)
    }),
    lastMonth,
    isSaved: (issue: string): boolean => savedIds.value.has(issue),
    isSeen: (issue: IssueId): boolean => paperId.value === undefined || seen({ paper: paperId.value, issue }),
  }
}
