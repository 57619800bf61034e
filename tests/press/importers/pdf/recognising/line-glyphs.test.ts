import { describe, expect, it } from 'vitest'
import { evenSizes } from '@/press/importers/pdf/recognising/even-sizes'
import { languagesInTurn } from '@/press/importers/pdf/recognising/languages-in-turn'
import { glyphsOfLine } from '@/press/importers/pdf/recognising/line-glyphs'
import { mendedCharacter, misreadArrow } from '@/press/importers/pdf/recognising/misread-marks'
import type { RecognisedLine } from '@/press/importers/pdf/recognising/recogniser'

const lineOf = (text: string, confidence: number): RecognisedLine => ({
  left: 0,
  top: 0,
  right: 10,
  bottom: 10,
  words: [[...text].map((own) => ({ text: own, confidence, left: 0, top: 0, right: 1, bottom: 1 }))],
})
const piece = { picture: { data: new Uint8Array(1), width: 1, height: 1 }, left: 0, top: 0, factor: 1, isOneLine: true }

/** Reads one text whatever it is given, and notes that it was started and ended. */
const saying = (text: string, confidence: number, notes: string[]) => async () => {
  notes.push(`start ${text}`)
  return {
    lanes: 1,
    linesOf: async () => [lineOf(text, confidence)],
    close: async () => void notes.push(`end ${text}`),
  }
}
const readBy = async (starters: Parameters<typeof languagesInTurn>[0]) => {
  const recogniser = await languagesInTurn(starters, true)
  const lines = await recogniser.linesOf(piece)
  await recogniser.close()
  return lines.map(({ words }) => words.flatMap((word) => word.map(({ text }) => text)).join('')).join()
}

describe('characters of a line', () => {
  it('become glyphs of one size on one line, next to each other', () => {
    const characters = ['新', '桥', '通', '车'].map((text, index) => ({
      ...{ text, left: index * 40 + 3, right: index * 40 + 30, top: 100, bottom: 137 },
      isAfterBlank: index === 0,
    }))
    const glyphs = glyphsOfLine({ band: { top: 100, bottom: 137 }, characters }, 10, 4)
    expect(new Set(glyphs.map(({ top, bottom, size }) => `${top} ${bottom} ${size}`)).size).toBe(1)
    for (const [index, glyph] of glyphs.slice(0, -1).entries()) expect(glyph.right).toBe(glyphs[index + 1]?.left)
  })

  it('of Latin are apart between words, and nowhere else', () => {
    const places = [0, 22, 44, 64, 86]
    const characters = [...'onaxe'].map((text, index) => ({
      ...{ text, left: places[index] ?? 0, right: (places[index] ?? 0) + 16, top: 100, bottom: 130 },
      isAfterBlank: index === 0 || index === 2,
    }))
    const glyphs = glyphsOfLine({ band: { top: 100, bottom: 130 }, characters }, 10, 4)
    const gaps = glyphs.slice(1).map((glyph, index) => glyph.left - (glyphs[index]?.right ?? 0) > 0.02 * 10)
    expect(gaps).toEqual([false, true, false, false])
  })

  it.each([
    [',', '河', '桥', '，'],
    [',', 'a', 'b', ','],
    ['(', undefined, '新', '（'],
    [']', '1', '月', '1'],
    [']', '第', '期', '1'],
    [']', 'a', 'b', ']'],
  ])('%s between %s and %s is %s', (text, before, after, wanted) => {
    expect(mendedCharacter(text, before, after)).toBe(wanted)
  })

  it.each([
    ['戎下转第三版', 1],
    ['下转第三版', 0],
    ['桥下转弯', 0],
  ])('%s has %d misread arrows', (text, wanted) => {
    expect(misreadArrow(text)).toBe(wanted)
  })
})

describe('sizes of type', () => {
  it('are even where they were measured a little otherwise, and stay apart where type differs', () => {
    const sizeOf = evenSizes([
      { size: 8.6, characters: 900 },
      { size: 8.8, characters: 500 },
      { size: 8.4, characters: 30 },
      { size: 10.8, characters: 20 },
      { size: 31, characters: 4 },
    ])
    expect(new Set([8.4, 8.6, 8.8].map(sizeOf)).size).toBe(1)
    expect(sizeOf(10.8)).toBeGreaterThan(1.2 * sizeOf(8.6))
    expect(sizeOf(31)).toBe(31)
  })
})

describe('languages', () => {
  it('are asked in turn until one is sure, and all that were started are ended', async () => {
    const notes: string[] = []
    const text = await readBy([saying('新桥', 0.5, notes), saying('bridge', 0.9, notes), saying('pont', 0.99, notes)])
    expect(text).toBe('bridge')
    expect(notes).toEqual(['start 新桥', 'start bridge', 'end 新桥', 'end bridge'])
  })

  it('after Chinese are asked about Latin that it is sure of, too', async () => {
    expect(await readBy([saying('brldge', 0.9, []), saying('bridge', 0.95, [])])).toBe('bridge')
  })

  it('after Chinese are not started where it is sure', async () => {
    const notes: string[] = []
    expect(await readBy([saying('新桥', 0.9, notes), saying('bridge', 0.99, notes)])).toBe('新桥')
    expect(notes).toEqual(['start 新桥', 'end 新桥'])
  })
})
