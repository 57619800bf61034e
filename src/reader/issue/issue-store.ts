import { defineStore } from 'pinia'
import { computed, inject, ref, shallowReactive, shallowRef } from 'vue'
import { BundleError, type BundleFault } from '@/bundle/fault'
import type { Page } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'
import { issueSourceKey, type OpenIssue } from './issue-source'

/** What is known of the issue that the address names. */
export type IssuePhase =
  | { readonly kind: 'closed' }
  | { readonly kind: 'opening'; readonly id: string }
  | { readonly kind: 'open'; readonly id: string; readonly opened: OpenIssue }
  | { readonly kind: 'failed'; readonly id: string; readonly fault: BundleFault }
  /** The paper has published nothing yet. */
  | { readonly kind: 'empty' }

/** What is known of the text of a page. */
export type PagePhase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly part: PagePart }
  | { readonly kind: 'failed'; readonly fault: BundleFault }

/** The name of the newest issue in an address that does not name one. */
export const newest = 'newest'

/** The open issue. Stores know neither route nor view; a view asks, and what comes too late is dropped. */
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

  /** Opens an issue, or the newest; again only when `isRetry`. Never rejects for a fault: it becomes the phase. */
  const open = async (id: string, { isRetry = false } = {}): Promise<void> => {
    if (asked.value === id && !isRetry) return
    asked.value = id
    running.abort()
    const own = (running = new AbortController())
    const { signal } = own
    pages.clear()
    phase.value = { kind: 'opening', id }
    try {
      const wanted = id === newest ? await source.newest(signal) : id
      if (signal.aborted) return
      if (wanted === undefined) {
        phase.value = { kind: 'empty' }
        return
      }
      // The newest issue may be open already under its own name.
      const opened = await source.open(wanted, signal)
      if (!signal.aborted) phase.value = { kind: 'open', id, opened }
    } catch (error) {
      if (!signal.aborted) phase.value = { kind: 'failed', id, fault: faultOf(error) }
    }
  }

  /** Opens the open issue anew, as it is saved now; what is shown stays until the newer one is there. */
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
      // What is open stays open: it can be read as it is.
      faultOf(error)
    }
  }

  /** Loads the text of a page, once; a failed one again. */
  const loadPage = async (page: Page): Promise<void> => {
    if (phase.value.kind !== 'open') return
    const known = pages.get(page.no)
    if (known && known.kind !== 'failed') return
    const { opened } = phase.value
    const { signal } = running
    pages.set(page.no, { kind: 'loading' })
    try {
      const part = await opened.page(page, signal)
      if (!signal.aborted) pages.set(page.no, { kind: 'ready', part })
    } catch (error) {
      if (!signal.aborted) pages.set(page.no, { kind: 'failed', fault: faultOf(error) })
    }
  }

  const opened = computed(() => (phase.value.kind === 'open' ? phase.value.opened : undefined))
  return { phase, pages, opened, open, refresh, loadPage }
})
