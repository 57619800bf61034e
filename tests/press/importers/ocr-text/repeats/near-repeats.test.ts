import { describe, expect, it } from 'vitest'
import { removeNearRepeats } from '@/press/importers/ocr-text/repeats/near-repeats'
import { runPass } from '../pages'

const text =
  '流动书屋由退役公交车改装，车厢两侧是可以放下的书架，尾部设有一张能坐六个人的阅读桌。馆员随车服务，除了办理借还，还会讲故事。'
const other = '书屋的行车时刻表贴在各居委会的公告栏里，也可以在手机上查询，遇到雨雪天气会提前一天通知停开。'
const remove = (...texts: readonly string[]) =>
  runPass((passages, ledger) => removeNearRepeats(passages, [], ledger), ...texts)

describe('passages that repeat another with damage', () => {
  it('give their jump line to an original that ends as they do and has none', () => {
    const { passages, closed } = remove(text, other, `${text.slice(20)} ▶下转第三版`)
    expect(passages.map(({ jump }) => jump?.text)).toEqual(['▶下转第三版', undefined])
    expect(closed).toEqual([text.slice(20)])
  })

  it('go with a jump line that the original has too', () =>
    expect(remove(`${text} ▶下转第三版`, other, `${text.slice(20)} ▶下转第三版`).closed).toEqual([
      text.slice(20),
      '▶下转第三版',
    ]))

  it('go where they stand before their original, if they are a short scrap of it', () =>
    expect(remove(text.slice(22, 41), other, text).texts).toEqual([other, text]))

  it('keep their place where they are most of it, and are mended', () =>
    expect(remove(text.slice(0, 44), other, text).texts).toEqual([text, other]))

  it('may be a scrap that looks like a title', () => {
    const scrap = text.slice(0, 26)
    expect(remove(text, other, scrap)).toMatchObject({ texts: [text, other], closed: [scrap] })
  })

  it('leave a title that was glued to them in their place', () =>
    expect(remove(text, `每周可以换书 ${text.slice(9)}`, other).texts).toEqual([text, '每周可以换书', other]))

  it('may repeat text that is no passage any more', () => {
    const caption = '流动书屋在南桥广场'
    const { texts } = runPass(
      (passages, ledger) => removeNearRepeats(passages, [caption], ledger),
      text,
      other,
      `${caption}。${text.slice(9)}`,
    )
    expect(texts).toEqual([text, other])
  })
})
