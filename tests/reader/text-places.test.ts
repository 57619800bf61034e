import { afterEach, describe, expect, it } from 'vitest'
import { offsetOf, rangesOf } from '@/reader/ui/text-places'
import { firstText, smallIssue } from '../support/small-issue'
import { siteInMemory } from '../support/memory-source'
import { mountReader, type MountedReader } from '../support/mount-reader'

let reader: MountedReader | undefined
afterEach(() => reader?.unmount())

const texts = (from: number, to: number): string[] => rangesOf(document, from, to).map((range) => range.toString())
const second = firstText.length + 1

describe('a place in an article’s text', () => {
  it('is found in the document, in several stretches where a seam stands between', async () => {
    reader = await mountReader(siteInMemory([await smallIssue()]), '/2026-01-05/1/aaa111')
    expect(texts(3, 9)).toEqual(['是那张报纸，'])
    expect(texts(second, second + 15)).toEqual(['手指点到哪一', '篇，哪一篇就展开。'])
    expect(texts(second - 3, second + 2)).toEqual(['面。', '手指'])
    expect(texts(5, 5)).toEqual([])
    expect(texts(900, 950)).toEqual([])
  })
  it('is the same place, asked the other way round', async () => {
    reader = await mountReader(siteInMemory([await smallIssue()]), '/2026-01-05/1/aaa111')
    for (const at of [0, 7, second, second + 5, second + 6, second + 12]) {
      const [range] = rangesOf(document, at, at + 1)
      expect(range && offsetOf(range.startContainer, range.startOffset)).toBe(at)
    }
    expect(offsetOf(reader.find('此处由', '.seam'), 0)).toBeUndefined()
    expect(offsetOf(document.body, 0)).toBeUndefined()
  })
})
