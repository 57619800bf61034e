import { describe, expect, it } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import { laterOf, publicationOf, startOfDay } from '@/press/site/discovery/moments'
import { smallIssue } from '../../support/small-issue'

const published = async (publishedAt?: string): Promise<string> => {
  const { issue } = await smallIssue()
  return publicationOf(decodeIssue(encode({ ...issue, ...(publishedAt && { publishedAt }) })))
}

describe('the moment of publication', () => {
  it('is the beginning of the day where the paper appears, if the issue names none', async () =>
    expect(await published()).toBe('2026-01-05T00:00:00+08:00'))

  it.each([
    ['2026-01-05T05:30:00+08:00', '2026-01-05T05:30:00+08:00'],
    ['2026-01-04T21:30:00Z', '2026-01-04T21:30:00Z'],
    ['2026-01-05 05:30:00+08', '2026-01-05T05:30:00+08:00'],
    ['2026-01-05T05:30:00.123+0800', '2026-01-05T05:30:00.123+08:00'],
    ['2026-02-31T05:30:00Z', '2026-01-05T00:00:00+08:00'],
  ])('%s is written %s', async (stated, written) => expect(await published(stated)).toBe(written))

  it.each([
    ['Asia/Shanghai', '2026-01-05T00:00:00+08:00'],
    ['America/New_York', '2026-01-05T00:00:00-05:00'],
    ['UTC', '2026-01-05T00:00:00+00:00'],
    ['Nowhere/At_All', '2026-01-05T00:00:00+00:00'],
  ])('in %s begins at %s', (zone, moment) => expect(startOfDay('2026-01-05', zone)).toBe(moment))

  it('has no seconds of a degree in times before there were zones', () =>
    expect(startOfDay('1872-04-30', 'Asia/Shanghai')).toMatch(/^1872-04-30T00:00:00\+08:\d\d$/))

  it('is compared as an instant, not as a text', () =>
    expect(laterOf('2026-01-05T07:00:00+08:00', '2026-01-05T00:00:00Z')).toBe('2026-01-05T00:00:00Z'))
})
