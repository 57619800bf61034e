import { describe, expect, it } from 'vitest'
import type { SetTitle } from '@/bundle/setting'
import { articleFile } from '../../support/manuscript'
import { setFiles } from '../../support/set-issue'
import { settingFaults } from '../../support/setting-faults'

const body = '一段话，说一件平常的事。'.repeat(160)

/** The titles of the first article of page one, by role, and the body's size. */
const titlesOf = async (head: string) => {
  const set = await setFiles({ 'page-01/1.md': articleFile(head, body) })
  const { setting } = set.partOf(1)
  if (!setting) throw new Error('page one is not set')
  const titles = new Map<SetTitle['role'], SetTitle>(
    setting.articles.flatMap(({ titles: own = [] }) => own.map((title) => [title.role, title] as const)),
  )
  expect(settingFaults(set)).toEqual([])
  return { titles, bodySize: setting.bodySize, sizeOf: (role: SetTitle['role']) => titles.get(role)?.size ?? 0 }
}

describe('kicker and deck', () => {
  it('have two fifths to a third of the headline’s size', async () => {
    const { sizeOf } = await titlesOf('kicker: 从今天起\nheadline: 小路通车\ndeck: 两村少走三里\nweight: lead')
    expect(sizeOf('headline') / sizeOf('kicker')).toBeGreaterThan(2.4)
    expect(sizeOf('headline') / sizeOf('kicker')).toBeLessThan(3)
    expect(sizeOf('headline') / sizeOf('deck')).toBeGreaterThan(2.4)
    expect(sizeOf('headline') / sizeOf('deck')).toBeLessThan(3.1)
  })

  it('are rather a little smaller than broken into two lines', async () => {
    const kicker = '从今天起每天早晨六点到晚上十点都有车开往河对面的村子和学校'
    const { titles, bodySize } = await titlesOf(`kicker: ${kicker}\nheadline: 小路通车\nweight: lead`)
    expect(titles.get('kicker')?.lines).toHaveLength(1)
    expect(titles.get('kicker')?.size).toBeGreaterThan(bodySize * 1.2)
  })

  it('are never as small as the text, however small the headline is', async () => {
    const { sizeOf, bodySize } = await titlesOf('kicker: 从今天起\nheadline: 小路通车\ndeck: 少走三里\nweight: brief')
    expect(sizeOf('kicker')).toBeGreaterThan(bodySize)
    expect(sizeOf('deck')).toBeGreaterThan(bodySize)
  })

  it('of several lines have one size', async () => {
    const deck = '[短, 这一行要长得多了，因为它说了许多别的行没有说的事情]'
    const { titles } = await titlesOf(`headline: 小路通车\ndeck: ${deck}\nweight: lead`)
    expect(titles.get('deck')?.lines).toHaveLength(2)
  })
})

describe('a lead’s headline', () => {
  it('stands in one line, a little smaller, rather than in two', async () => {
    const { titles } = await titlesOf('headline: 河边新开一条小路通到对岸的学校\nweight: lead\ncolumns: 5')
    expect(titles.get('headline')?.lines).toHaveLength(1)
  })

  it('does not grow into a second line where the page has room', async () => {
    const set = await setFiles({
      'page-01/1.md': articleFile('headline: 河边新开的一条小路今天通车\nweight: lead\ncolumns: 5', body.slice(0, 900)),
      'page-01/2.md': articleFile('headline: 甲', body.slice(0, 900)),
    })
    const [title] = set.partOf(1).setting?.articles[0]?.titles ?? []
    expect(title?.lines).toHaveLength(1)
  })
})

describe('a headline that nobody wrote', () => {
  it('stands as a quiet head: small, from the left with all that belongs to it, whatever the article weighs', async () => {
    const { titles, bodySize } = await titlesOf('weight: lead\ndeck: 两村少走三里\nbyline: 记者 甲')
    expect(titles.get('headline')?.size).toBeLessThanOrEqual(bodySize * 1.5)
    for (const role of ['headline', 'deck', 'byline'] as const)
      for (const line of titles.get(role)?.lines ?? [])
        expect(typeof line === 'number' ? undefined : line[2], `no indent centres the ${role}`).toBeUndefined()
  })
})
