import { describe, expect, it } from 'vitest'
import { tidy } from '@/text/tidy'

const length = 50_000
const units = [
  ' ', '\t', '\n', '　', 'a', '1', '1.', '1,', '中', '一', '廿', '年', '一年', '民国', '月', '第', '版', '（', '）', '(', ')', '（a', 'a)', '(（', ', ', '，,', '中,', ',中 ', '"', '“', '”', '。', '、', '…', '—', '▶', '▲', '下转', '本报记者', '记者 ', '/', '.', '-', '%', 'A0', '\u0301', 'a\u0301', '\u200d', '👨‍👩‍👧', '\uFE0F', '\u00ad', 'م', '\uD800', '\0',
] // prettier-ignore

const msOf = (act: () => unknown): number => {
  const started = performance.now()
  try {
    act()
  } catch {
    // It takes something else than a text.
  }
  return performance.now() - started
}

const modules = import.meta.glob<Readonly<Record<string, unknown>>>('../../src/text/*.ts')

describe('50 kB of the worst text', () => {
  it.each(Object.keys(modules))('is worked on in time by every function of %s', async (path) => {
    const functions = Object.entries((await modules[path]?.()) ?? {}).filter(
      (entry): entry is [string, (text: string) => unknown] => typeof entry[1] === 'function' && entry[1].length <= 1,
    )
    for (const [name, call] of functions)
      for (const unit of units) {
        const text = `${unit.repeat(length / unit.length)}\u0001`
        // Once more, as another process may have been in the way.
        const ms = msOf(() => call(text))
        if (ms > 1000)
          expect(
            msOf(() => call(text)),
            `${name} of ${JSON.stringify(unit)}`,
          ).toBeLessThan(1000)
      }
  })

  it.each(['（a)', '（（', '(a）', '中, , ', ' , ,中', '甲"', '(中', '）,', ', （a)'])(
    'is tidied without end nor depth: %j',
    (unit) => {
      const text = unit.repeat(length / unit.length)
      expect(msOf(() => tidy(text))).toBeLessThan(3000)
      expect(tidy(text).length).toBeGreaterThan(0)
    },
  )
})
