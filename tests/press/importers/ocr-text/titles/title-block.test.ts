import { describe, expect, it } from 'vitest'
import { clippingsOfTitle, mergeTitleBlocks, titleBlockOf } from '@/press/importers/ocr-text/titles/title-block'
import { clippingOf } from '../pages'

/** The parts of a title block given as lines, with some folded text of the page. */
const read = (lines: readonly string[], pageText = '') => {
  const { kicker, headline, deck, names, doubts } = titleBlockOf(lines.map(clippingOf), pageText)
  return {
    kicker: kicker?.text,
    headline: headline?.text,
    deck: deck.map(({ text }) => text),
    names: names?.text,
    isSure: doubts.length === 0,
  }
}

describe('the parts of a title block', () => {
  it('is a headline where there is one line', () =>
    expect(read(['流动书屋今天上路'])).toMatchObject({
      kicker: undefined,
      headline: '流动书屋今天上路',
      deck: [],
      isSure: true,
    }))

  it('is kicker and headline where there are two', () =>
    expect(read(['让书走到家门口 让人坐下来读完', '流动书屋今天上路'])).toMatchObject({
      kicker: '让书走到家门口 让人坐下来读完',
      headline: '流动书屋今天上路',
      isSure: true,
    }))

  it('takes a third line for the deck, and doubts it', () =>
    expect(read(['书香满城', '流动书屋今天上路', '十辆车开往十个街镇'])).toMatchObject({
      headline: '流动书屋今天上路',
      deck: ['十辆车开往十个街镇'],
      isSure: false,
    }))

  it.each(['周八主持 吴九郑十出席并讲话', '周八吴九郑十讲话', '——记城西区图书馆夜读角'])('knows the deck %s', (line) =>
    expect(read(['流动书屋今天上路', line])).toMatchObject({
      headline: '流动书屋今天上路',
      deck: [line],
      isSure: true,
    }),
  )

  it('is a deck alone where the headline was lost', () =>
    expect(read(['周八吴九讲话 郑十出席'])).toMatchObject({ headline: undefined, deck: ['周八吴九讲话 郑十出席'] }))

  it('parts a line with the occasion first and the deck last', () =>
    expect(read(['2024读书节工作会议召开 坚持就近便利 让家家门口有书读 周八主持 吴九出席'])).toMatchObject({
      kicker: '2024读书节工作会议召开',
      headline: '坚持就近便利 让家家门口有书读',
      deck: ['周八主持 吴九出席'],
      isSure: false,
    }))

  it('parts a line that begins with a name of the page', () =>
    expect(read(['城西区图书馆 首批流动书屋今天上路'], '昨天城西区图书馆开放城西区图书馆说')).toMatchObject({
      kicker: '城西区图书馆',
      headline: '首批流动书屋今天上路',
    }))

  it.each(['旧书换绿植 一本换一盆', '首批A4书屋 今天上路', '行人绕行 公交三条线路改道'])('leaves %s whole', (line) =>
    expect(read([line], '绕行')).toMatchObject({ kicker: undefined, headline: line, isSure: true }),
  )

  it('takes a last line of names for the signature', () =>
    expect(read(['河边的书摊', '张三'])).toMatchObject({ headline: '河边的书摊', names: '张三' }))
})

describe('two title blocks of one article', () => {
  const blockOf = (...lines: readonly string[]) => titleBlockOf(lines.map(clippingOf), '')

  it('complete each other', () => {
    const { headline, deck, names, doubts } = mergeTitleBlocks(
      blockOf('流动书屋今天上路', '张三'),
      blockOf('——记夜读角'),
    )
    expect([headline?.text, deck.map(({ text }) => text), names?.text, doubts]).toEqual([
      '流动书屋今天上路',
      ['——记夜读角'],
      '张三',
      [],
    ])
  })

  it('lose no line where both have the same part', () => {
    const merged = mergeTitleBlocks(
      blockOf('书香满城', '流动书屋今天上路', '张三'),
      blockOf('让书走到家门口', '夜读角亮灯', '李四'),
    )
    expect(merged.doubts).toEqual(['two titles over one text'])
    expect(clippingsOfTitle(merged).map(({ text }) => text)).toEqual([
      '书香满城',
      '流动书屋今天上路',
      '让书走到家门口',
      '夜读角亮灯',
      '李四',
      '张三',
    ])
  })
})
