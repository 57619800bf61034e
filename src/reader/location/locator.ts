/**
 * Where the reader is, as plain data: what an address says and nothing more. Whether the issue, page or article exists is
 * found out later.
 */
export type Locator =
  | { readonly view: 'newest' }
  /** `part` names the article whose region on the page is to be shown lit; `place` the lines of it. */
  | {
      readonly view: 'page'
      readonly issue: string
      readonly page: number
      readonly part?: string
      readonly place?: TextPlace
    }
  | {
      readonly view: 'article'
      readonly issue: string
      readonly page: number
      readonly article: string
      readonly sought?: Sought
    }
  /** `issue`: only that issue is searched. */
  | { readonly view: 'search'; readonly query?: string; readonly issue?: string }
  | { readonly view: 'library' }
  | { readonly view: 'settings' }
  /** A month of issues; without one, the month of the newest. */
  | { readonly view: 'calendar'; readonly year?: number; readonly month?: number }
  | { readonly view: 'nowhere' }

/** Words that are lit where they stand, and which of the places is the one to look at, from 1. */
export interface Sought {
  readonly query: string
  readonly hit: number
}

/** Where something stands in an article: in a line of the title block, or `120-124`, offsets in its text. */
export type TextPlace = 'rubric' | 'kicker' | 'headline' | 'deck' | 'byline' | `${number}-${number}`
