import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { IssueId } from '@/bundle/ids'
import type { TextStep } from '@/library/saved-texts'
import type { VariantsOf } from '@/text/alike'
import { parseQuery } from '@/text/search-query'
import { searchIssue, type IssueMatch } from './search-issue'

/** What is known of a search. Results grow while it runs. */
export interface SearchState {
  readonly phase: 'nothing-asked' | 'running' | 'done' | 'broken'
  readonly issues: readonly IssueMatch[]
  /** Articles in `issues`. */
  readonly articles: number
  /** There are more than are listed. */
  readonly isCut: boolean
  /** Issues gone through, of so many. */
  readonly searched: number
  readonly total: number
  /** Issues whose text can't be read. */
  readonly unread: readonly IssueId[]
}

export const nothingAsked: SearchState = {
  phase: 'nothing-asked',
  issues: [],
  articles: 0,
  isCut: false,
  searched: 0,
  total: 0,
  unread: [],
}

/** So many articles are listed; who wants more has to ask more exactly. */
export const mostArticles = 100

export interface SearchRequest {
  readonly query: () => string
  /** The texts to go through, the newest first; undefined while it is not known which. A new function is a new search. */
  readonly texts: () => ((signal: AbortSignal) => AsyncIterable<TextStep>) | undefined
  /** Loaded with the first search. */
  readonly variants: () => Promise<VariantsOf>
  readonly untitled: string
}

const cutTo = (match: IssueMatch, left: number): IssueMatch => ({ ...match, articles: match.articles.slice(0, left) })

/** How long a state may be behind before it is shown: results come in one by one, the list need not. */
const showEveryMs = 60

/** Searches whenever query or texts change; what an older search would still find is dropped with it. */
export const useSearch = ({ query, texts, variants, untitled }: SearchRequest): Readonly<Ref<SearchState>> => {
  const state = shallowRef<SearchState>(nothingAsked)
  let running = new AbortController()

  const run = async (own: AbortController): Promise<void> => {
    const read = texts()
    const asked = query()
    const none = parseQuery(asked).length === 0
    if (none || !read) {
      state.value = none ? nothingAsked : { ...nothingAsked, phase: 'running' }
      return
    }
    const terms = parseQuery(asked, await variants())
    if (own.signal.aborted) return
    let now: SearchState = { ...nothingAsked, phase: 'running' }
    let shownAt = 0
    for await (const step of read(own.signal)) {
      if (own.signal.aborted) return
      now = { ...now, searched: step.done, total: step.total }
      if (step.kind === 'fault') now = { ...now, unread: [...now.unread, step.key.issue] }
      const match = step.kind === 'text' && searchIssue(step.text, terms, untitled)
      if (match) {
        const kept = cutTo(match, mostArticles - now.articles)
        const articles = now.articles + kept.articles.length
        now = {
          ...now,
          issues: [...now.issues, kept],
          articles,
          isCut: kept.articles.length < match.articles.length,
        }
      }
      if (now.isCut) break
      if (performance.now() - shownAt >= showEveryMs) {
        state.value = now
        shownAt = performance.now()
      }
    }
    if (!own.signal.aborted) state.value = { ...now, phase: 'done' }
  }

  const start = async (): Promise<void> => {
    running.abort()
    const own = (running = new AbortController())
    try {
      await run(own)
    } catch (error) {
      if (own.signal.aborted) return
      // Said in words; and loud, as what no one expected must be.
      state.value = { ...state.value, phase: 'broken' }
      throw error
    }
  }
  watch([query, texts], () => void start(), { immediate: true })
  onScopeDispose(() => running.abort())
  return state
}
