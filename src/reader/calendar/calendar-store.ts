import { defineStore } from 'pinia'
import { inject, shallowRef } from 'vue'
import type { Catalog } from '@/bundle/catalog'
import { BundleError } from '@/bundle/fault'
import type { CalendarIssue } from './calendar-issues'
import { patienceMs } from '../ui/patience'
import { catalogSourceKey } from './catalog-source'

/** State of the list of the paper's issues. */
export type CalendarPhase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'listed' }
  /** No catalogue available: only saved issues are listed. */
  | { readonly kind: 'saved-only'; readonly reason: 'offline' | 'unreachable' | 'late' }

const isOutOfReach = ({ fault }: BundleError): boolean => fault.kind === 'unreachable' || fault.kind === 'server-error'

/** The paper's catalogues. Outlives the view, so that a calendar that is opened again is there at once. */
export const useCalendarStore = defineStore('calendar', () => {
  const catalogs = inject(catalogSourceKey)
  if (!catalogs) throw new Error('the app has no catalogues')
  const phase = shallowRef<CalendarPhase>({ kind: 'loading' })
  const newest = shallowRef<Catalog>()
  const ofYear = shallowRef<{ readonly year: number; readonly issues: readonly CalendarIssue[] }>()
  /** The year that was asked for last: answers to earlier questions are not shown. */
  let asked: number | undefined
  /** Whether the list of that year is still to come. */
  const isYearAwaited = shallowRef(false)
  let round = new AbortController()
  /** Why a list could not be had. */
  const reasons: { newest?: 'offline' | 'unreachable' | undefined; year?: 'offline' | 'unreachable' | undefined } = {}
  const listed = (): CalendarPhase => {
    const reason = reasons.newest ?? reasons.year
    return reason ? { kind: 'saved-only', reason } : { kind: 'listed' }
  }
  /** @returns undefined after a fault, whose reason it notes, and in a round that is over */
  const attempt = async <Value>(list: 'newest' | 'year', call: Promise<Value>): Promise<Value | undefined> => {
    const { signal } = round
    reasons[list] = undefined
    try {
      return await call
    } catch (error) {
      if (signal.aborted) return undefined
      if (!(error instanceof BundleError)) throw error
      // A year without a catalogue of its own has no issues but those in the newest catalogue.
      if (list === 'newest' || error.fault.kind !== 'not-found')
        reasons[list] = isOutOfReach(error) ? 'offline' : 'unreachable'
      return undefined
    }
  }
  const loadYear = async (year: number | undefined): Promise<void> => {
    if (!newest.value || !year || asked === year) return
    asked = year
    isYearAwaited.value = true
    const { signal } = round
    const found = await attempt('year', catalogs.yearCatalog(year, signal))
    if (asked !== year || signal.aborted) return
    isYearAwaited.value = false
    ofYear.value = { year, issues: found?.issues ?? [] }
    phase.value = listed()
  }
  /**
   * Loads what the site lists; again, if it is called again.
   * @param yearOf the year on show, which may be known only when the newest issues are
   * @param others what has to be there too before the phase says that all is
   */
  const loadCatalogs = async (yearOf: () => number | undefined, others?: Promise<void>): Promise<void> => {
    round.abort()
    const { signal } = (round = new AbortController())
    if (phase.value.kind === 'saved-only') phase.value = { kind: 'loading' }
    asked = undefined
    const late = setTimeout(() => (phase.value = { kind: 'saved-only', reason: 'late' }), patienceMs)
    signal.addEventListener('abort', () => clearTimeout(late))
    const [found] = await Promise.all([attempt('newest', catalogs.catalog(signal)), others])
    if (signal.aborted) return
    newest.value = found ?? newest.value
    await loadYear(yearOf())
    if (signal.aborted) return
    clearTimeout(late)
    phase.value = listed()
  }
  return { phase, newest, ofYear, isYearAwaited, loadCatalogs, loadYear }
})
