import { defineStore } from 'pinia'
import { computed, inject, ref, shallowReactive, shallowRef } from 'vue'
import { BundleError, type BundleFault } from '@/bundle/fault'
import type { Page } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'
import { issueSourceKey, type NewestIssue, type OpenIssue } from './issue-source'

/** State of the issue that the address names. */
export type IssuePhase =
  | { readonly kind: 'closed' }
  | { readonly kind: 'opening'; readonly id: string }
  | {
      readonly kind: 'open'
      readonly id: string
      readonly opened: OpenIssue
      /** The newest was asked for; what is open is only the newest that is saved, and a newer one may have come meanwhile. */
      readonly onlySaved?: 'no-answer' | 'late' | 'newer'
    }
  | { readonly kind: 'failed'; readonly id: string; readonly fault: BundleFault }
  /** The paper has published nothing yet. */
  | { readonly kind: 'empty' }

/** State of the text of a page. */
export type PagePhase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly part: PagePart }
  | { readonly kind: 'failed'; readonly fault: BundleFault }

/** Stands for the newest issue where an address names none. */
export const newest = 'newest'

/**
 * The open issue. A store knows neither the route nor views. A view calls it, and an answer that comes too late is
 * dropped.
 */
export const useIssueStore = defineStore('issue', () => {
  const source = inject(issueSourceKey)
  if (!source) throw new Error('the app has no issue source')
  const phase = shallowRef<IssuePhase>({ kind: 'closed' })
  const pages = shallowReactive(new Map<number, PagePhase>())
  const asked = ref<string>()
  let running = new AbortController()

  const faultOf = (error: unknown): BundleFault => {
    if (error instanceof BundleError) return error.fault
    throw error
  }

  /**
   * Opens an issue, or the newest. Does nothing if it is open already, unless `isRetry`. Never rejects on a fault: the
   * fault becomes the phase.
   */
  const open = async (id: string, { isRetry = false } = {}): Promise<void> => {
    if (asked.value === id && !isRetry) return
    asked.value = id
    running.abort()
    const own = (running = new AbortController())
    const { signal } = own
    pages.clear()
    phase.value = { kind: 'opening', id }
    try {
      const wanted: NewestIssue | undefined = id === newest ? await source.newest(signal) : { id }
      if (signal.aborted) return
      if (wanted === undefined) {
        phase.value = { kind: 'empty' }
        return
      }
      const opened = await source.open(wanted.id, signal)
      if (signal.aborted) return
      const { onlySaved, later } = wanted
      phase.value = { kind: 'open', id, opened, ...(onlySaved && { onlySaved }) }
      void later?.then((found) => {
        if (signal.aborted) return
        const isNewer = found && found.id !== opened.issue.id
        phase.value = {
          kind: 'open',
          id,
          opened,
          ...(isNewer ? { onlySaved: 'newer' } : !found && { onlySaved: 'no-answer' }),
        }
      })
    } catch (error) {
      if (!signal.aborted) phase.value = { kind: 'failed', id, fault: faultOf(error) }
    }
  }

  /** Opens the issue again as it is saved now. The old one stays on screen until the new one is there. */
  const refresh = async (): Promise<void> => {
    if (phase.value.kind !== 'open') return
    const { id, opened: before } = phase.value
    running.abort()
    const { signal } = (running = new AbortController())
    try {
      const opened = await source.open(before.issue.id, signal)
      if (signal.aborted) return
      pages.clear()
      phase.value = { kind: 'open', id, opened }
    } catch (error) {
      // The issue stays open, and can be read as it is.
      faultOf(error)
    }
  }

  /** Loads the text of a page once; after a failure, again. `isRetry` also asks again for what has not come yet: the first answer counts. */
  const loadPage = async (page: Page, { isRetry = false } = {}): Promise<void> => {
    if (phase.value.kind !== 'open') return
    const known = pages.get(page.no)
    if (known?.kind === 'ready' || (known?.kind === 'loading' && !isRetry)) return
    const { opened } = phase.value
    const { signal } = running
    pages.set(page.no, { kind: 'loading' })
    try {
      const part = await opened.page(page, signal)
      if (!signal.aborted) pages.set(page.no, { kind: 'ready', part })
    } catch (error) {
      const isThere = signal.aborted || pages.get(page.no)?.kind === 'ready'
      if (!isThere) pages.set(page.no, { kind: 'failed', fault: faultOf(error) })
    }
  }

  const opened = computed(() => (phase.value.kind === 'open' ? phase.value.opened : undefined))
  return { phase, pages, opened, open, refresh, loadPage }
})
