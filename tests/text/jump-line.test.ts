import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatContinuedFrom,
  formatContinuedOn,
  parseJumpLine,
  splitLeadingJump,
  splitTrailingJump,
} from '@/text/jump-line'

describe('jump lines', () => {
  it.each([
    ['▶下转第七版', '7'],
    ['（下转第二版）', '2'],
    ['（下转 第 三 版）', '3'],
    ['下转A07版', 'A7'],
    ['下转7版', '7'],
    ['下转７坂', '7'],
    ['（下接二版）', '2'],
    ['、（下接二版）'.slice(1), '2'],
    ['转3版', '3'],
    ['紧接第二版', '2'],
    ['下转第十二版', '12'],
    ['下转头版', '1'],
    ['下轉第4版', '4'],
    ['下转第55页', '55'],
    ['下转第３版《把整张报纸放进口袋》', '3'],
    ['下转第2、3版', '2'],
    ['（未完转第四版）', '4'],
  ])('%s goes on on page %s', (line, label) =>
    expect(parseJumpLine(line)).toMatchObject({ direction: 'on', labels: expect.arrayContaining([label]) }),
  )

  it.each([
    ['◀上接第一版', '1'],
    ['◀ 上接 A01 版', 'A1'],
    ['（上接A1版）', 'A1'],
    ['－－本文接第一版－－', '1'],
    ['接第一版', '1'],
    ['续接第5版', '5'],
    ['上接01版', '1'],
  ])('%s began on page %s', (line, label) =>
    expect(parseJumpLine(line)).toMatchObject({ direction: 'from', labels: [label] }),
  )

  it.each([
    ['详见第5版', '5'],
    ['全文见第3版', '3'],
    ['（详见4版）', '4'],
  ])('%s points to page %s and continues nothing', (line, label) =>
    expect(parseJumpLine(line)).toMatchObject({ direction: 'see', labels: [label] }),
  )

  it.each([
    '转载',
    '转发',
    '下转型',
    '上接口',
    '连载之三',
    '见3版广告',
    '接电话',
    '转3号线',
    '',
    '下转',
    '转告第三版的读者',
    '接3',
  ])('does not take %j for a jump line', (text) => expect(parseJumpLine(text)).toBeUndefined())

  it('keeps the title that a line names', () => expect(parseJumpLine('下转第３版《放进口袋》')?.title).toBe('放进口袋'))

  it.each([
    ['共建科研和产业阵地。 ▶下转第七版', '共建科研和产业阵地。', '▶下转第七版'],
    ['尚在進行中、（下接二版）', '尚在進行中、', '（下接二版）'],
    ['推动中国式现代化 转3版', '推动中国式现代化', '转3版'],
    ['他转身离去，（下转第二版）', '他转身离去，', '（下转第二版）'],
  ])('takes the line off the end of %j', (paragraph, text, line) =>
    expect(splitTrailingJump(paragraph)).toMatchObject({ text, line }),
  )

  it.each(['他把车开到第三版', '文章转载自本报。', '乘客请在此转3号线', '请转告第三版'])(
    'leaves %j alone',
    (paragraph) => expect(splitTrailingJump(paragraph)).toBeUndefined(),
  )

  it.each([
    ['（上接第一版）他说，报纸还在。', '他说，报纸还在。'],
    ['－－本文接第一版－－', ''],
    ['◀ 上接 A01 版 他说', '他说'],
  ])('takes the line off the head of %j', (paragraph, text) => expect(splitLeadingJump(paragraph)?.text).toBe(text))

  it.each(['接第三棒的是她', '接电话的人', '上接口处'])('leaves the head of %j alone', (paragraph) =>
    expect(splitLeadingJump(paragraph)).toBeUndefined(),
  )

  it('reads back every line that it writes', () =>
    fc.assert(
      fc.property(
        fc.nat(98),
        fc.constantFrom('', 'A', 'B', 'T'),
        fc.constantFrom('zh-Hans', 'zh-Hant'),
        (no, prefix, lang) => {
          const label = `${prefix}${no + 1}`
          expect(parseJumpLine(formatContinuedOn(label, lang))).toEqual({ direction: 'on', labels: [label] })
          expect(parseJumpLine(formatContinuedFrom(label))).toEqual({ direction: 'from', labels: [label] })
        },
      ),
    ))
})
