import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines } from '@/press/typeset/lines/break-lines'
import { breakTitle } from '@/press/typeset/lines/break-title'
import { clustersOf } from '@/text/clusters'
import { lineWidthOf } from '@/text/line-setting'

const face = { weight: 'regular', marks: 'corner' } as const
const measure = { width: 14_000, indent: 2000, ...face } as const

const cut = (text: string, lines: readonly { readonly count: number }[]): string[] => {
  let at = 0
  return lines.map(({ count }) => text.slice(at, (at += count)))
}
/** The lines of a sentence at every place in a column: so many characters stand before it. */
const everywhere = (sentence: string): string[][] =>
  Array.from({ length: 16 }, (_, before) => {
    const text = `${'报'.repeat(before)}${sentence}`.repeat(3)
    return cut(text, breakLines(text, measure))
  })
const heads = (sentence: string): string[] => everywhere(sentence).flatMap((lines) => lines.slice(1))
const ends = (sentence: string): string[] => everywhere(sentence).flatMap((lines) => lines.slice(0, -1))

describe('marks at the ends of lines', () => {
  it.each([
    ['〗', '今天的栏目有〖河讯〗和〖桥事〗以及〖来函〗照登不误'],
    ['〙', '今天的栏目有〘河讯〙和〘桥事〙以及〘来函〙照登不误'],
    ['〞', '老报纸里写作〝河讯〞和〝桥事〞以及〝来函〞照登不误'],
    ['／', '票价分为头等／二等／三等而车次分为快／慢／直达三种'],
    ['/', '票价分为头等/二等/三等而车次分为快/慢/直达三种都有'],
    ['—', '班车来往于城东—城西—城南之间每周二—周六上午开行'],
    ['–', '班车来往于城东–城西–城南之间每周二–周六上午开行'],
    ['～', '开放时间是上午～下午而票价十元～二十元学生半价优惠'],
    ['·', '作者是马克·吐温和查尔斯·狄更斯还有列夫·托尔斯泰等'],
    ['・', '作者是马克・吐温和查尔斯・狄更斯还有列夫・托尔斯泰等'],
    ['⸺', '老桥改了名字⸺先叫东桥后来叫西桥⸺如今又改了回来了'],
    ['⁉', '他怎么又来了⁉我怎么不知道⁉你们到底有没有听见⁉快说'],
  ])('%s never begins a line', (mark, sentence) => {
    expect(everywhere(sentence).flat().join('')).toContain(mark)
    for (const line of heads(sentence)) expect(clustersOf(line)[0], line).not.toBe(mark)
  })

  it.each([
    ['〖', '今天的栏目有〖河讯〗和〖桥事〗以及〖来函〗照登不误'],
    ['〘', '今天的栏目有〘河讯〙和〘桥事〙以及〘来函〙照登不误'],
    ['〝', '老报纸里写作〝河讯〞和〝桥事〞以及〝来函〞照登不误'],
    ['／', '票价分为头等／二等／三等而车次分为快／慢／直达三种'],
  ])('%s never ends a line', (mark, sentence) => {
    for (const line of ends(sentence)) expect(clustersOf(line).at(-1), line).not.toBe(mark)
  })

  it.each([
    ['⋯⋯', '他停了一下⋯⋯又停了一下⋯⋯终于没有把话说完就走了'],
    ['——', '老桥改了名字——先叫东桥后来叫西桥——如今又改了回来'],
    ['――', '老桥改了名字――先叫东桥后来叫西桥――如今又改了回来'],
  ])('%s is never divided', (mark, sentence) => {
    const [half = ''] = mark
    for (const line of ends(sentence)) expect(line.split(mark).join('').endsWith(half), line).toBe(false)
  })

  it('keep their rules in titles', () => {
    const wish = { sizes: [1600], mostLines: 3, align: 'start', face: { ...face, weight: 'bold' } } as const
    for (let width = 6000; width < 20_000; width += 700) {
      const title = '城东—城西班车今起开行票价分头等／二等〖附时刻表〗'
      for (const [index, line] of cut(title, breakTitle(title, { ...wish, width }).lines).entries()) {
        if (index > 0) expect(line).not.toMatch(/^[—／〗]/u)
        if (!title.endsWith(line)) expect(line).not.toMatch(/[／〖]$/u)
      }
    }
  })
})

