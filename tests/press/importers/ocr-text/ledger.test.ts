import { describe, expect, it } from 'vitest'
import { Ledger } from '@/press/importers/ocr-text/ledger'
import { Clipping } from '@/press/importers/ocr-text/passages/clipping'

const raw = '书香满城\n\n流动书屋今天\n上路'
const whole = Clipping.whole(raw)
const second = whole.slice(6, 10)

describe('the ledger', () => {
  it('knows lines and characters from 1', () => {
    const ledger = new Ledger(raw, 'page.txt')
    expect([0, 4, 5, 6, 13, raw.length].map((offset) => ledger.lineOf(offset))).toEqual([1, 1, 2, 3, 4, 4])
    expect(ledger.positionOf(whole.slice(8, 10))).toBe('line 3, character 3')
    expect(ledger.positionOf(Clipping.empty)).toBe('line 1, character 1')
  })

  it('notes what stays without closing it', () => {
    const ledger = new Ledger(raw, 'page.txt')
    ledger.note('ocr-nameplate', second, { text: ledger.quote(second) })
    expect(ledger.closed).toEqual([])
    expect(ledger.findings).toMatchObject([{ code: 'ocr-nameplate', place: { file: 'page.txt', line: 3 } }])
  })

  it('has all that was closed, with a finding at its first line', () => {
    const ledger = new Ledger(raw, 'page.txt')
    ledger.close('ocr-removed-twin', [second, whole.slice(0, 2)], { text: '', at: '', twin: '' })
    ledger.closeUnplaced(whole.slice(13))
    expect(ledger.closed.map(({ text }) => text)).toEqual(['流动书屋', '书香', '上路'])
    expect(ledger.findings.map(({ code, place }) => [code, place.line])).toEqual([
      ['ocr-removed-twin', 3],
      ['ocr-unplaced', 4],
    ])
  })

  it('quotes on one line, the middle of a long text left out', () => {
    const long = Clipping.whole(`${'甲'.repeat(40)}\n${'乙'.repeat(40)}`)
    const ledger = new Ledger(long.text, 'page.txt')
    expect(ledger.quote(whole)).toBe('书香满城 流动书屋今天 上路')
    expect(ledger.quote(long)).toBe(`${'甲'.repeat(30)}……${'乙'.repeat(30)}`)
    expect(ledger.quoteWhole(long)).toBe(`${'甲'.repeat(40)} ${'乙'.repeat(40)}`)
  })
})
