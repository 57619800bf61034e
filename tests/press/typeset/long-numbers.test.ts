import { describe, expect, it } from 'vitest'
import { breakLines } from '@/press/typeset/lines/break-lines'
import { clustersOf } from '@/text/clusters'

const measure = { width: 14_000, indent: 2000, weight: 'regular', marks: 'corner' } as const

/** Lines of a text, with the letter-spacing of each. */
const setLines = (text: string, width: number = measure.width) => {
  let at = 0
  return breakLines(text, { ...measure, width }).map(({ count, spacing }) => ({
    text: text.slice(at, (at += count)),
    spacing,
  }))
}
const textsOf = (text: string, width?: number): string[] => setLines(text, width).map((line) => line.text)

describe('a long number or address', () => {
  it('is broken after a group of digits rather than leave a short line torn apart', () => {
    expect(textsOf('汇款户名河口日报社账6222021001116245702附言')[0]).toBe('汇款户名河口日报社账6222')
    for (const [text, groups] of [
      ['订报电话请拨打手机13912345678找老郑', /(?:139|1391234)$/],
      ['电话请打热线上门订报4008123456找老郑', /(?:400|400812)$/],
      ['订报电话上门请拨打0512-58312345转分机', /0512-$/],
      ['这一本书号是新近出版978-7-301-04815-3每套', /978-(?:7-(?:301-)?)?$/],
    ] as const) {
      const [first] = setLines(text)
      expect(first?.text).toMatch(groups)
      expect(first?.spacing).toBeLessThanOrEqual(140)
    }
  })

  it('stays whole where the line before it is filled well without it, and a date always does', () => {
    expect(textsOf('订报请打电话上门服务热线13912345678找老郑')).toEqual([
      '订报请打电话上门服务热线',
      '13912345678找老郑',
    ])
    expect(textsOf('这份报纸创刊的日子是是1997-07-01那一天').join('|')).not.toMatch(/1997-(?:07-)?\|/)
  })

  it.each([9000, 11_000, 14_000, 17_000])('never leaves a line of three characters over a measure of %i', (width) => {
    const strings = [
      'https://hekou.example/4f9a2c771bde40a3998d1e5f6a7b8c9d0e1f2a3b',
      '62220210011162457026222021001116245702',
      'https://www.hekou.example/subscribe/2027/annual?from=paper&id=20261124001',
      '021-37689000-8006-1234-5678',
    ]
    for (const string of strings)
      for (const before of ['网址', '见网址：', '请汇入下列账号'])
        for (const line of setLines(`${before}${string}可查历年总目，请读者留存。`, width).slice(0, -1)) {
          expect(clustersOf(line.text).length, line.text).toBeGreaterThan(3)
          expect(line.spacing, line.text).toBeLessThan(250)
        }
  })

  it('loses no character', () => {
    const text = '账号6222021001116245702，网址https://hekou.example/4f9a2c771bde40a3998d1e5f6a7b8c9d0e1f2a3b。'
    expect(textsOf(text).join('')).toBe(text)
  })
})