describe('what is one character', () => {
  it.each([
    '🇲🇳',
    '👩🏽\u200d🚒',
    '🙏🏿',
    '7\ufe0f\u20e3',
    '辻\u{e0100}',
    'ê\u0304',
    '\u1112\u1161\u11ab',
    'རྒྱ',
    'น้ำ',
    '♥\ufe0e',
  ])('is never parted by the end of a line: %s', (one) => {
    const text = one.repeat(60)
    const lines = cut(text, breakLines(text, measure))
    expect(lines.join('')).toBe(text)
    for (const line of lines) expect(line.length % one.length, line).toBe(0)
  })

  it('fills lines to the width of the column, whatever it is', () => {
    const unit = fc.constantFrom(
      ...'报纸版面读者手指，。、“”（）',
      ...['🇲🇳', '👩🏽\u200d🚒', '7\ufe0f\u20e3', '辻\u{e0100}', 'e\u0301', '桥\u200b', '字\u2060', 'شكرا', '⸺', '\u00a0'],
    )
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 60 }), (text) => {
        const set = breakLines(text, measure)
        const lines = cut(text, set)
        expect(lines.join('')).toBe(text)
        lines.forEach((line, index) => {
          const { spacing = 0, indent = 0 } = set[index] ?? {}
          const gaps = clustersOf(line).length - 1
          const over = lineWidthOf(line, face) + indent + spacing * gaps - 14_000
          // A line that no rule lets end may be squeezed; the last resort is a line of one cluster.
          if (gaps > 0) expect(over).toBeLessThanOrEqual(gaps / 2)
        })
      }),
      { numRuns: 300 },
    )
  })
})

describe('characters without width', () => {
  it('take no room in a line', () => {
    const plain = '河畔步道全线贯通市民可以一路走到渡口再走回来'
    const loose = [...plain].join('\u200b')
    const drawn = cut(loose, breakLines(loose, measure)).map((line) => line.replaceAll('\u200b', ''))
    expect(drawn).toEqual(cut(plain, breakLines(plain, measure)))
  })
  it('hold together what a word joiner or a no-break space joins', () => {
    for (const joiner of ['\u2060', '\ufeff', '\u00a0', '\u202f'])
      for (const line of ends(`来宾一行${joiner}五人今天从外地到本市参观老桥新桥`))
        expect(line.endsWith(joiner), JSON.stringify(line)).toBe(false)
  })
  it('let a word be divided at a soft hyphen, and make room for the hyphen', () => {
    const text = '长词Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschaft要断开'
    const set = breakLines(text, { ...measure, width: 9000 })
    const lines = cut(text, set)
    expect(lines.slice(0, -1).some((line) => line.endsWith('\u00ad'))).toBe(true)
    lines.forEach((line, index) => {
      const { spacing = 0, indent = 0 } = set[index] ?? {}
      // The hyphen that is drawn stands after a gap of its own.
      const gaps = clustersOf(line).length - (line.endsWith('\u00ad') ? 0 : 1)
      expect(lineWidthOf(line, face) + indent + spacing * gaps).toBeLessThanOrEqual(9000 + gaps / 2)
    })
  })
})

describe('words of other scripts', () => {
  it.each([
    ['Arabic', 'اللغة العربية جميلة جدا والكتاب على الطاولة في البيت الكبير'],
    ['Hebrew', 'השפה העברית יפה מאוד והספר על השולחן בבית הגדול'],
    ['Greek', 'Η ελληνική γλώσσα είναι όμορφη και το βιβλίο είναι εδώ'],
    ['Hindi', 'हिन्दी भाषा बहुत सुन्दर है और किताब मेज पर रखी है'],
  ])('of %s end lines at their spaces', (_, words) => {
    const text = `路牌上写着${words}共两行`
    const lines = cut(text, breakLines(text, measure))
    expect(lines.length).toBeGreaterThan(1)
    for (const [index, line] of lines.slice(0, -1).entries())
      expect(/[ \p{Script=Han}]$/u.test(line) || /^\p{Script=Han}/u.test(lines[index + 1] ?? ''), line).toBe(true)
  })

  it('of Thai end where a listed word ends, of Tibetan after a tsheg', () => {
    const thai = 'ภาษาไทยเป็นภาษาที่สวยงามและหนังสืออยู่บนโต๊ะในบ้านหลังใหญ่'
    const words = new Set(
      [...new Intl.Segmenter('th', { granularity: 'word' }).segment(thai)].map(({ index }) => index),
    )
    let at = 0
    for (const line of cut(thai, breakLines(thai, measure)).slice(0, -1)) expect(words).toContain((at += line.length))
    const tibetan = 'བོད་ཡིག་ནི་སྐད་ཡིག་ཅིག་ཡིན་པ་དང་དཔེ་ཆ་ནི་ཅོག་ཙེའི་སྟེང་ལ་ཡོད།'
    for (const line of cut(tibetan, breakLines(tibetan, measure)).slice(0, -1)) expect(line).toMatch(/་$/u)
  })
})
