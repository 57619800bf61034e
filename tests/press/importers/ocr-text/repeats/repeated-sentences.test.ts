import { describe, expect, it } from 'vitest'
import { removeRepeatedSentences } from '@/press/importers/ocr-text/repeats/repeated-sentences'
import { runPass } from '../pages'

const first = '流动书屋由退役公交车改装，车厢两侧是可以放下的书架，尾部设有一张阅读桌。'
const second = '书屋的行车时刻表贴在各居委会的公告栏里，也可以在手机上查询，雨雪天气提前通知。'
const third = '馆员随车服务，除了办理借还，还会在傍晚为孩子讲故事，周末另有朗读会。'
const remove = (...texts: readonly string[]) => runPass(removeRepeatedSentences, ...texts)

describe('sentences that stand twice', () => {
  it('go where they stand the second time', () =>
    expect(remove(first + second, third + first)).toMatchObject({ texts: [first + second, third], closed: [first] }))

  it('take their passage with them where it has no other text', () =>
    expect(remove(first + second, first).texts).toEqual([first + second]))

  it('give their end to a sentence that breaks off', () =>
    expect(remove(second + first.slice(0, 30), third + first)).toMatchObject({
      texts: [second + first, third],
      codes: ['ocr-removed-twin', 'ocr-restored'],
    }))

  it('stay where they carry the report head: the other goes', () => {
    const report = `本报讯（记者 张三）${first}`
    expect(remove(first + second, report + third).texts).toEqual([second, report + third])
  })

  it('stay where two articles differ in a letter', () => {
    const [one, other] = [`本报讯（记者 张三）${third}${first}`, `本报讯（记者 李四）${second}`]
    expect(remove(one, other + first).texts).toEqual([one, other])
    expect(remove(one, other + first.replace('阅读桌', '读书桌')).closed).toEqual([])
  })
})
