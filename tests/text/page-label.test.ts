import { describe, expect, it } from 'vitest'
import { canonicalLabel, formatPageLabel, isSameLabel } from '@/text/page-label'

describe('page labels', () => {
  it.each([
    ['01', '1'],
    ['一', '1'],
    ['第七版', '7'],
    ['７', '7'],
    ['Ａ０４', 'A4'],
    ['a4版', 'A4'],
    ['头版', '1'],
    ['十二版', '12'],
    ['笫七坂', '7'],
  ])('%s is the page %s', (printed, canonical) => expect(canonicalLabel(printed)).toBe(canonical))

  it.each([
    ['A1', '1'],
    ['特刊1', '1'],
    ['T1', 'A1'],
    ['11', '1'],
  ])('keeps %s and %s apart', (one, other) => expect(isSameLabel(one, other)).toBe(false))

  it('names a page as a jump line does', () =>
    expect(['7', '07', 'A04', '12'].map(formatPageLabel)).toEqual(['第七版', '第七版', '第A04版', '第十二版']))
})
