import * as v from 'valibot'
import { longestQuery } from '@/text/search-query'
import { readDevice, writeDevice } from '../ui/device-storage'

/** Recent searches, in localStorage, newest first. They never leave the device. */
const key = 'banmian:searches'
const most = 10

const stored = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(longestQuery))), v.maxLength(most))

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Anything that can't be decoded counts as none. */
export const readRecent = (): readonly string[] => {
  const decoded = v.safeParse(stored, parseJson(readDevice(key) ?? '[]'))
  return decoded.success ? decoded.output : []
}

/** Puts the query first; an empty one is not remembered. */
export const rememberSearch = (query: string): readonly string[] => {
  const one = query.trim().slice(0, longestQuery)
  const queries = one ? [one, ...readRecent().filter((other) => other !== one)].slice(0, most) : readRecent()
  writeDevice(key, JSON.stringify(queries))
  return queries
}

export const clearRecent = (): void => void writeDevice(key, undefined)
