import { describe, expect, it } from 'vitest'
import { isKnown, isKnownAtEnd, knownShareOf } from '@/press/importers/ocr-text/repeats/known-text'

const text = '流动书屋由退役公交车改装车厢两侧是可以放下的书架'
const title = '十辆流动书屋今天上路'
const known = { titles: [title], texts: [text] }

describe('the share of a text that is known', () => {
  it.each([
    ['all of it', text.slice(3, 10), 1],
    ['none of it', '夜读角从今天起亮灯到晚上十点', 0],
    ['nothing of no text', '', 0],
    ['half of it', `${text.slice(0, 12)}夜读角从今天起亮灯到晚上`, 0.5],
    ['all but a misread letter', `${text.slice(0, 12)}口${text.slice(13)}`, 1],
  ])('is %s', (_, folded, share) => expect(knownShareOf(folded, [text])).toBe(share))
})

describe('known text', () => {
  it.each([
    ['a title', title, true],
    ['running text', '由退役公交车改装，车厢两侧。', true],
    ['running text with a title before it', `${title}流动书屋由退役公交车改装，车厢两侧。`, true],
    ['a line that looks like a title and stands in the text', '由退役公交车改装', false],
    ['half of a title', '十辆流动', false],
    ['other text', '夜读角从今天起，亮灯到晚上十点。', false],
  ])('%s: %s', (_, printed, isOne) => expect(isKnown(printed, known)).toBe(isOne))

  it('of a few letters is known only where it would join', () => {
    expect(isKnownAtEnd('流动', 'tail', known)).toBe(true)
    expect(isKnownAtEnd('流动', 'head', known)).toBe(false)
    expect(isKnownAtEnd('书架', 'head', known)).toBe(true)
  })
})
