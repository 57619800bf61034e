import opentype from 'opentype.js'
import subsetFont from 'subset-font'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { articleId } from '@/bundle/ids'
import type { SetTitle } from '@/bundle/setting'
import { cutTitleFaces, type TitledIssue } from '@/press/fonts/cut-title-faces'

const article = v.parse(articleId, 'aaa')
type Titles = readonly (Partial<SetTitle> & { readonly text: string })[]

/** An issue of one article whose titles have these texts. */
const issueOf = (titles: Titles, nameplate: 'vertical' | undefined = undefined): TitledIssue => ({
  name: '晶报',
  articles: [{ id: article }],
  settings: [
    {
      articles: [
        {
          article,
          titles: titles.map((title) => ({ box: [0, 0, 1, 1], role: 'headline', size: 1, lines: [1], ...title })),
        },
      ],
      furniture: nameplate ? [{ box: [0, 0, 1, 1], role: 'banner', text: '（下）', size: 1, writing: nameplate }] : [],
    },
  ],
})

const cut = async (titled: TitledIssue) =>
  new Map((await cutTitleFaces(titled)).map(({ entry, bytes }) => [entry.role, bytes]))

/** Those of the characters that a face draws. */
const drawnBy = async (face: Uint8Array | undefined, characters: string): Promise<string> => {
  if (!face) return ''
  const plain = await subsetFont(Buffer.from(face), characters, { targetFormat: 'sfnt' })
  const font = opentype.parse(new Uint8Array(plain).buffer)
  return [...characters].filter((character) => font.charToGlyph(character).index > 0).join('')
}

/** The first characters of GB 2312, which are the common ones by their sound. */
const commonCharacters = (count: number): string =>
  new TextDecoder('gb18030').decode(
    Uint8Array.from({ length: 2 * count }, (_, at) =>
      at % 2 === 0 ? 0xb0 + Math.floor(at / 188) : 0xa1 + (((at - 1) / 2) % 94),
    ),
  )

describe('the faces of an issue’s titles', () => {
  it('draw every character and mark of the titles that are set in them, and no other', async () => {
    const faces = await cut(
      issueOf([
        { text: '「局员」活动、少女' },
        { text: '快讯', face: 'hei' },
        { text: '昨晚雨停', role: 'kicker' },
        { text: '记者甲', role: 'byline' },
      ]),
    )
    const all = '晶报局员活动「」、（快讯昨晚雨停记者甲'
    expect(await drawnBy(faces.get('headline-face'), all)).toBe('晶报局员活动「」、')
    expect(await drawnBy(faces.get('title-face-hei'), all)).toBe('快讯')
    expect(await drawnBy(faces.get('title-face-kai'), all)).toBe('昨晚雨停记者甲')
  })

  it('leave punctuation in vertical titles to fonts that have its vertical forms', async () => {
    const faces = await cut(issueOf([{ text: '「局员」' }, { text: '明天（下）', writing: 'vertical' }], 'vertical'))
    expect(await drawnBy(faces.get('headline-face'), '明天下局员「」（）')).toBe('明天下局员「」')
  })

  it('are none where no title uses them', async () => {
    expect([...(await cut(issueOf([{ text: '局员' }]))).keys()]).toEqual(['headline-face'])
  })

  it('come to 160 kB at most: what is small goes first, the headlines’ own never', async () => {
    const characters = commonCharacters(900)
    const faces = await cut(
      issueOf([
        { text: characters.slice(0, 300) },
        { text: characters.slice(300, 400), face: 'hei' },
        { text: characters.slice(400, 440), role: 'deck' },
        { text: characters.slice(440), role: 'byline' },
      ]),
    )
    const bytes = [...faces.values()].reduce((sum, { byteLength }) => sum + byteLength, 0)
    expect([...faces.keys()]).toEqual(['headline-face', 'title-face-hei', 'title-face-kai'])
    expect(bytes).toBeLessThan(160_000)
    expect(await drawnBy(faces.get('title-face-kai'), characters.slice(400, 440))).toHaveLength(40)
    expect(await drawnBy(faces.get('title-face-kai'), characters.slice(439, 480))).toBe(characters.slice(439, 440))
    const large = await cut(issueOf([{ text: characters }, { text: characters, face: 'hei' }]))
    expect([...large.keys()]).toEqual(['headline-face'])
  })
})
