import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { briefOf, longestBrief } from '@/press/site/head/brief'

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const clustersOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment)

describe('the brief of a text', () => {
  it.each([
    ['a short text whole', ['一句话。', '又一句。'], '一句话。又一句。'],
    ['with a space where no mark divides two lines', ['标题', '正文。'], '标题 正文。'],
    ['on one line', ['甲\t乙\n 丙\u0007。'], '甲 乙 丙。'],
    ['of nothing as nothing', ['', '  '], ''],
  ])('is %s', (_, texts, brief) => expect(briefOf(texts)).toBe(brief))

  it('ends with a sentence and the marks that close it', () => {
    const first = `${'字'.repeat(70)}。”`
    expect(briefOf([`${first}${'字'.repeat(200)}。`])).toBe(first)
  })

  it('never leaves the second half of a double mark behind', () => {
    const brief = briefOf([`${'字'.repeat(longestBrief - 2)}！！！${'字'.repeat(90)}`])
    expect(brief.endsWith('…') || brief.endsWith('！！！')).toBe(true)
  })

  it('ends with an ellipsis if no sentence ends in good time', () => {
    expect(briefOf(['短。' + '字'.repeat(300)])).toBe(`短。${'字'.repeat(longestBrief - 3)}…`)
    expect(briefOf([`${'字'.repeat(longestBrief - 2)}，${'字'.repeat(90)}`])).toBe(`${'字'.repeat(longestBrief - 2)}…`)
  })

  const cluster = fc.constantFrom('字', '。', '”', '👨‍👩‍👧‍👦', '🇨🇳', 'é', '葛\u{e0100}', '！\ufe0f', '𠮷', 'a', ' ', '각')
  it('never cuts inside a cluster, and is never longer than it may be', () =>
    fc.assert(
      fc.property(fc.array(cluster, { maxLength: 300 }), fc.integer({ min: 2, max: 120 }), (clusters, longest) => {
        const text = clusters.join('')
        const brief = briefOf([text], longest)
        expect(clustersOf(brief).length).toBeLessThanOrEqual(longest)
        const whole = text.replace(/\s+/gu, ' ').trim()
        const kept = brief === whole ? brief : brief.replace(/…$/u, '')
        const boundaries = new Set([...segmenter.segment(whole)].map(({ index }) => index).concat(whole.length))
        expect(whole.startsWith(kept)).toBe(true)
        expect(boundaries.has(kept.length)).toBe(true)
      }),
      { numRuns: 500 },
    ))

  it('of a very long cluster is at most that much', () =>
    expect(briefOf([`a${'\u0301'.repeat(100_000)}`]).length).toBeLessThan(4000))
})
