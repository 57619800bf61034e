import * as v from 'valibot'
import { longestQuery } from '@/text/search-query'

/** What was searched lately, in localStorage, the latest first. Kept on the device alone. */
const key = 'banmian:searches'
const most = 10

const stored = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(longestQuery))), v.maxLength(most))

/** `localStorage`, or nothing where the browser forbids it. */
const storage = (): Storage | undefined => {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whatever else stands there counts as nothing. */
export const readRecent = (): readonly string[] => {
  const decoded = v.safeParse(stored, parseJson(storage()?.getItem(key) ?? '[]'))
  return decoded.success ? decoded.output : []
}

const write = (queries: readonly string[]): void => {
  try {
    storage()?.setItem(key, JSON.stringify(queries))
  } catch (error) {
    // Full or forbidden: then nothing is remembered, and nothing else is lost.
    if (!(error instanceof DOMException)) throw error
  }
}

/** Puts the query first; a query of nothing is not remembered. */
export const rememberSearch = (query: string): readonly string[] => {
  const one = query.trim().slice(0, longestQuery)
  const queries = one ? [one, ...readRecent().filter((other) => other !== one)].slice(0, most) : readRecent()
  write(queries)
  return queries
}

export const clearRecent = (): void => storage()?.removeItem(key)
