import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Clipping } from '@/press/importers/ocr-text/passages/clipping'

const raw = '书香，满城 A１\n流动书屋'
const whole = Clipping.whole(raw)

describe('a clipping of the raw text', () => {
  it('has the characters and the place that it was cut from', () => {
    const line = whole.slice(9)
    expect([line.text, line.spans, line.start]).toEqual(['流动书屋', [{ start: 9, end: 13 }], 9])
  })

  it('is joined from parts that stand apart, and sliced over all of them', () => {
    const joined = Clipping.join(whole.slice(9), whole.slice(0, 2))
    expect(joined.text).toBe('流动书屋书香')
    expect(joined.slice(3, 5).spans).toEqual([
      { start: 12, end: 13 },
      { start: 0, end: 1 },
    ])
  })

  it('has one span where joined parts touch', () =>
    expect(Clipping.join(whole.slice(0, 2), whole.slice(2, 5)).spans).toEqual([{ start: 0, end: 5 }]))

  it('is empty where nothing is joined, sliced or trimmed', () => {
    for (const empty of [Clipping.join(), whole.slice(3, 3), whole.slice(5, 6).trim(), Clipping.whole('')])
      expect([empty.text, empty.isEmpty, empty.start, empty.letters]).toEqual(['', true, 0, []])
    expect(Clipping.join(Clipping.empty, whole.slice(0, 1)).text).toBe('书')
  })

  it('is compared by letters without width, case, marks and spaces', () => {
    expect(whole.folded).toBe('书香满城a1流动书屋')
    expect(whole.letters[5]).toEqual({ key: '1', start: 7, end: 8 })
  })

  it('is sliced by letters with the marks on both sides of them', () => {
    expect(whole.sliceLetters(2, 4).text).toBe('，满城 ')
    expect(whole.sliceLetters(0, 2).text).toBe('书香，')
    expect(whole.sliceLetters(6, 10).text).toBe('\n流动书屋')
  })

  it('loses white space at its ends only', () =>
    expect(Clipping.whole(' \u3000书 香\n').trim().spans).toEqual([{ start: 2, end: 5 }]))

  it('has a seed for every run of twelve letters', () => {
    expect(whole.seeds.size).toBe(0)
    expect([...Clipping.whole('一二三四五六七八九十，甲乙丙').seeds]).toEqual([
      '一二三四五六七八九十甲乙',
      '二三四五六七八九十甲乙丙',
    ])
  })

  it('is the whole again where its slices are joined', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'书香，A１ \n'), minLength: 1 }), fc.nat(), (text, cut) => {
        const clipping = Clipping.whole(text)
        const at = cut % (text.length + 1)
        expect(Clipping.join(clipping.slice(0, at), clipping.slice(at)).spans).toEqual(clipping.spans)
      }),
    ))
})
