import { describe, expect, it } from 'vitest'
import { Ledger } from '@/press/importers/ocr-text/ledger'
import { readPassages } from '@/press/importers/ocr-text/passages/read-passages'
import { isUnderBanner, takeBanner } from '@/press/importers/ocr-text/titles/banner'
import { clippingOf } from '../pages'

const event = '第九届城西区全民读书节'
const named = `本报讯（记者 张三）${event}昨天开幕。`
const unnamed = '本报讯（记者 李四）夜读角亮灯了。'
const take = (raw: string) => {
  const ledger = new Ledger(raw, 'page.txt')
  const { banner, rest } = takeBanner(readPassages(raw), ledger)
  return { banner: banner?.text, rest: rest.length, codes: ledger.findings.map(({ code }) => code) }
}

describe('the banner head', () => {
  it('stands above a kicker and a headline, and two reports name its event', () =>
    expect(take(`${event}\n让书走到家门口\n十辆书屋上路\n${named}\n${named}`)).toEqual({
      banner: event,
      rest: 4,
      codes: [],
    }))

  it('stands above a headline alone where it is set apart, or where three reports name its event', () => {
    expect(take(`${event}\n\n\n十辆书屋上路\n${named}\n${named}`).banner).toBe(event)
    expect(take(`${event}\n十辆书屋上路\n${named}\n${named}`).banner).toBeUndefined()
    expect(take(`${event}\n十辆书屋上路\n${named}\n${named}\n${named}`).banner).toBe(event)
  })

  it('is doubted where it is only set apart', () =>
    expect(take(`${event}\n\n\n让书走到家门口\n十辆书屋上路\n${unnamed}`)).toEqual({
      banner: event,
      rest: 3,
      codes: ['ocr-doubtful'],
    }))

  it.each([
    ['a kicker', `让书走到家门口\n十辆书屋上路\n${unnamed}`],
    ['the only title', `${event}\n${named}\n${named}\n${named}`],
    ['nothing', ''],
  ])('is not %s', (_, raw) => expect(take(raw).banner).toBeUndefined())

  it('covers the articles that name its event, or have nearly all its words', () => {
    const banner = clippingOf(event)
    expect(isUnderBanner(banner, `在${event}上`)).toBe(true)
    expect(isUnderBanner(banner, '第九届的城西区的全民读书节')).toBe(false)
    expect(isUnderBanner(banner, '第九届，城西区全民读书的书节')).toBe(true)
    expect(isUnderBanner(banner, '夜读角亮灯了')).toBe(false)
  })
})
