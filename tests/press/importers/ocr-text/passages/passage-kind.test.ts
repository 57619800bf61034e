import { describe, expect, it } from 'vitest'
import { looksLikeTitle } from '@/press/importers/ocr-text/passages/passage-kind'

describe('a line that looks like a title', () => {
  it.each([
    '书香满城',
    '孩子们，来读书吧！谁来？',
    '城西区召开全民读书节工作会议',
    '校园书香共建签约仪式举行 三年配齐每个班级的图书角 让孩子伸手就能拿到书 周八主持 吴九郑十出席并讲话',
  ])('%s', (line) => expect(looksLikeTitle(line)).toBe(true))

  it.each([
    ['a full stop', '书屋昨天开放。'],
    ['a comma at its end', '书屋昨天开放，'],
    ['a colon at its end', '馆员说：'],
    ['three commas', '读书，读报，读诗，读史书和小说'],
    ['a comma and too few letters', '开放，读书'],
    ['a comma and too many letters', `${'书'.repeat(20)}，${'书'.repeat(20)}`],
    ['too many letters in one part', '书'.repeat(43)],
    ['too many letters in two parts', `${'书'.repeat(30)} ${'书'.repeat(30)}`],
    ['a part of too many letters', `${'书'.repeat(33)} 十辆流动书屋 今天上路`],
    ['no letters', '——'],
  ])('has not %s', (_, line) => expect(looksLikeTitle(line)).toBe(false))
})
