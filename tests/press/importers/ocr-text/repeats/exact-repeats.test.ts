import { describe, expect, it } from 'vitest'
import { removeExactRepeats } from '@/press/importers/ocr-text/repeats/exact-repeats'
import { runPass } from '../pages'

const text = '流动书屋由退役公交车改装，车厢两侧是可以放下的书架。'
const other = '书屋的行车时刻表贴在各居委会的公告栏里。'
const remove = (...texts: readonly string[]) => runPass(removeExactRepeats, ...texts)

describe('passages that repeat another letter for letter', () => {
  it('are closed in the ledger', () =>
    expect(remove(text, other, text.replace('，', ','))).toMatchObject({
      texts: [text, other],
      closed: [text.replace('，', ',')],
      codes: ['ocr-removed-twin'],
    }))

  it('stay where they are short', () => expect(remove('简讯', text, '简讯', other).closed).toEqual([]))

  it('take a short line with them that follows the original too', () =>
    expect(remove(text, '简讯', other, text, '简讯').closed).toEqual([text, '简讯']))

  it('stay where they are a signature', () =>
    expect(remove('本报讯（通讯员 张三丰）', text, '本报讯（通讯员 张三丰）', other).closed).toEqual([]))

  it('are kept where they stand over a credit: that is the caption', () => {
    const caption = '第九届城西区全民读书节开幕式现场'
    expect(remove(caption, text, caption, '记者 王五 摄').texts).toEqual([text, caption, '记者 王五 摄'])
  })

  it('give their jump line to an original without one', () => {
    const { passages, closed } = remove(text, other, `${text} ▶下转第三版`)
    expect(passages.map(({ jump }) => jump?.text)).toEqual(['▶下转第三版', undefined])
    expect(closed).toEqual([text])
  })

  it('go with their jump line where the original has one', () =>
    expect(remove(`${text} ▶下转第三版`, other, `${text} ▶下转第三版`).closed).toEqual([text, '▶下转第三版']))
})
