import { defineStore } from 'pinia'
import { inject, shallowRef } from 'vue'
import type { Catalog } from '@/bundle/catalog'
import { BundleError } from '@/bundle/fault'
import type { CalendarIssue } from './calendar-issues'
import { catalogSourceKey } from './catalog-source'

/** State of the list of the paper's issues. */
export type CalendarPhase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'listed' }
  /** No catalogue available: only saved issues are listed. */
  | { readonly kind: 'saved-only'; readonly reason: 'offline' | 'unreachable' | 'late' }

/** How long the catalogue may take before what is there is listed without it. */
const patienceMs = 2000

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
  const { signal } = new AbortController()

  let reason: 'offline' | 'unreachable' | undefined
  /** @returns undefined after a fault, which the phase tells in the end */
  const attempt = async <Value>(call: Promise<Value>): Promise<Value | undefined> => {
    try {
      return await call
    } catch (error) {
      if (!(error instanceof BundleError)) throw error
      // A year without a catalogue of its own has no issues but those in the newest catalogue.
      if (newest.value && error.fault.kind === 'not-found') return undefined
      reason = isOutOfReach(error) ? 'offline' : 'unreachable'
      return undefined
    }
  }
  const loadYear = async (year: number | undefined): Promise<void> => {
    if (!newest.value || !year || asked === year) return
    asked = year
    const found = await attempt(catalogs.yearCatalog(year, signal))
    if (asked !== year) return
    ofYear.value = { year, issues: found?.issues ?? [] }
    if (reason) phase.value = { kind: 'saved-only', reason }
  }
  const loadNewest = async (): Promise<void> => {
    newest.value = (await attempt(catalogs.catalog(signal))) ?? newest.value
  }
  /**
   * Loads what the site lists.
   * @param yearOf the year on show, which may be known only when the newest issues are
   * @param others what has to be there too before the phase says that all is
   */
  const loadCatalogs = async (yearOf: () => number | undefined, others?: Promise<void>): Promise<void> => {
    if (phase.value.kind === 'saved-only') phase.value = { kind: 'loading' }
    reason = undefined
    asked = undefined
    const late = setTimeout(() => (phase.value = { kind: 'saved-only', reason: 'late' }), patienceMs)
    await Promise.all([loadNewest(), others])
    await loadYear(yearOf())
    clearTimeout(late)
    phase.value = reason ? { kind: 'saved-only', reason } : { kind: 'listed' }
  }
  return { phase, newest, ofYear, loadCatalogs, loadYear }
})
