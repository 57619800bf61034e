import { describe, expect, it } from 'vitest'
import type { Voice } from '@/reader/aloud/speech-port'
import { chooseVoice, voicesFor } from '@/reader/aloud/voice-choice'

const voice = (name: string, lang: string, isLocal = true): Voice => ({ id: name, name, lang, isLocal })
const english = voice('Samantha', 'en-US')
const online = voice('Google 普通话', 'zh-CN', false)
const local = voice('婷婷', 'zh-CN')
const android = voice('cmn-cn-x-ccc', 'zh_CN')
const taiwan = voice('美佳', 'zh-TW')
const cantonese = voice('善怡', 'zh-HK')
const pinyin = voice('Chinese (Mandarin, latin as Pinyin)', 'cmn-Latn-pinyin')

describe('the voice for a paper in simplified Chinese', () => {
  const names = (voices: readonly Voice[]): string[] => voicesFor('zh-Hans', voices).map(({ name }) => name)
  it('is one of the mainland, the device’s own before one that needs a network; Cantonese comes last', () =>
    expect(names([english, cantonese, taiwan, online, local])).toEqual(['婷婷', 'Google 普通话', '美佳', '善怡']))
  it('is found by the name that Android gives its language', () =>
    expect(chooseVoice('zh-Hans', [english, android])).toBe(android))
  it('is not there where only other languages are, nor one that reads pinyin alone', () =>
    expect(chooseVoice('zh-Hans', [english, pinyin])).toBeUndefined())
  it('is the one that was chosen, while it is there', () => {
    expect(chooseVoice('zh-Hans', [local, taiwan], '美佳')).toBe(taiwan)
    expect(chooseVoice('zh-Hans', [local], '美佳')).toBe(local)
  })
  it('is listed once, not in a hundred variants', () => {
    const base = voice('Chinese (Mandarin) espeak-ng', 'cmn')
    const variants = ['Adam', 'Annie'].map((name) => voice(`Chinese (Mandarin)+${name} espeak-ng`, 'cmn'))
    expect(names([...variants, base])).toEqual(['Chinese (Mandarin) espeak-ng'])
    expect(names(variants).length).toBe(2)
  })
})

describe('the voice for another text', () => {
  it('in traditional characters is Taiwan’s before the mainland’s', () =>
    expect(chooseVoice('zh-Hant', [local, taiwan])).toBe(taiwan))
  it('in English is an English one', () => {
    const british = voice('Daniel', 'en-GB')
    expect(voicesFor('en-GB', [english, local, british])).toEqual([british, english])
  })
})
