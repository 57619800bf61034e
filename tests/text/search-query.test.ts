import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alikeOf, type VariantsOf } from '@/text/alike'
import { findSpans, hasTerm, parseQuery, verseBreak } from '@/text/search-query'
import { createVariants } from '@/archive/variants'

const variants = createVariants()
const found = (text: string, query: string, variantsOf: VariantsOf = variants): string[] =>
  findSpans(text, parseQuery(query, variantsOf)).map(({ from, to }) => text.slice(from, to))

describe('what counts as the same', () => {
  it.each([
    ['５Ｇ网络与5g基站', '5G', ['５Ｇ', '5g']],
    ['ＡＢＣ abc Abc', 'aBc', ['ＡＢＣ', 'abc', 'Abc']],
    ['臺灣的書店，台湾的书店', '台湾', ['臺灣', '台湾']],
    ['旧書店', '书店', ['書店']],
    ['理發與發展，头发', '发', ['發', '發', '发']],
    ['為了，爲了，为了', '为了', ['為了', '爲了', '为了']],
    ['今⽇头条', '今日', ['今⽇']],
    ['“读书”', '"读书"', ['“读书”']],
    ['上海—杭州', '上海-杭州', ['上海—杭州']],
    ['第（３）条', '(3)', ['（３）']],
    ['Éclair', 'éclair', ['Éclair']],
    ['𠮷野家', '𠮷', ['𠮷']],
    // Selectors, and characters without width.
    ['辻\u{e0101}本家', '辻本', ['辻\u{e0101}本']],
    ['神\ufe00社', '神社', ['神\ufe00社']],
    ['渡\u200b口\u2060大\u00ad桥', '渡口大桥', ['渡\u200b口\u2060大\u00ad桥']],
    ['Donau\u00addampf\u200bschiff', 'donaudampfschiff', ['Donau\u00addampf\u200bschiff']],
    ['新站\u200e西港\u200f，', '西港，', ['西港\u200f，']],
    ['给你👍🏽，', '👍', ['👍🏽']],
    ['渡口大桥', '渡\u200b口\ufeff大桥', ['渡口大桥']],
    // Letters written whole and apart.
    ['cafe\u0301，café', 'café', ['cafe\u0301', 'café']],
    ['café，cafe\u0301', 'cafe\u0301', ['café', 'cafe\u0301']],
    ['CAFE\u0301', 'café', ['CAFE\u0301']],
    ['lu\u0308\u030c，lü\u030c，lǚ', 'lǚ', ['lu\u0308\u030c', 'lü\u030c', 'lǚ']],
    ['Vie\u0323\u0302t Nam', 'Việt', ['Vie\u0323\u0302t']],
    ['か\u3099く', 'がく', ['か\u3099く']],
    ['\u1109\u1165\u110b\u116e\u11af', '서울', ['\u1109\u1165\u110b\u116e\u11af']],
    ['m\u0304是', 'm\u0304', ['m\u0304']],
    // Characters that Unicode has twice, and half-width kana.
    ['\ufa19社与\u{2f8a6}', '神社', ['\ufa19社']],
    ['神社', '\ufa19社', ['神社']],
    ['ｶﾒﾗ', 'カメラ', ['ｶﾒﾗ']],
    ['￥100％', '¥100%', ['￥100％']],
    ['ɡǒu', 'gǒu', ['ɡǒu']],
    // Zeros.
    [
      '二○二四年，二〇二四年，二◯二四年，二零二四年',
      '二〇二四年',
      ['二○二四年', '二〇二四年', '二◯二四年', '二零二四年'],
    ],
    ['三〇五室', '三零五室', ['三〇五室']],
    ['零点开门，〇点', '零点', ['零点']],
    // Quotation marks around what is sought.
    ['老桥头 开工，老桥要修', '"老桥头"', ['老桥头']],
    ['老桥头 开工，老桥要修', '“老桥头 开工”', ['老桥头 开工']],
    ['他说“老桥头”到了', '老桥头', ['老桥头']],
    ['the old  bridge, the bridge', "'old bridge'", ['old  bridge']],
    ['oldbridge', '"old bridge"', []],
    ['老桥，开工，老桥开工', '「老桥 开工」', ['老桥开工']],
    ['老桥，开工，老桥开工', '〝老桥 开工〞', ['老桥开工']],
    ['老桥，开工，老桥开工', '«老桥 开工»', ['老桥开工']],
    ['老桥，开工，老桥开工', '‹老桥 开工›', ['老桥开工']],
    ['老\ufff9桥\ufffa开\ufffb工', '老桥开工', ['老\ufff9桥\ufffa开\ufffb工']],
    ['老桥开工，河讯', '"老桥 开工" 河', ['老桥开工', '河']],
  ])('in “%s” the words “%s” are found', (text, query, expected) => expect(found(text, query)).toEqual(expected))

  it.each([
    ['头髮', '發'],
    ['乾燥', '幹'],
    ['未来', '末'],
  ])('in “%s” “%s” is not: it is only a form of the same third', (text, query) =>
    expect(found(text, query)).toEqual([]),
  )

  it.each([
    ['cafe\u0301', 'cafe'],
    ['か\u3099', 'か'],
    ['가나', '\u1100'],
    ['三点，〇点', '零点'],
  ])('in “%s” “%s” is not: it is another letter, or a word', (text, query) => expect(found(text, query)).toEqual([]))

  it('includes the character itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), (grapheme) => {
        const [character = ''] = [...grapheme]
        expect(alikeOf(character, variants)).toContain(character)
      }),
    )
  })
})

