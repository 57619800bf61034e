import { mount } from '@vue/test-utils'
import traditionalTable from 'virtual:script-table/traditional'
import { describe, expect, it } from 'vitest'
import { computed, nextTick, shallowRef } from 'vue'
import { createMemoryHistory } from 'vue-router'
import * as v from 'valibot'
import { paperId } from '@/bundle/ids'
import { createReader } from '@/reader/create-reader'
import { useWords, wordsInScriptKey, type WordsInScript } from '@/reader/i18n/use-words'
import { createHttpSource } from '@/reader/issue/http-source'
import { createLibraryAccess } from '@/reader/saving/create-library-access'
import { openScript } from '@/reader/script/open-script'
import type { Script } from '@/reader/script/script'
import { useScriptStore } from '@/reader/script/script-store'
import { defaultSettings } from '@/reader/settings/settings'
import SettingsForm from '@/reader/settings/SettingsForm.vue'
import HelpDialog from '@/reader/views/HelpDialog.vue'
import { inScript, parseScriptTable } from '@/text/script-table'
import { siteInMemory } from '../../support/memory-source'

const files = import.meta.glob<Readonly<Record<string, object>>>('../../../src/reader/i18n/zh-hans*.ts', {
  eager: true,
})
const tables = Object.values(files).flatMap((exports) => Object.entries(exports))

/** What a function of a table may be given: a date, a text of another kind, a list of texts, a number, any fault. */
const samples: readonly unknown[] = [
  '2026-01-05',
  ['门里书', '乡间'],
  3,
  { kind: 'bundle', limitBytes: 5_000_000, status: 500, fault: { kind: 'missing-part' } },
]
const called = (words: unknown, given: unknown): unknown => {
  try {
    return typeof words === 'function' ? Reflect.apply(words, undefined, [given, given, given]) : undefined
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

type Word = readonly [path: string, printed: string, shown: unknown]

/** Every text of a table with what is shown of it, those inside others and those that functions make included. */
const wordsOf = (printed: unknown, shown: unknown, path: string): readonly Word[] => {
  if (typeof printed === 'string') return [[path, printed, shown]]
  if (typeof printed === 'function') {
    const made = samples.flatMap((given) => wordsOf(called(printed, given), called(shown, given), `${path}(${given})`))
    return made.length > 0 ? made : [[path, 'no sample fits this function', undefined]]
  }
  if (typeof printed !== 'object' || printed === null) return []
  return Object.keys(printed).flatMap((key) =>
    wordsOf(Reflect.get(printed, key), Reflect.get(Object(shown), key), `${path}.${key}`),
  )
}

const readerApp = () => {
  const paper = v.parse(paperId, 'small.example')
  const { http } = siteInMemory([])
  return createReader({
    history: createMemoryHistory(),
    source: createHttpSource(http, paper, {}),
    library: createLibraryAccess(http, paper),
    catalogs: http,
    reading: () => Promise.reject(new Error('nothing is remembered here')),
  }).app
}

const traditional = parseScriptTable(traditionalTable)

describe('the words of every table', () => {
  it('are found by this test', () => expect(tables.map(([name]) => name)).toContain('zhHansSearch'))

  it.each(tables)('%s follow the script that the reader chose', async (name, table) => {
    const words = readerApp().runWithContext(() => useWords(table))
    const scripts = useScriptStore()
    const printed = wordsOf(table, words, name)
    expect(printed.length).toBeGreaterThan(5)
    expect(printed.filter(([, own, shown]) => shown !== own)).toEqual([])
    scripts.script = await openScript('traditional')
    const followed = wordsOf(table, words, name)
    expect(followed.filter(([, own, shown]) => shown !== inScript(own, traditional))).toEqual([])
    expect(followed.some(([, own, shown]) => shown !== own)).toBe(true)
    scripts.script = await openScript('simplified')
    expect(wordsOf(table, words, name)).toEqual(printed)
  })
})

describe('a component', () => {
  const props = { settings: defaultSettings, isKept: true }

  it('shows the words as they are where no app provides a script', () =>
    expect(mount(SettingsForm, { props }).text()).toContain('恢复默认'))

  it('shows its words in the other script as soon as that is there, lists and groups of words too', async () => {
    const script = shallowRef<Script>()
    const words = computed((): WordsInScript => (table) => script.value?.words(table) ?? table)
    const provide = { [wordsInScriptKey]: ((table) => words.value(table)) satisfies WordsInScript }
    const form = mount(SettingsForm, { props, global: { provide } })
    const help = mount(HelpDialog, { global: { provide } })
    expect(form.text()).toContain('夜间')
    expect(help.text()).toContain('读下去')
    script.value = await openScript('traditional')
    await nextTick()
    expect(form.text()).toContain('夜間')
    expect(form.text()).toContain('恢復默認')
    expect(help.text()).toContain('讀下去')
  })
})
