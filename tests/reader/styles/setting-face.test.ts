import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { boldAdvances, regularAdvances } from '@/text/setting-face'

const css = readFileSync('src/reader/styles/tokens.css', 'utf8')
const rangesOf = (list: string): (readonly [from: number, to: number])[] =>
  list.split(',').map((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-')
    return [parseInt(from, 16), parseInt(to, 16)]
  })

describe('the setting face', () => {
  const rules = [...css.matchAll(/@font-face {[^}]*'Banmian Setting'[^}]*}/g)].map(([rule]) => rule)
  const covers = (rule: string, character: string): boolean => {
    const point = character.codePointAt(0) ?? 0
    return rangesOf(/unicode-range: ([^;]+)/.exec(rule)?.[1] ?? '').some(([from, to]) => point >= from && point <= to)
  }

  it('is used for every character whose advance the press counts with', () => {
    const characters = [...regularAdvances, ...boldAdvances].flatMap(([, own]) => [...own])
    expect(characters.length).toBeGreaterThan(100)
    expect(rules).toHaveLength(2)
    for (const rule of rules) expect(characters.filter((one) => !covers(rule, one))).toEqual([])
  })

  it('never holds up Chinese, Japanese or Korean text', () => {
    for (const rule of rules) expect([...'报紙版面，。「」あア한㐀𠀀'].filter((one) => covers(rule, one))).toEqual([])
  })
})
