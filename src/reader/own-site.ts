import { decodePaper } from '@/bundle/codec'
import type { Paper } from '@/bundle/paper'

/** The site that the app's page belongs to. */
export interface OwnSite {
  readonly paper: Paper
  /** Path of the site on its host, with a slash at both ends. */
  readonly base: string
}

/** Read from the page, which holds paper.json as data: the app itself is the same for every paper and every path. */
export const readOwnSite = (document: Document): OwnSite => {
  const element = document.getElementById('paper')
  return {
    paper: decodePaper(new TextEncoder().encode(element?.textContent ?? '')),
    base: element?.dataset['base'] ?? '/',
  }
}
