import traditionalTable from 'virtual:script-table/traditional'
import { describe, expect, it } from 'vitest'
import { wordsFor } from '@/reader/i18n/fault-text'
import { zhHans } from '@/reader/i18n/zh-hans'
import { wordsInScript } from '@/reader/script/words-in-script'
import { inScript, parseScriptTable } from '@/text/script-table'

const table = parseScriptTable(traditionalTable)
const words = wordsInScript(zhHans, (text) => inScript(text, table))

describe('the interface in traditional characters', () => {
  it('says its words, those inside others, and those that are made', () => {
    expect(words.nextPage).toBe('下一版')
    expect(words.library).toBe('已存報紙')
    expect(words.nowhere.title).toBe('沒有這個地址')
    expect(words.jumpOnPage('第三版')).toBe('下轉第三版')
    expect(wordsFor(words.faults, 'not-found', { kind: 'not-found', file: 'x' }).title).toBe('沒有這一期')
    expect(words.untitledKinds['advert']).toBe('廣告')
  })
  it('leaves the printed words as they were', () => expect(zhHans.library).toBe('已存报纸'))
})