describe('words', () => {
  it('have one character or more', () => {
    expect(found('桥上桥下', '桥')).toEqual(['桥', '桥'])
    expect(found('老街口那座石桥', '老街口那座石桥')).toEqual(['老街口那座石桥'])
  })
  it('are found across spaces in a title and line ends in a verse', () => {
    expect(found('整张报纸 装进口袋', '报纸装进')).toEqual(['报纸 装进'])
    expect(found(`白日依山${verseBreak}尽黄河`, '山尽')).toEqual([`山${verseBreak}尽`])
    expect(found('版　面', '版面')).toEqual(['版　面'])
  })
  it('are not found across the end of a paragraph or the space between Latin words', () => {
    expect(found('石\n桥', '石桥')).toEqual([])
    expect(found('the art', 'heart')).toEqual([])
    expect(found('2 026', '2026')).toEqual([])
  })
  it('are separated by spaces of any width, and each is searched for once', () =>
    expect(parseQuery(' 石桥　洪水\t石桥 ').map(({ text }) => text)).toEqual(['石桥', '洪水']))
  it.each(['', '   ', '　', '\u0000', '\ud800'])('are none in %j', (query) => expect(parseQuery(query)).toEqual([]))
  it('are taken literally, even if they are special characters elsewhere', () => {
    expect(found('a.c abc (x)* [y] \\d 5', '.')).toEqual(['.'])
    expect(found('(x)*', '(x)*')).toEqual(['(x)*'])
    expect(found('a\\d5', '\\d')).toEqual(['\\d'])
    expect(found('[y] y', '[y]')).toEqual(['[y]'])
  })
  it('that overlap are highlighted as one place', () => expect(found('老石桥头', '石桥 桥头')).toEqual(['石桥头']))
  it('beyond what anyone types are cut off, not refused', () =>
    expect(parseQuery('报'.repeat(5000))[0]?.text).toHaveLength(100))
})

/** Text with all that is difficult: Han, Latin in both widths, punctuation, spaces, surrogate pairs and halves of them. */
const unit = fc.constantFrom(...'报報纸紙AaＡ５5。“" 　\n', verseBreak, '𠮷', '\ud842', '\udfb7', '*', '[', '\\')
const anyText = fc.string({ unit, maxLength: 60 })

describe('places', () => {
  it('are in order, do not touch, lie inside the text, and never split a surrogate pair', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, query) => {
        let before = 0
        for (const { from, to } of findSpans(text, parseQuery(query, variants))) {
          expect(from).toBeGreaterThanOrEqual(before)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(text.length)
          for (const at of [from, to])
            expect(/[\ud800-\udbff]$/.test(text.slice(0, at)) && /^[\udc00-\udfff]/.test(text.slice(at))).toBe(false)
          before = to
        }
      }),
    )
  })

  it('are found wherever a word was inserted, whatever surrounds it', () => {
    const word = fc.string({ unit: fc.constantFrom(...'报纸版面上海5G𠮷，·'), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(anyText, word, anyText, (before, text, after) => {
        const whole = before + text + after
        const at = before.length
        const spans = findSpans(whole, parseQuery(text, variants))
        // A word that repeats itself, 报报, may be found one character before the place where it was inserted.
        expect(spans.some(({ from, to }) => from < at + text.length && to > at)).toBe(true)
      }),
    )
  })

  it('are the same in whichever form a word is typed', () => {
    const forms = ['报', '報', '纸', '紙', 'a', 'A', 'Ａ', 'ａ', '5', '５'] as const
    const plain: Readonly<Record<string, string>> = { 報: '报', 紙: '纸', A: 'a', Ａ: 'a', ａ: 'a', '５': '5' }
    const typed = fc.string({ unit: fc.constantFrom(...forms), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(anyText, typed, (text, query) => {
        const other = [...query].map((character) => plain[character] ?? character).join('')
        expect(found(text, query)).toEqual(found(text, other))
      }),
    )
  })

  it('agree with whether there are any', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, query) => {
        for (const term of parseQuery(query, variants))
          expect(findSpans(text, [term]).length > 0).toBe(hasTerm(text, term))
      }),
    )
  })
})
