import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { createGlyphStore } from '@/press/site/previews/glyph-store'
import { charactersOf, drawCard, type CardText } from '@/press/site/previews/preview-card'
import { previewSide } from '@/press/site/previews/preview-files'
import { textsOfElement } from '../../support/xml-faults'

const card = (title: string, more: Partial<CardText> = {}): CardText => ({
  name: '小样报',
  title,
  place: '2026年1月5日 第一版',
  accent: '#9c1c1c',
  lang: 'zh-Hans',
  ...more,
})

const glyphs = createGlyphStore()
const alphabet = [
  '报',
  '纸',
  '装',
  '进',
  '口',
  '袋',
  '“',
  '”',
  '，',
  '《',
  '》',
  '—',
  '…',
  ' ',
  'A',
  '4',
  '%',
  '𠮷',
  '🏀',
  '\ue000',
]
beforeAll(() => glyphs.load([charactersOf(card(alphabet.join('')))]))

/** Pixels of the card that are not its ground, as shares of its side: the box around them. */
const inkOf = async (text: CardText) => {
  const { data, info } = await sharp(Buffer.from(drawCard(text, glyphs.get)))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const below = 0.04 * info.height
  let [left, right, bottom] = [info.width, 0, 0]
  for (let y = Math.ceil(below); y < info.height; y++)
    for (let x = 0; x < info.width; x++) {
      if ((data[y * info.width * info.channels + x * info.channels] ?? 255) > 200) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      bottom = Math.max(bottom, y)
    }
  expect(info.width).toBe(previewSide)
  return { left: left / info.width, right: right / info.width, bottom: bottom / info.height }
}

describe('the card of an article', () => {
  it('is a drawing without fonts, well-formed, and stays inside its margins, whatever the title is', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...alphabet), { maxLength: 90 }), async (characters) => {
        const text = card(characters.join(''))
        const svg = drawCard(text, glyphs.get)
        expect(svg).not.toMatch(/<text|font/)
        textsOfElement(svg, 'svg')
        const { left, right, bottom } = await inkOf(text)
        expect(left).toBeGreaterThan(0.05)
        expect(right).toBeLessThan(0.96)
        expect(bottom).toBeLessThan(0.96)
      }),
      { numRuns: 60 },
    ))

  it('is the same for the same title, and another one for another', () => {
    expect(drawCard(card('报纸'), glyphs.get)).toBe(drawCard(card('报纸'), glyphs.get))
    expect(drawCard(card('报纸'), glyphs.get)).not.toBe(drawCard(card('口袋'), glyphs.get))
  })

  it('finds room for a name that is as long as names may be', async () => {
    const { right } = await inkOf(card('报纸', { name: '报'.repeat(500), place: '纸'.repeat(500) }))
    expect(right).toBeLessThan(0.96)
  })
})
