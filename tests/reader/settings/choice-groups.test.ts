import { mount, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { zhHansSettings } from '@/reader/i18n/zh-hans-settings'
import SearchForm from '@/reader/search/SearchForm.vue'
import { choices, decodeSettings } from '@/reader/settings/settings'
import SettingsForm from '@/reader/settings/SettingsForm.vue'
import SaveChoices from '@/reader/shelf/SaveChoices.vue'

/** How many radio buttons of each group are chosen. */
const chosenIn = (form: VueWrapper): number[] => {
  const names = new Set(form.findAll('input[type="radio"]').map((radio) => radio.attributes('name')))
  return [...names].map(
    (name) =>
      form.findAll<HTMLInputElement>(`input[type="radio"][name="${name}"]`).filter((radio) => radio.element.checked)
        .length,
  )
}

describe('a group of radio buttons has its choice', () => {
  it.each([
    null,
    '{}',
    '{"theme":"purple","size":"huge"}',
    '{"face":null,"script":7,"motion":["less"],"keys":"maybe"}',
    '{"theme":"dark","script":"traditional","keys":"off"}',
    'half a te',
  ])('in the settings, with %j stored', (stored) => {
    const chosen = chosenIn(mount(SettingsForm, { props: { settings: decodeSettings(stored), isKept: false } }))
    expect(chosen.length).toBe(Object.keys(choices).length - 1)
    expect(chosen.every((count) => count === 1)).toBe(true)
  })

  it.each([
    { keep: 14 },
    { keep: 14, newest: 'wifi', large: 'always' },
    { keep: 21, large: 'wifi' },
    { keep: 366, newest: 'never' },
  ] as const)('in the library, with %o stored, and the count of issues too', (preferences) => {
    const form = mount(SaveChoices, { props: { preferences } })
    expect(chosenIn(form)).toEqual([1, 1])
    expect(form.find<HTMLSelectElement>('select').element.value).toBe(`${preferences.keep}`)
  })

  it.each([true, false])('in the search, in this issue: %s', (isInIssue) =>
    expect(
      chosenIn(
        mount(SearchForm, { props: { query: '', issueDate: '2026-11-24', isInIssue, isArchiveSearched: true } }),
      ),
    ).toEqual([1]),
  )

  it('and has words for each of its choices', () =>
    expect(Object.entries(zhHansSettings.choices).map(([name, words]) => [name, Object.keys(words).sort()])).toEqual(
      Object.entries(choices)
        .filter(([name]) => name in zhHansSettings.choices)
        .map(([name, all]) => [name, [...all].sort()]),
    ))
})
