import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { similarityOf } from '@/text/bigrams'
import { endsInsideSentence, sentencesOf } from '@/text/sentence'

describe('sentences', () => {
  it.each(['技术逻辑有机统一等重大课题，联合开', '推动长三角G60科创走廊', '作出新'])('%s breaks off', (text) =>
    expect(endsInsideSentence(text)).toBe(true),
  )
  it.each(['表示感谢。', '他说：“好。”', '名单……', ''])('%s does not break off', (text) =>
    expect(endsInsideSentence(text)).toBe(false),
  )
  it('cuts after every sentence with its closing marks, and loses nothing', () => {
    expect(sentencesOf('他说：“来。”我去！真的？！好')).toEqual(['他说：“来。”', '我去！', '真的？！', '好'])
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲乙。！？”）…a '), maxLength: 30 }), (text) => {
        expect(sentencesOf(text).join('')).toBe(text)
      }),
    )
  })
})

describe('the similarity of texts', () => {
  it('is 1 for the same letters, whatever their widths and punctuation', () =>
    expect(similarityOf('长三角，G60科创', '长三角Ｇ６０ 科创')).toBe(1))
  it('is 0 for texts that share no pair', () => expect(similarityOf('甲乙丙', '丁戊己')).toBe(0))
})
