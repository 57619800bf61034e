import opentype from 'opentype.js'
import subsetFont from 'subset-font'
import { describe, expect, it } from 'vitest'
import { cutHeadlineFace, type TitledIssue } from '@/press/fonts/headline-face'

const titled: TitledIssue = { name: '晶报', articles: [], pages: [], heads: [], isVertical: false }

/** Those of the characters that the issue's face draws. */
const drawnBy = async (issue: Partial<TitledIssue>, characters: string): Promise<string> => {
  const face = await cutHeadlineFace({ ...titled, ...issue })
  if (!face) return ''
  const plain = await subsetFont(Buffer.from(face.bytes), characters, { targetFormat: 'sfnt' })
  const font = opentype.parse(new Uint8Array(plain).buffer)
  return [...characters].filter((character) => font.charToGlyph(character).index > 0).join('')
}

describe('the headline face of an issue', () => {
  const articles = [{ headline: '「局员」活动、少女' }, { headline: '明天（下）', isVertical: true }]

  it('draws every character and mark of its titles', async () => {
    expect(await drawnBy({ articles: articles.slice(0, 1) }, '晶报局员活动「」、（）')).toBe('晶报局员活动「」、')
  })

  it('leaves punctuation in vertical titles to fonts that have its vertical forms', async () => {
    expect(await drawnBy({ articles }, '明天下局员「」、（）')).toBe('明天下局员「」、')
    expect(await drawnBy({ articles, isVertical: true }, '明天下局员「」、（）')).toBe('明天下局员')
  })
})
