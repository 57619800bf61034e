/**
 * Where the reader is, as plain data: what an address says and nothing more. Whether the issue, page or article exists is
 * found out later.
 */
export type Locator =
  | { readonly view: 'newest' }
  /** `part` names the article whose region on the page is to be shown lit. */
  | { readonly view: 'page'; readonly issue: string; readonly page: number; readonly part?: string }
  | { readonly view: 'article'; readonly issue: string; readonly page: number; readonly article: string }
  | { readonly view: 'library' }
  /** A month of issues; without one, the month of the newest. */
  | { readonly view: 'calendar'; readonly year?: number; readonly month?: number }
  | { readonly view: 'nowhere' }
