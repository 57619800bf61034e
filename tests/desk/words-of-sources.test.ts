import { describe, expect, it } from 'vitest'
import { wordsEn } from '@/desk/words/words-en'
import { wordsZh } from '@/desk/words/words-zh'
import { printedKinds } from '@/press/importers/printed-kinds'

describe('the words for kinds of sources', () => {
  it.each(printedKinds.map(({ kind }) => kind))('say in both languages what %s is', (kind) => {
    expect(wordsZh.sourceOf(kind)).toMatch(/\p{Script=Han}|^PDF$/u)
    if (kind !== 'pdf') expect(wordsEn.sourceOf(kind)).toMatch(/ /u)
  })

  it('leave a kind that they do not know as it is', () => expect(wordsZh.sourceOf('tei')).toBe('tei'))
})
