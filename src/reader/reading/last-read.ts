import * as v from 'valibot'
import type { ArticleKey } from '@/library/reading-records'
import { readingPlace, type ReadingPlace } from '@/library/reading-rows'
import { readDevice, writeDevice } from '../ui/device-storage'

/** The article read last, in localStorage: a hint, so that the first page can offer it without the database. */
const key = 'banmian:last-read'

/** How long an article is offered. */
const offeredMs = 12 * 60 * 60 * 1000

export const readLastRead = (): ReadingPlace | undefined => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), readingPlace), readDevice(key))
  return parsed.success ? parsed.output : undefined
}

export const writeLastRead = (place: ReadingPlace): void => void writeDevice(key, JSON.stringify(place))

/** Forgets the article if it is the one read last. */
export const forgetLastRead = ({ paper, issue, article }: ArticleKey): void => {
  const last = readLastRead()
  if (last?.paper === paper && last.issue === issue && last.article === article) writeDevice(key, undefined)
}

/** Whether a returning reader would want to continue it: started, not finished, and recent. */
export const isWorthResuming = ({ offset, isFinished, readAt }: ReadingPlace, now: number): boolean =>
  offset > 0 && !isFinished && now >= readAt && now - readAt < offeredMs
