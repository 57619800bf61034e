import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { ArchiveError, type ArchiveFault } from '@/archive/archive-fault'
import {
  hitsOnPage,
  type ArchiveCount,
  type ArchiveHit,
  type ArchivePage,
  type YearCount,
} from '@/archive/archive-search'
import type { OpenArchive } from './archive-access'
import { limitsOf, type Narrowing } from './narrowing'

/** State of a search of the archive: first the count, then hits, ten at a time, as many as are asked for. */
export interface ArchiveState {
  /** `waiting` has more hits that nobody asked for yet; `absent` has no index to search. */
  readonly phase: 'nothing-asked' | 'counting' | 'reading' | 'waiting' | 'done' | 'failed' | 'absent'
  readonly count: ArchiveCount | undefined
  /** Of all years, also while the search is limited to one. */
  readonly years: readonly YearCount[]
  readonly hits: readonly ArchiveHit[]
  /** Names of pages in the archive. */
  readonly sections: readonly string[]
  /** Whether a stretch of articles had fewer hits than are listed at once, and others are only read when they are asked for. */
  readonly isVain: boolean
  readonly fault?: ArchiveFault
}

const noArchive: ArchiveState = {
  phase: 'nothing-asked',
  count: undefined,
  years: [],
  hits: [],
  sections: [],
  isVain: false,
}

export interface ArchiveRequest {
  /** As typed; empty where nothing is typed yet, undefined where the archive is not to be searched. */
  readonly query: () => string | undefined
  readonly narrowing: () => Narrowing
  /** Absent where there is no archive. */
  readonly open: OpenArchive | undefined
}

/** A search of the archive that runs. */
export interface RunningArchiveSearch {
  readonly state: Readonly<Ref<ArchiveState>>
  /** Reads some more hits. */
  readonly more: () => Promise<void>
  /** Asks again. */
  readonly retry: () => Promise<void>
}

/** Searches the archive whenever the query or what narrows it changes. A newer search aborts the older one. */
export const useArchiveSearch = ({ query, narrowing, open }: ArchiveRequest): RunningArchiveSearch => {
  const state = shallowRef<ArchiveState>(noArchive)
  let running = new AbortController()
  let pages: AsyncIterator<ArchivePage> | undefined
  /** What the years that are shown count. */
  let yearsOf = ''

  /** Reads a page of hits. */
  const read = async (own: AbortController): Promise<void> => {
    state.value = { ...state.value, phase: 'reading', isVain: false }
    const next = await pages?.next()
    if (own.signal.aborted) return
    if (!next || next.done) {
      state.value = { ...state.value, phase: 'done' }
      return
    }
    const { hits, count, years, isLast } = next.value
    state.value = {
      ...state.value,
      phase: isLast ? 'done' : 'waiting',
      count,
      isVain: !isLast && hits.length < hitsOnPage,
      years: narrowing().year === undefined ? years : state.value.years,
      hits: [...state.value.hits, ...hits],
    }
  }

  const ask = async (own: AbortController): Promise<void> => {
    const [words = '', asked] = [query(), narrowing()]
    const subject = JSON.stringify({ ...asked, words, year: undefined })
    const { years, sections } = state.value
    state.value = { ...noArchive, phase: 'counting', years, sections }
    const archive = await open?.()
    if (own.signal.aborted || !archive) return
    const answer = await archive.search({ words, ...limitsOf(asked) }, own.signal)
    if (own.signal.aborted) return
    pages = answer.pages[Symbol.asyncIterator]()
    state.value = {
      ...state.value,
      count: answer.count,
      years: asked.year !== undefined && subject === yearsOf ? years : answer.years,
      sections: answer.sections,
    }
    yearsOf = subject
    await read(own)
  }

  /** Faults become state: the rest of the search goes on without the archive. @throws what is no fault of the archive */
  const unlessFaulty = async (own: AbortController, work: Promise<void>): Promise<void> => {
    try {
      await work
    } catch (error) {
      if (own.signal.aborted) return
      if (!(error instanceof ArchiveError)) {
        // Shown to the reader, and thrown: an unexpected error must be noticed.
        state.value = { ...state.value, phase: 'failed' }
        throw error
      }
      const { fault } = error
      const isAbsent = fault.kind === 'not-found' && state.value.count === undefined
      state.value = { ...state.value, phase: isAbsent ? 'absent' : 'failed', fault }
    }
  }

  /** While nothing is typed yet. What fails, the search will say. */
  const prepare = async (own: AbortController): Promise<void> => {
    const archive = await open?.().catch(() => undefined)
    if (!own.signal.aborted) await archive?.prepare(own.signal)
  }
  const start = async (): Promise<void> => {
    running.abort()
    pages = undefined
    const own = (running = new AbortController())
    const asked = query()
    if (!asked) state.value = noArchive
    if (asked === '') await prepare(own)
    else if (asked === undefined) return
    else if (!open) state.value = { ...noArchive, phase: 'absent' }
    else await unlessFaulty(own, ask(own))
  }
  const more = async (): Promise<void> => {
    if (state.value.phase === 'waiting') await unlessFaulty(running, read(running))
  }
  watch(query, () => (state.value = { ...noArchive, sections: state.value.sections }))
  watch([query, narrowing], () => void start(), { immediate: true })
  onScopeDispose(() => running.abort())
  return { state, more, retry: start }
}
