import { describe, expect, it } from 'vitest'
import { textOf } from '@/bundle/article-text'
import { decodeText } from '@/press/io/decode-text'
import { articleFile, filesOf, readFiles } from '../../../support/manuscript'

const one = (head: string, body: string) => {
  const { manuscript, codes, report } = readFiles(filesOf({ 'page-01/01.md': articleFile(head, body) }))
  const article = manuscript?.draft.articles[0]
  return { article, codes, text: textOf(article?.blocks ?? []), why: report.findings.map(({ why }) => why) }
}

describe('a line break in the source', () => {
  it.each([
    ['来宾是José\nMaría和Zoë', '来宾是José María和Zoë'],
    ['唱的是“Ode to Joy”\nby Beethoven', '唱的是“Ode to Joy” by Beethoven'],
    ['写的是“Ода\nк радости”', '写的是“Ода к радости”'],
    ['부산\n시청', '부산 시청'],
    ['السلام\nعليكم', 'السلام عليكم'],
    ['Ελληνική\nγλώσσα', 'Ελληνική γλώσσα'],
    ['e\u0301cole\ne\u0301te\u0301', 'e\u0301cole e\u0301te\u0301'],
    ['café  \t\n \t noir', 'café noir'],
  ])('is a space between words: %j', (source, printed) => expect(one('headline: 甲', source).text).toBe(`${printed}\n`))

  it.each([
    ['桥头的\n灯亮了', '桥头的灯亮了'],
    ['看 Open\n字体', '看 Open字体'],
    ['他说：“好。”\n“走吧。”', '他说：“好。”“走吧。”'],
    ['他说“好”\nthen', '他说“好”then'],
    ['老桥——\nthe bridge', '老桥——the bridge'],
    ['東京の\nタワー', '東京のタワー'],
    ['서울，\n부산', '서울，부산'],
    ['Donau\u00ad\ndampf', 'Donau\u00addampf'],
  ])('is nothing next to Han characters, kana and full-width marks: %j', (source, printed) =>
    expect(one('headline: 甲', source).text).toBe(`${printed}\n`),
  )

  it('leaves emphasis where it is', () => {
    const { article, text } = one('headline: 甲', 'José\n**María** 与 **Zoë\nDurand**，再见')
    expect(text).toBe('José María 与 Zoë Durand，再见\n')
    expect(article?.marks.map(({ from, to }) => text.slice(from, to))).toEqual(['María', 'Zoë Durand'])
  })

  it('is found in time in a long text', () => {
    const started = performance.now()
    one('headline: 甲', `a${' \t'.repeat(25_000)}b\n${'é\n'.repeat(20_000)}`)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('a comment', () => {
  it.each([
    ['between paragraphs', '甲。\n\n<!-- 待核 -->\n\n乙。', '甲。\n乙。\n'],
    ['inside a sentence', '甲<!-- 待核 -->乙。', '甲乙。\n'],
    ['over lines', '甲。\n\n<!--\n待核\n\n仍待核\n-->\n\n乙。', '甲。\n乙。\n'],
    ['over a blank line inside a sentence', '甲<!-- 待\n\n核 -->', '甲\n'],
    ['in a list', '- 甲<!-- 待核 -->\n- 乙', '甲\n乙\n'],
    ['in a verse', '```verse\n甲<!-- 待核 -->\n乙\n```', '甲\n乙\n'],
    ['in a table', '| 甲<!-- 待核 --> | 乙 |\n|---|---|\n| 丙 | 丁 |', '甲\n乙\n丙\n丁\n'],
    ['in a quotation', '> 甲<!-- 待核 -->乙', '甲乙\n'],
  ])('%s is never printed', (_, body, printed) => {
    const { text, codes } = one('headline: 甲', body)
    expect(text).toBe(printed)
    expect(codes).toEqual([])
  })
  it('in the front matter is not printed either', () => {
    const { article, codes } = one('headline: 桥<!-- 或：新桥 -->通了\nbyline: "某<!-- 记者 -->"', '正文。')
    expect(article).toMatchObject({ headline: '桥通了', byline: '某' })
    expect(codes).toEqual([])
  })
  it('that never ends is reported where it begins, and stops the build', () => {
    expect(one('headline: 甲', '甲。\n\n乙。<!-- 待核\n\n丙。').codes).toEqual(['open-comment page-01/01.md:6'])
    expect(one('headline: 甲', '<!-- 待核').codes).toContain('open-comment page-01/01.md:4')
  })
})

describe('a tag', () => {
  it.each([
    ['in a sentence', '甲。\n\n乙<b>丙</b>丁。', 6],
    ['in a later line of a paragraph', '甲，\n乙，\n丙<br>丁。', 6],
    ['of its own', '甲。\n\n<div align="center">\n\n乙。', 6],
    ['in a list', '- 甲\n- <u>乙</u>', 5],
    ['in a table', '| 甲 | 乙 |\n|---|---|\n| 丙 | <i>丁</i> |', 6],
  ])('%s is reported at its line', (_, body, line) =>
    expect(new Set(one('headline: 甲', body).codes)).toEqual(new Set([`printed-tag page-01/01.md:${line}`])),
  )
  it('in the front matter is reported at its line', () =>
    expect(one('kicker: 甲\nheadline: 乙<br/>丙\ndeck: [丁]', '正文。').codes).toEqual(['printed-tag page-01/01.md:3']))
  it('is none where a sign only looks like one', () =>
    expect(one('headline: 甲<乙>丙', '水温 <5 度，比分 3<4>2。').codes).toEqual([]))
})

describe('a file', () => {
  const text = '---\nheadline: 渡口的桥通了\n---\n河畔步道全线贯通，市民可以走到渡口。“好！”\n'
  const utf16 = (isLittle: boolean, mark = ''): Uint8Array => {
    const bytes = Buffer.from(mark + text, 'utf16le')
    return isLittle ? bytes : bytes.swap16()
  }
  /** 渡口的桥通了。 in GB 2312 and Big5, and 㐀 in four bytes of GB18030. */
  const gb = Uint8Array.from([0xb6, 0xc9, 0xbf, 0xda, 0xb5, 0xc4, 0xc7, 0xc5, 0xcd, 0xa8, 0xc1, 0xcb, 0xa1, 0xa3])
  const big5 = Uint8Array.from([0xb4, 0xe7, 0xa4, 0x66, 0xaa, 0xba, 0xbe, 0xf4, 0xb3, 0x71, 0xa4, 0x46, 0xa1, 0x43])

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little-endian, with a mark', utf16(true, '\ufeff')],
    ['UTF-16, big-endian, with a mark', utf16(false, '\ufeff')],
    ['UTF-16 without a mark', utf16(true)],
    ['UTF-16, big-endian, without a mark', utf16(false)],
  ])('in %s is read', (_, bytes) => expect(decodeText(bytes)).toBe(text))

  it('in GB18030 or Big5 is read', () => {
    expect(decodeText(gb)).toBe('渡口的桥通了。')
    expect(
      decodeText(Buffer.concat([Buffer.from('# A4\r\n'), gb, gb, Uint8Array.from([0x81, 0x39, 0xee, 0x39])])),
    ).toBe('# A4\n渡口的桥通了。渡口的桥通了。㐀')
    expect(decodeText(big5)).toBe('渡口的橋通了。')
    // The mark of UTF-8 and UTF-16 a decoder takes away by itself; that of GB18030 it gives out.
    const mark = Uint8Array.from([0x84, 0x31, 0x95, 0x33])
    expect(decodeText(Buffer.concat([mark, gb, gb, gb, gb]))).toBe('渡口的桥通了。'.repeat(4))
  })

  it.each([
    ['bytes that are no text', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0x00, 0x80])],
    ['a letter of Latin-1', Buffer.from('caf\u00e9 noir', 'latin1')],
    [
      'one broken byte in UTF-8',
      Buffer.concat([Buffer.from('河畔步道全线贯通'), Uint8Array.from([0xe6]), Buffer.from('，好。')]),
    ],
  ])('of %s has U+FFFD or a zero where it can’t be read', (_, bytes) =>
    expect(decodeText(bytes)).toMatch(/[\ufffd\0]/u),
  )

  it('with a lost character is reported with line and column, and stops the build', () => {
    const { codes, why } = one('headline: 甲', '河畔步道\n全线\ufffd贯通。')
    expect(codes).toEqual(['damaged-character page-01/01.md:5'])
    expect(why[0]).toContain('column 3')
    expect(readFiles(filesOf({ 'page-01/01.md': '正文。', 'page-01/page.yaml': 'name: 要\ufffd\n' })).codes).toContain(
      'damaged-character page-01/page.yaml:1',
    )
  })
})
