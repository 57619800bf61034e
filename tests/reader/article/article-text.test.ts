import { describe, expect, it } from 'vitest'
import { charactersOf, minutesToRead } from '@/reader/article/reading-length'
import { picturesOf } from '@/reader/article/pictures/pictures-of'
import { qrPathOf } from '@/reader/article/actions/qr-path'
import { copyWithSource, plainText } from '@/reader/article/source-line'
import { zhHansArticle as words } from '@/reader/i18n/zh-hans-article'
import * as v from 'valibot'
import { pictureId } from '@/bundle/ids'

const paragraph = (text: string) => ({ kind: 'paragraph' as const, leaves: [text] })

describe('the length of an article', () => {
  it.each([
    ['报纸，还是那张报纸。', 8],
    ['G60走廊2026年', 4 + 2 - 1 + 1],
    ['Service Worker 离线', 4],
    ['𠮷野家', 3],
    ['', 0],
    ['——……', 0],
  ])('of %j is %i', (text, characters) => expect(charactersOf([paragraph(text)])).toBe(characters))
  it('is read in whole minutes, at least one', () =>
    expect([0, 30, 400, 1000, 4000].map(minutesToRead)).toEqual([1, 1, 1, 3, 10]))
  it('is said no more exactly than an estimate is', () =>
    expect([57, 123, 1234].map(words.lengthOf)).toEqual(['约57字', '约120字', '约1200字']))
})

describe('copying', () => {
  const source = '——摘自《小样报》2026年1月5日第一版\nhttps://small.example/2026-01-05/1/aaa111'
  it('leaves a short passage as it is', () => {
    expect(copyWithSource('把报纸放进口袋', source)).toBeUndefined()
    expect(copyWithSource(`  ${'字'.repeat(60)}\n`, source)).toBeUndefined()
    expect(copyWithSource('𠮷'.repeat(60), source)).toBeUndefined()
  })
  it('puts the source under a long one', () =>
    expect(copyWithSource(`${'字'.repeat(61)}\n`, source)).toBe(`${'字'.repeat(61)}\n\n${source}`))
  it('gives a whole article with titles, text and source, and nothing empty', () =>
    expect(plainText({ titles: [undefined, '题', '作者'], leaves: ['一段。', '', '二段。'], source })).toBe(
      `题\n作者\n\n一段。\n二段。\n\n${source}`,
    ))
})

describe('the pictures of an article', () => {
  it('come in the order of the text, with caption and credit where there are any', () => {
    const picture = (id: string, leaves: string[]) => ({
      kind: 'picture' as const,
      picture: v.parse(pictureId, id),
      leaves,
    })
    const blocks = [picture('pic001', ['桥', '本报制图']), paragraph('文字'), picture('pic002', ['', ''])]
    expect(picturesOf({ blocks })).toEqual([
      { picture: 'pic001', caption: '桥', credit: '本报制图' },
      { picture: 'pic002' },
    ])
  })
})

describe('the QR code of an address', () => {
  it('is dark squares inside a quiet zone of four', () => {
    const { size, path } = qrPathOf('https://small.example/2026-01-05/1/aaa111')
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].map((run) => run.slice(1).map(Number))
    expect(runs.length).toBeGreaterThan(50)
    for (const [x = 0, y = 0, width = 0, back] of runs) {
      expect(back).toBe(width)
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(4)
      expect(Math.max(x + width, y + 1)).toBeLessThanOrEqual(size - 4)
    }
  })
})
