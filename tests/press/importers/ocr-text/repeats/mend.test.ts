import { describe, expect, it } from 'vitest'
import { Ledger } from '@/press/importers/ocr-text/ledger'
import { Clipping } from '@/press/importers/ocr-text/passages/clipping'
import { mendedOriginal, reportMatch } from '@/press/importers/ocr-text/repeats/mend'
import { judgeRepeat } from '@/press/importers/ocr-text/repeats/repeat-verdict'

const text =
  '流动书屋由退役公交车改装，车厢两侧是可以放下的书架，尾部设有一张能坐六个人的阅读桌。馆员随车服务，除了办理借还，还会讲故事。'

const mend = (original: string, repeat: string) => {
  const raw = `${original}\n\n${repeat}`
  const whole = Clipping.whole(raw)
  const clippings = { original: whole.slice(0, original.length), repeat: whole.slice(original.length + 2) }
  const verdict = judgeRepeat(clippings.repeat, clippings.original, {
    known: { titles: [], texts: [] },
    isOpen: true,
    isHead: false,
    mayHoldTitle: true,
    leftOverShare: 0,
  })
  if (!verdict) throw new Error('no repeat')
  const ledger = new Ledger(raw, 'page.txt')
  reportMatch({ ...clippings, verdict }, ledger, [])
  return {
    mended: mendedOriginal({ ...clippings, verdict }).text,
    closed: ledger.closed.map((clipping) => clipping.text),
    findings: ledger.findings.map(({ code, why }) => [code, why]),
  }
}

describe('an original and its repeat', () => {
  it('get back a middle, and the repeat is closed around it', () => {
    const lost = '尾部设有一张能坐六个人的阅读桌。'
    const { mended, closed, findings } = mend(text.replace(lost, ''), text)
    expect(mended).toBe(text)
    expect(closed).toEqual([text.slice(0, 25), text.slice(text.indexOf('馆员'))])
    expect(findings[1]).toEqual([
      'ocr-restored',
      `text that only a repeat had was put back between “…是可以放下的书架” and “馆员随车服务，除了…”: “，${lost}”`,
    ])
  })

  it('get back a beginning and an end', () => {
    const { mended, closed } = mend(text.slice(4, 40), text)
    expect(mended).toBe(text)
    expect(closed).toEqual([text.slice(4, 40)])
  })

  it('close the wreckage in place of lost text as unplaced', () => {
    const { mended, closed } = mend(text.replace('，尾部设有一张能坐六个人的阅读桌。', '，口口'), text)
    expect(mended).toBe(text)
    expect(closed.at(-1)).toBe('，口口')
  })

  it('name the letters in which they differ, in context', () => {
    const { mended, findings } = mend(text, text.replace('六个人', '六人人'))
    expect(mended).toBe(text)
    expect(findings[1]?.[1]).toBe('a removed repeat reads “…张能坐六人人的阅读…” where “…张能坐六个人的阅读…” is kept')
  })

  it('leave a title that was glued to the repeat', () => {
    const { closed } = mend(text, `每周换书一次 ${text.slice(9)}`)
    expect(closed).toEqual([text.slice(9)])
  })
})
