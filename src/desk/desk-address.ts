import type { DeskPlace } from './desk-store'

/** `#2` or `#2/content_1.htm`: the page from 1, and the article that is chosen. */
export const formatPlace = ({ page = 0, article }: DeskPlace): string =>
  `#${page + 1}${article === undefined ? '' : `/${encodeURIComponent(article)}`}`

/** A percent sign that encodes nothing stands for itself. */
const decodeKey = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The place of an address; that of the first page if it says none. */
export const parsePlace = (hash: string): DeskPlace => {
  const [, no = '1', key] = /^#(\d{1,5})(?:\/(.+))?$/.exec(hash) ?? []
  return { page: Math.max(Number(no) - 1, 0), article: key === undefined ? undefined : decodeKey(key) }
}
