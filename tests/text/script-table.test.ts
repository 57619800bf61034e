import fc from 'fast-check'
import { Converter } from 'opencc-js'
import simplifiedTable from 'virtual:script-table/simplified'
import traditionalTable from 'virtual:script-table/traditional'
import { describe, expect, it } from 'vitest'
import { inScript, parseScriptTable, thinScriptTable } from '@/text/script-table'

const traditional = parseScriptTable(traditionalTable)
const simplified = parseScriptTable(simplifiedTable)

describe('text in the other script', () => {
  it.each([
    ['头发与发展', '頭髮與發展'],
    ['皇后以后再来', '皇后以後再來'],
    ['离家三公里，家里干净', '離家三公里，家裏乾淨'],
    ['干部若干，饼干一盒', '幹部若干，餅乾一盒'],
    ['一出好戏', '一齣好戲'],
    ['下转第三版', '下轉第三版'],
  ])('%s is %s in traditional', (printed, written) => expect(inScript(printed, traditional)).toBe(written))

  it.each([
    ['頭髮與發展', '头发与发展'],
    ['書櫃靠牆，報紙從頭讀到尾', '书柜靠墙，报纸从头读到尾'],
    ['乾隆年間，餅乾', '乾隆年间，饼干'],
    ['瞭望與了解', '瞭望与了解'],
  ])('%s is %s in simplified', (printed, written) => expect(inScript(printed, simplified)).toBe(written))

  it('keeps characters without another form: Latin, digits, punctuation, kana, emoji', () => {
    const text = 'A4版 5G，10%……「かな」😀\ud83d'
    expect(inScript(text, traditional)).toBe(text)
    expect(inScript('', traditional)).toBe('')
  })

  it('always keeps its length', () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code))
    const unit = fc.oneof(
      han,
      fc.constantFrom(...'后发里干面系', '𠗣', '\ud83d', '\n'),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    )
    const text = fc.array(unit, { maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.constantFrom(traditional, simplified), (printed, table) => {
        expect(inScript(printed, table).length).toBe(printed.length)
      }),
      { numRuns: 60 },
    )
  })

  it('agrees with OpenCC on running text', () => {
    const printed =
      '清早六点，江面上还有一层薄雾，第一班渡船已经靠岸。船上的人有的提着菜篮，有的推着自行车，说着昨天的雨和今天的市价，船一碰岸，就都散进巷子里去了。报社里的编辑熬了一夜，头发乱了，面前摆着几只杯子，干了的茶叶贴在杯底。'
    const written = Converter({ from: 'cn', to: 't' })(printed)
    expect(inScript(printed, traditional)).toBe(written)
    expect(inScript(written, simplified)).toBe(Converter({ from: 't', to: 'cn' })(written))
  })
})

describe('a table that is cut down', () => {
  it('keeps the words that can’t be converted by character, and no others', () => {
    const table = parseScriptTable(thinScriptTable('头 頭|发 發|展 展', '头发 頭髮|发展 發展|头发展 頭髮展|长长 長'))
    expect([...table.words]).toEqual([['头发', '頭髮']])
    expect(inScript('头发发展', table)).toBe('頭髮發展')
  })
})
