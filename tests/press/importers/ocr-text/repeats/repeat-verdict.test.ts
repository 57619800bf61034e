import { describe, expect, it } from 'vitest'
import { judgeRepeat, type RepeatSituation } from '@/press/importers/ocr-text/repeats/repeat-verdict'
import { clippingOf } from '../pages'

const original =
  '流动书屋由退役公交车改装，车厢两侧是可以放下的书架，尾部设有一张能坐六个人的阅读桌。馆员随车服务，除了办理借还，还会在傍晚为孩子讲故事。'
const situation: RepeatSituation = {
  known: { titles: [], texts: [] },
  isOpen: true,
  isHead: false,
  mayHoldTitle: true,
  leftOverShare: 0,
}

const judge = (repeat: string, kept = original, changes: Partial<RepeatSituation> = {}) => {
  const clipping = clippingOf(repeat)
  const verdict = judgeRepeat(clipping, clippingOf(kept), { ...situation, ...changes })
  const textOf = ({ from, to }: { readonly from: number; readonly to: number }) => clipping.sliceLetters(from, to).text
  return (
    verdict && {
      inserts: verdict.inserts.map(textOf),
      ...(verdict.prelude && { prelude: textOf(verdict.prelude) }),
      ...(verdict.extension && { extension: textOf(verdict.extension) }),
      leftOvers: verdict.leftOvers.map(textOf),
      loose: verdict.loose.map(textOf),
      isRunOn: verdict.isRunOn,
    }
  )
}
const nothingLeft = { inserts: [], leftOvers: [], loose: [], isRunOn: false }

describe('a repeat', () => {
  it.each([
    ['the same text', original],
    ['its beginning', original.slice(0, 44)],
    ['its end', original.slice(20)],
    ['a letter misread', original.replace('傍晚', '旁晚')],
  ])('may be %s', (_, repeat) => expect(judge(repeat)).toEqual(nothingLeft))

  it('gives back what stands between two letters of the original', () =>
    expect(judge(original, original.replace('尾部设有一张能坐六个人的阅读桌。', ''))).toMatchObject({
      inserts: ['，尾部设有一张能坐六个人的阅读桌。'],
    }))

  it('gives back the beginning and the end that the original lost', () => {
    expect(judge(original, original.slice(16))).toMatchObject({ prelude: '流动书屋由退役公交车改装，车厢两' })
    expect(judge(original, original.slice(0, 44))).toMatchObject({ extension: original.slice(44) })
  })

  it('may end in known text where a jump line follows the original, but not in text of its own', () => {
    const known = { titles: [], texts: ['为孩子讲故事'] }
    const cut = original.slice(0, original.indexOf('为孩子'))
    expect(judge(original, cut, { isOpen: false, known })).toEqual(nothingLeft)
    expect(judge(original, cut, { isOpen: false })).toMatchObject({ loose: ['为孩子讲故事。'] })
    expect(judge(original, original.slice(0, 30), { isOpen: false })).toBeUndefined()
  })

  it('leaves a title that is glued before it', () => {
    const tail = original.slice(9)
    expect(judge(`每周可以换书 ${tail}`)).toMatchObject({ leftOvers: ['每周可以换书 '], isRunOn: false })
    expect(judge(`每周可以换书${tail}`)).toMatchObject({ leftOvers: ['每周可以换书'], isRunOn: true })
    expect(judge(`每周可以换书${tail}`, original, { mayHoldTitle: false })).toMatchObject({ loose: ['每周可以换书'] })
  })

  it('takes words before the original for its lost beginning, if no sentence ends between', () =>
    expect(judge(`每周可以换书 ${original}`)).toMatchObject({ prelude: '每周可以换书 ', leftOvers: [] }))

  it('leaves whole sentences as far as the situation lets it', () => {
    const more = `${original}书屋的行车时刻表贴在各居委会的公告栏里。`
    expect(judge(more)).toBeUndefined()
    expect(judge(more, original, { leftOverShare: 0.5 })).toMatchObject({
      leftOvers: ['。书屋的行车时刻表贴在各居委会的公告栏里。'],
    })
  })
})

describe('no repeat', () => {
  it.each([
    ['other text', '夜读角从今天起亮灯到晚上十点，不用预约，坐满为止，灯光到晚上十点。'],
    ['too much text of its own', `${original.slice(0, 30)}亮灯到晚上十点不用预约坐满为止灯光到晚上十点`],
    ['too many letters misread', original.replaceAll(/[的书车]/gu, '口')],
  ])('is %s', (_, repeat) => expect(judge(repeat)).toBeUndefined())

  it('is an entry of a list that differs in a number', () => {
    const entry = '5月3日上午九点在区图书馆一楼报告厅举办公开讲座，凭票入场。'
    expect(judge(entry.replace('3', '4'), entry)).toBeUndefined()
  })

  it('is a report whose head the original does not have', () => {
    const report = `本报讯（记者 张三）${original}`
    expect(judge(report, original, { isHead: true })).toBeUndefined()
    expect(judge(report, report, { isHead: true })).toEqual(nothingLeft)
  })
})
