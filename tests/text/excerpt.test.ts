import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf } from '@/text/excerpt'
import { findSpans, parseQuery } from '@/text/search-query'
import { stretchesOf } from '@/text/stretches'

const shown = (text: string, query: string): string =>
  excerptOf(text, findSpans(text, parseQuery(query)))
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('')

describe('an excerpt', () => {
  it('is the sentence of the first hit, with every hit in it marked', () =>
    expect(shown('昨天下雨。今天石桥修好了，石桥上人多。\n下一段。', '石桥')).toBe('今天[石桥]修好了，[石桥]上人多。'))
  it('of a long sentence is the text around the hit, and shows where it was cut', () => {
    const text = `${'前'.repeat(60)}石桥${'后'.repeat(90)}。`
    expect(shown(text, '石桥')).toBe(`…${'前'.repeat(26)}[石桥]${'后'.repeat(48)}…`)
  })
  it('without a hit is the beginning of the text', () => expect(shown('\n第一句。\n第二句。', '石桥')).toBe('第一句。'))
  it('of nothing is nothing', () => expect(shown('', '石桥')).toBe(''))
  it('shows a hit whole, however long it is', () => {
    const word = '长'.repeat(100)
    expect(shown(`甲${word}乙。`, word)).toContain(`[${word}]`)
  })

  const text = fc.string({ unit: fc.constantFrom(...'石桥报。！”\n ', '𠮷'), maxLength: 200 })
  it('is part of the text, marks the hits, and splits no character', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('石', '石桥', '𠮷', '报 石'), (whole, query) => {
        const spans = findSpans(whole, parseQuery(query))
        const stretches = excerptOf(whole, spans)
        const joined = stretches.map((stretch) => stretch.text).join('')
        expect(whole).toContain(joined.replaceAll('…', ''))
        expect(joined).not.toMatch(/\p{Cs}/u)
        expect(stretches.some(({ isHit }) => isHit)).toBe(spans.length > 0)
      }),
    )
  })
  it('splits into stretches that make up the text', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const stretches = stretchesOf(whole, findSpans(whole, parseQuery('石 桥')))
        expect(stretches.map((stretch) => stretch.text).join('')).toBe(whole)
      }),
    )
  })
})
