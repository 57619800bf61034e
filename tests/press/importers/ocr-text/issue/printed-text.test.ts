import { describe, expect, it } from 'vitest'
import { printedText } from '@/press/importers/ocr-text/issue/printed-text'
import { clippingOf } from '../pages'

describe('text as it goes into the manuscript', () => {
  it.each([
    ['菜园由十二户\n居民合种', '菜园由十二户居民合种'],
    ['open from 9\n to 17', 'open from 9 to 17'],
    ['书屋开放,座位60个', '书屋开放，座位60个'],
    ['书香\t 满城', '书香 满城'],
    ['书香\f满城', '书香满城'],
  ])('%j is %s', (raw, printed) => expect(printedText(clippingOf(raw))).toBe(printed))
})
