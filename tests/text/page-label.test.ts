import { describe, expect, it } from 'vitest'
import { canonicalLabel, formatPageLabel, isSameLabel, pagesNamedBy } from '@/text/page-label'

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

describe('the label of a double page', () => {
  it.each([
    ['02-03', ['2', '3'], '第二、三版'],
    ['2—3', ['2', '3'], '第二、三版'],
    ['02、03', ['2', '3'], '第二、三版'],
    ['０２／０３', ['2', '3'], '第二、三版'],
    ['第八、九版', ['8', '9'], '第八、九版'],
    ['A12-A13', ['A12', 'A13'], '第A12-A13版'],
    ['a12-13', ['A12', 'A13'], '第a12-13版'],
    ['特刊2-3', ['特刊2', '特刊3'], '第特刊2-3版'],
    ['9～12', ['9', '10', '11', '12'], '第九、十、十一、十二版'],
  ])('%s names %j', (label, pages, printed) => {
    expect(pagesNamedBy(label)).toEqual(pages)
    expect(formatPageLabel(label)).toBe(printed)
    for (const page of pages) expect(isSameLabel(label, page)).toBe(true)
  })
  it.each(['3-2', '2-2', '1-24', 'A2-B3', '07', 'A04', '特刊1', '十二', '2-'])('is not %s', (label) =>
    expect(pagesNamedBy(label)).toEqual([canonicalLabel(label)]),
  )
  it.each([
    ['02-03', '1'],
    ['02-03', '4'],
    ['02-03', 'A2'],
    ['A12-13', '12'],
  ])('%s does not name %s', (label, page) => expect(isSameLabel(label, page)).toBe(false))
})
