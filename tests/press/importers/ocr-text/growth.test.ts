import { expect, it } from 'vitest'
import { growthOf, linear } from '../../../support/growth'
import { filesOf } from './imported-manuscript'

const lines = (count: number, lineOf: (no: number) => string): string =>
  Array.from({ length: count }, (_, no) => lineOf(no)).join('\n')
const han = (no: number): string => String.fromCodePoint(0x4e00 + (no % 20_000))
const sentence = (no: number): string => Array.from({ length: 18 }, (_, at) => han(no * 31 + at * 97)).join('')

/** The beginning of a page, so that the rest is read as its text. */
const head =
  '总第21期 2024年5月25日 星期六 农历甲辰年四月十八\n平常报 A1版 要闻\n\n老城改造 桥头的灯亮了\n本报记者 周远\n\n'

const pages: readonly (readonly [name: string, items: number, pageOf: (items: number) => string])[] = [
  ['fragments of two characters', 1200, (items) => `${head}桥${'\uFFFD\n\n桥'.repeat(items)}`],
  ['titles and nothing else', 300, (items) => lines(items, (no) => `${han(no)}${han(no * 7)}年年有余`)],
  ['sentences of one text that are all unlike', 150, (items) => lines(items, (no) => `${sentence(no)}。`)],
  [
    'one sentence again and again',
    60,
    (items) => `本报讯${'市民可以从老桥一路走到渡口再从渡口走到新桥。'.repeat(items)}`,
  ],
  ['entries of a list that begin alike', 40, (items) => lines(items, (no) => `桥头的灯亮了走路的人多了${no}起来。\n`)],
  ['entries of a list that differ in words', 40, (items) => lines(items, (no) => `${sentence(1)}${sentence(no)}。\n`)],
  [
    'two long paragraphs that are nearly the same',
    600,
    (items) =>
      `${head}${[1, 2].map((no) => `本报讯${lines(items / 2, (at) => sentence(at)).replaceAll('\n', han(no))}。`).join('\n\n')}`,
  ],
  ['sentences that break off', 60, (items) => lines(items, (no) => `${sentence(no)}${sentence(no + 7)}，`)],
]

it.each(pages)('a page of %s takes time that grows with its length', async (_, items, pageOf) => {
  const growth = await growthOf(items, (count) => {
    const page = pageOf(count)
    return () => filesOf(page)
  })
  expect(growth).toBeLessThan(linear)
})
