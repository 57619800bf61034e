import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakTitle } from '@/press/typeset/lines/break-title'
import { lineWidthOf } from '@/text/line-setting'
import type { Headline } from './headlines/headline'
import { heldOut } from './headlines/held-out'
import { laterNewscast } from './headlines/later-newscast'
import { newscast } from './headlines/newscast'
import { newspapers } from './headlines/newspapers'

const face = { weight: 'bold', marks: 'corner' } as const

/** The title in as many lines, where nothing but the sense and even lengths counts. */
const brokenInto = (title: string, count: number): string[] => {
  const wish = { width: 100_000, sizes: [1000], mostLines: count, longestLine: 1, align: 'start', face } as const
  let at = 0
  return breakTitle(title, wish).lines.map((line) => title.slice(at, (at += line.count)))
}

interface Verdict {
  readonly share: number
  /** Settings that no sub-editor accepts. */
  readonly wrong: readonly string[]
}

const verdictOn = (headlines: readonly Headline[]): Verdict => {
  const settings = headlines.flatMap(({ title, accepted }) =>
    [...accepted].map(([count, accepts]) => {
      const set = brokenInto(title, count).join(' / ')
      return { set, isRight: accepts.some((lines) => lines.join(' / ') === set) }
    }),
  )
  const wrong = settings.flatMap(({ set, isRight }) => (isRight ? [] : [set]))
  return { share: 1 - wrong.length / settings.length, wrong }
}

const tuned = [...newspapers, ...newscast, ...laterNewscast]

describe('breaking real headlines', () => {
  it('has a list without doubles, whose cuts lose no character', () => {
    const all = [...tuned, ...heldOut]
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
    expect(all.length).toBeGreaterThan(500)
    for (const { title, accepted } of all)
      for (const settings of accepted.values()) for (const lines of settings) expect(lines.join('')).toBe(title)
  })

  // Shares as they were reached: a change of a rule may not lose them.
  it('cuts those that its rules were made from as a sub-editor would', () => {
    const { share, wrong } = verdictOn(tuned)
    expect(share, wrong.join('\n')).toBeGreaterThan(0.9)
  })
  it('cuts those that no rule was made from as a sub-editor would', () => {
    const { share, wrong } = verdictOn(heldOut)
    expect(share, wrong.join('\n')).toBeGreaterThan(0.7)
  })

  it.each([
    ['会议着力抓好农村改革', '着|力'],
    ['会议着力抓好农村改革', '着力|抓'],
    ['技改与改制同步进行台州股份制企业焕发生机', '进行台州|股份'],
    ['为困难群众解愁武汉民政局办实事', '武汉|民政局'],
    ['在十五大精神指引下胜利前进——元旦献辞', '胜利|前进'],
    ['在十五大精神指引下胜利前进——元旦献辞', '——|元旦'],
    ['中国姑娘震惊悉尼——记女子接力队', '——|记'],
    ['中国姑娘震惊悉尼——记女子接力队', '记|女子'],
    ['新年音乐会在布拉格宫举行', '布拉格|宫'],
    ['孩子们喜爱的民歌与舞蹈', '的|民歌'],
    ['山区和平原的农民都有了新房', '和|平原'],
    ['老人们有了自己的图书馆', '有|了'],
  ])('does not cut %s at %s', (title, cut) => {
    for (const count of [2, 3]) expect(brokenInto(title, count).join('|')).not.toContain(cut)
  })

  it('cuts them into as many lines as there may be, loses no character, and leaves the room', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...tuned, ...heldOut),
        fc.integer({ min: 8000, max: 40_000 }),
        fc.integer({ min: 1, max: 4 }),
        ({ title }, width, mostLines) => {
          const sizes = [1600, 1200, 900]
          const { size, lines } = breakTitle(title, { width, sizes, mostLines, align: 'start', face })
          let at = 0
          const texts = lines.map(({ count }) => title.slice(at, (at += count)))
          expect(texts.join('')).toBe(title)
          for (const text of texts)
            expect((lineWidthOf(text.trimEnd(), face) * size) / 1000).toBeLessThanOrEqual(width + 1)
          if (size > 900) expect(lines.length).toBeLessThanOrEqual(mostLines)
        },
      ),
      { numRuns: 200 },
    ))

  it('gives the same lines twice, in a moment for two hundred characters', () => {
    const long = tuned
      .map(({ title }) => title)
      .join('')
      .slice(0, 200)
    expect(brokenInto(long, 4)).toEqual(brokenInto(long, 4))
    const start = performance.now()
    for (let run = 0; run < 10; run++) brokenInto(long, 4)
    expect((performance.now() - start) / 10).toBeLessThan(200)
  })

  it('breaks Japanese after a particle, and Latin between words', () => {
    expect(brokenInto('新しい図書館が来年の春に開館', 2)).toEqual(['新しい図書館が', '来年の春に開館'])
    expect(brokenInto('The whole paper in your pocket', 2)).toEqual(['The whole paper ', 'in your pocket'])
  })
})
