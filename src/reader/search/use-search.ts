import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { IssueId } from '@/bundle/ids'
import type { IssueText } from '@/library/issue-text'
import type { TextStep } from '@/library/saved-texts'
import type { VariantsOf } from '@/text/alike'
import type { SearchLimits } from '@/text/search-limits'
import { parseWords } from '@/text/search-query'
import { searchIssue, type IssueMatch } from './search-issue'

/** State of a search. Results are added while it runs. */
export interface SearchState {
  readonly phase: 'nothing-asked' | 'running' | 'done' | 'broken'
  readonly issues: readonly IssueMatch[]
  /** Number of articles in `issues`. */
  readonly articles: number
  /** Whether there are more matches than are listed. */
  readonly isCut: boolean
  /** Number of issues searched, out of `total`. */
  readonly searched: number
  readonly total: number
  /** Issues whose text can't be read. */
  readonly unread: readonly IssueId[]
  /** Names of pages in the issues searched. */
  readonly sections: readonly string[]
}

export const nothingAsked: SearchState = {
  phase: 'nothing-asked',
  issues: [],
  articles: 0,
  isCut: false,
  searched: 0,
  total: 0,
  unread: [],
  sections: [],
}

/** Maximum number of articles listed; to see others, the reader has to refine the query. */
export const mostArticles = 100

export interface SearchRequest {
  readonly query: () => string
  readonly limits: () => SearchLimits
  /** The texts to search, newest first; undefined while they are not known. A new function starts a new search. */
  readonly texts: () => ((signal: AbortSignal) => AsyncIterable<TextStep>) | undefined
  /** Loaded with the first search. */
  readonly variants: () => Promise<VariantsOf>
  /** What stands for a missing title. */
  readonly untitled: () => string
}

const sectionsOf = ({ articles }: IssueText): string[] =>
  articles.flatMap(({ pages }) => pages.flatMap(({ name }) => name ?? []))

const cutTo = (match: IssueMatch, left: number): IssueMatch => ({ ...match, articles: match.articles.slice(0, left) })

/** Minimum time between updates of the list, because results come one by one. */
const showEveryMs = 60

/** Searches whenever the query, its limits or the texts change. A newer search aborts the older one. */
export const useSearch = ({ query, limits, texts, variants, untitled }: SearchRequest): Readonly<Ref<SearchState>> => {
  const state = shallowRef<SearchState>(nothingAsked)
  let running = new AbortController()

  const run = async (own: AbortController): Promise<void> => {
    const read = texts()
    const asked = query()
    const none = parseWords(asked).wanted.length === 0
    if (none || !read) {
      state.value = none ? nothingAsked : { ...nothingAsked, phase: 'running', sections: state.value.sections }
      return
    }
    const words = parseWords(asked, await variants())
    if (own.signal.aborted) return
    const [within, sections] = [limits(), new Set<string>()]
    let now: SearchState = { ...nothingAsked, phase: 'running', sections: state.value.sections }
    let shownAt = 0
    for await (const step of read(own.signal)) {
      if (own.signal.aborted) return
      now = { ...now, searched: step.done, total: step.total }
      if (step.kind === 'fault') now = { ...now, unread: [...now.unread, step.key.issue] }
      if (step.kind === 'text') sectionsOf(step.text).forEach((name) => sections.add(name))
      const match = step.kind === 'text' && searchIssue(step.text, words, within, untitled())
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
    // Reading may have shown that other texts are to be searched.
    if (!own.signal.aborted && texts() === read) state.value = { ...now, phase: 'done', sections: [...sections] }
  }

  const start = async (): Promise<void> => {
    running.abort()
    const own = (running = new AbortController())
    try {
      await run(own)
    } catch (error) {
      if (own.signal.aborted) return
      // Shown to the reader, and thrown: an unexpected error must be noticed.
      state.value = { ...state.value, phase: 'broken' }
      throw error
    }
  }
  watch([query, limits, texts], () => void start(), { immediate: true })
  onScopeDispose(() => running.abort())
  return state
}
