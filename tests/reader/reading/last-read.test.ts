import * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import { issueKey, type IssueKey } from '@/bundle/issue-key'
import { readingPlace } from '@/library/reading-rows'
import { forgetLastRead, isWorthResuming, readLastRead, writeLastRead } from '@/reader/reading/last-read'
import { markSeen, seenIssues } from '@/reader/reading/seen-issues'

const hour = 60 * 60 * 1000
const place = v.parse(readingPlace, {
  paper: 'small.example',
  issue: '2026-01-05',
  article: 'aaa111',
  page: 1,
  offset: 30,
  title: '把报纸放进口袋',
  isFinished: false,
  readAt: 100 * hour,
})
beforeEach(() => localStorage.clear())

describe('what was read last', () => {
  it('is remembered, and forgotten only by its own name', () => {
    writeLastRead(place)
    expect(readLastRead()).toEqual(place)
    forgetLastRead({ ...place, paper: v.parse(readingPlace, { ...place, paper: 'other.example' }).paper })
    expect(readLastRead()).toEqual(place)
    forgetLastRead(place)
    expect(readLastRead()).toBeUndefined()
  })
  it.each(['', 'null', '{', '[]', '{"paper":1}', JSON.stringify({ ...place, offset: -1 })])(
    'is nothing where the device holds %j',
    (text) => {
      localStorage.setItem('banmian:last-read', text)
      expect(readLastRead()).toBeUndefined()
    },
  )
  it.each([
    ['an hour ago', {}, 1, true],
    ['a day ago', {}, 24, false],
    ['only opened', { offset: 0 }, 1, false],
    ['read to its end', { isFinished: true }, 1, false],
    ['by a clock that went back', {}, -1, false],
  ])('is offered or not: %s', (_, over, hours, isOffered) =>
    expect(isWorthResuming({ ...place, ...over }, place.readAt + hours * hour)).toBe(isOffered),
  )
})

describe('issues that were opened', () => {
  const key = (issue: string, paper = 'small.example'): IssueKey => v.parse(issueKey, { paper, issue })
  it('are told from those that were not, by paper and issue', () => {
    markSeen(key('2026-01-05'))
    markSeen(key('2026-01-05'))
    const isSeen = seenIssues()
    expect(isSeen(key('2026-01-05'))).toBe(true)
    expect(isSeen(key('2026-01-06'))).toBe(false)
    expect(isSeen(key('2026-01-05', 'other.example'))).toBe(false)
    expect(localStorage.getItem('banmian:seen')).toBe('small.example/2026-01-05')
  })
  it('are forgotten, the oldest first, before they fill the device', () => {
    for (let at = 0; at < 750; at++) markSeen(key(`2026-01-05-${at}`))
    const isSeen = seenIssues()
    expect(isSeen(key('2026-01-05-0'))).toBe(false)
    expect(isSeen(key('2026-01-05-749'))).toBe(true)
  })
})
