import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choices,
  decodeSettings,
  defaultSettings,
  encodeSettings,
  withChoice,
  type Settings,
} from '@/reader/settings/settings'

const anySettings: fc.Arbitrary<Settings> = fc.record({
  theme: fc.constantFrom(...choices.theme),
  size: fc.constantFrom(...choices.size),
  face: fc.constantFrom(...choices.face),
  elder: fc.constantFrom(...choices.elder),
  motion: fc.constantFrom(...choices.motion),
  script: fc.constantFrom(...choices.script),
  sheet: fc.constantFrom(...choices.sheet),
  form: fc.constantFrom(...choices.form),
  keys: fc.constantFrom(...choices.keys),
})

describe('stored settings', () => {
  it('read back as they were stored', () =>
    fc.assert(fc.property(anySettings, (value) => void expect(decodeSettings(encodeSettings(value))).toEqual(value))))

  it.each([
    ['nothing', null],
    ['an empty text', ''],
    ['half a text', '{"theme":"dark"'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '["dark"]'],
  ])('are the defaults where %s is stored', (_, stored) => expect(decodeSettings(stored)).toEqual(defaultSettings))

  it('lose only the field that this version does not know, and keep the others', () =>
    expect(decodeSettings('{"theme":"purple","size":"largest","elder":1,"face":null,"later":"x"}')).toEqual({
      ...defaultSettings,
      size: 'largest',
    }))

  it('are decoded from any text at all without a fault', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const decoded = decodeSettings(text)
        expect(decodeSettings(encodeSettings(decoded))).toEqual(decoded)
      }),
    ))

  it('change one at a time; a choice that there is not gives the first', () => {
    const dark = withChoice(defaultSettings, 'theme', 'dark')
    expect(withChoice(dark, 'size', 'large')).toEqual({ ...defaultSettings, theme: 'dark', size: 'large' })
    expect(withChoice(dark, 'theme', 'purple')).toEqual(defaultSettings)
  })
})
