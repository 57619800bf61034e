/**
 * Where the reader is, as plain data decoded from an address. Whether the issue, page or article exists is checked
 * later.
 */
export type Locator =
  | { readonly view: 'newest' }
  /** `part`: id of the article whose region on the page is lit. `place`: which of its lines. */
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
  /** `issue` limits the search to that issue. */
  | { readonly view: 'search'; readonly query?: string; readonly issue?: string }
  | { readonly view: 'library' }
  | { readonly view: 'settings' }
  /** A month of issues; if absent, the month of the newest issue. */
  | { readonly view: 'calendar'; readonly year?: number; readonly month?: number }
  | { readonly view: 'nowhere' }

/** Words that are lit where they occur, and which occurrence is current, counted from 1. */
export interface Sought {
  readonly query: string
  readonly hit: number
}

/** A page, an article that stands on it, and a place in that: what an address can say of a page. */
export type PlaceOnPage = Pick<Extract<Locator, { readonly view: 'page' }>, 'page' | 'part' | 'place'>

/** A place in an article: a line of the title block, or a range of offsets in its text such as `120-124`. */
export type TextPlace = 'rubric' | 'kicker' | 'headline' | 'deck' | 'byline' | `${number}-${number}`
