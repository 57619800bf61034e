import { storeToRefs } from 'pinia'
import { computed, onMounted, onServerPrefetch, shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'
import { newestFirst } from '@/bundle/catalog'
import { BundleError } from '@/bundle/fault'
import type { IssueId } from '@/bundle/ids'
import type { SavedIssue } from '@/library/saved-issues'
import { calendarIssueOf, issuesByDate, type CalendarIssue } from '../calendar/calendar-issues'
import { useCalendarStore } from '../calendar/calendar-store'
import { hasEarlier, hasLater } from '../calendar/month-list'
import { monthKey, monthOf, type Month } from '../calendar/month-grid'
import { locatorOf } from '../location/locator-of'
import { seenIssues } from '../reading/seen-issues'
import { useSavingStore } from '../saving/saving-store'
import { isTakenOver, useBrowserKnowledge } from '../ui/taken-over'

/** The saved issues; none if this browser allows no storage or it fails: the catalogue is listed all the same. */
const listOf = async (saving: ReturnType<typeof useSavingStore>): Promise<readonly SavedIssue[]> => {
  try {
    return await (await saving.calls()).list()
  } catch (error) {
    const { storageFaultOf } = await import('@/library/storage-fault')
    if (error instanceof BundleError || storageFaultOf(error)) return []
    throw error
  }
}

/** The month in the address, its issues from the catalogue of the year, and which of them are saved or seen. */
export const useCalendarView = () => {
  const route = useRoute()
  const store = useCalendarStore()
  const saving = useSavingStore()
  const { phase, newest, ofYear, isYearAwaited } = storeToRefs(store)
  const saved = shallowRef<readonly CalendarIssue[]>([])

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
  const yearOnShow = (): number | undefined => month.value?.year

  const loadSaved = async (): Promise<void> => {
    const list = await listOf(saving)
    saved.value = list.filter(({ issue }) => issue.paper.id === saving.paper).map(({ issue }) => calendarIssueOf(issue))
  }
  const isServed = isTakenOver()
  onServerPrefetch(() => store.loadCatalogs(yearOnShow))
  // What a server listed is loaded already.
  const load = (): Promise<void> => store.loadCatalogs(yearOnShow, loadSaved())
  onMounted(() => (isServed ? loadSaved() : load()))
  watch(yearOnShow, store.loadYear)

  const isBrowser = useBrowserKnowledge()
  const savedIds = computed(() => new Set<string>(saved.value.map(({ id }) => id)))
  const seen = seenIssues()
  const paperId = computed(() => newest.value?.paper.id)
  /** Newest first, and of a day's editions the latest. */
  const inMonth = computed(() => {
    const start = month.value && monthKey(month.value)
    return [...byDate.value].flatMap(([date, own]) => (start && date.startsWith(start) ? own : [])).sort(newestFirst)
  })
  return {
    phase,
    isYearAwaited,
    retry: load,
    month,
    years,
    byDate,
    inMonth,
    hasEarlier: computed(() => month.value !== undefined && hasEarlier(month.value, years.value)),
    hasLater: computed(() => month.value !== undefined && hasLater(month.value, lastMonth())),
    isSaved: (issue: string): boolean => savedIds.value.has(issue),
    /** What was seen is known in the browser alone; for a server nothing was. */
    isSeen: (issue: IssueId): boolean =>
      isBrowser.value && (paperId.value === undefined || seen({ paper: paperId.value, issue })),
  }
}
