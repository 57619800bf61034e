import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tidy } from '@/text/tidy'

describe('tidying', () => {
  it.each([
    ['松江区委、区政府表示, 长期以来', '松江区委、区政府表示，长期以来'],
    ['长三角G60 科创走廊', '长三角G60科创走廊'],
    ['热线:021-37689000', '热线：021-37689000'],
    ['研究院(以下简称“研究院”)揭牌', '研究院（以下简称“研究院”）揭牌'],
    ['牛津大学(苏州)科技', '牛津大学（苏州）科技'],
    ['"上海松江"App', '“上海松江”App'],
    ['更大贡献。 郑庆华', '更大贡献。郑庆华'],
    ['⽇⽉', '日月'],
    ['比分3:2,进球', '比分3:2，进球'],
    ['准印证号(B)0117号', '准印证号（B）0117号'],
  ])('%s becomes %s', (given, tidied) => expect(tidy(given)).toBe(tidied))

  it.each(['http://a.cn:80/?q=(1)', '12:30', 'a,b', '共育生态 携手发展', 'f(x)'])('leaves %s as it is', (text) =>
    expect(tidy(text)).toBe(text),
  )

  it('adds, loses and moves no letter', () => {
    const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'松江日⽇A1(),:;“”" 。，（）G'), maxLength: 40 }), (text) => {
        expect(letters(tidy(text))).toBe(letters(text))
      }),
    )
  })

  it('is the same when done twice', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'松江A1(),: 。，'), maxLength: 30 }), (text) => {
        const once = tidy(text)
        expect(tidy(once)).toBe(once)
      }),
    ))
})
