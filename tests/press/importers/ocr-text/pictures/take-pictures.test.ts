import { describe, expect, it } from 'vitest'
import { Ledger } from '@/press/importers/ocr-text/ledger'
import { readPassages } from '@/press/importers/ocr-text/passages/read-passages'
import { takePictures } from '@/press/importers/ocr-text/pictures/take-pictures'

const text = '流动书屋由退役公交车改装，车厢两侧是可以放下的书架，尾部设有一张能坐六个人的阅读桌。'
const take = (...lines: readonly string[]) => {
  const raw = lines.join('\n\n')
  const ledger = new Ledger(raw, 'page.txt')
  const { pictures, rest } = takePictures(readPassages(raw), ledger)
  return {
    pictures: pictures.map(({ caption, credit, order }) => [caption?.text, credit?.text, order]),
    rest: rest.map((passage) => passage.printed.map((clipping) => clipping.text).join('')),
    codes: ledger.findings.map(({ code }) => code),
  }
}

describe('pictures', () => {
  it('have a caption before a credit on a line of its own', () =>
    expect(take(text, '读书节开幕式现场。', '记者 王五 摄')).toEqual({
      pictures: [['读书节开幕式现场。', '记者 王五 摄', 2]],
      rest: [text],
      codes: [],
    }))

  it('have caption and credit in one passage', () =>
    expect(take('读书节开幕式现场。（王五 摄）', text).pictures).toEqual([['读书节开幕式现场。', '（王五 摄）', 0]]))

  it('have a caption alone where it begins as captions do', () => {
    expect(take(text, '图为读书节开幕式现场。').pictures).toEqual([['图为读书节开幕式现场。', undefined, 1]])
    expect(take(text, '图为现场。').pictures).toEqual([])
  })

  it('find their caption past a repeat of the text', () =>
    expect(take(text, '读书节开幕式现场。', text.slice(0, 38), '记者 王五 摄').pictures).toEqual([
      ['读书节开幕式现场。', '记者 王五 摄', 3],
    ]))

  it('are doubted with a credit alone', () =>
    expect(take(`${text}${text}${text}`, '记者 王五 摄')).toMatchObject({
      pictures: [[undefined, '记者 王五 摄', 1]],
      codes: ['ocr-doubtful'],
    }))

  it('leave a jump line behind', () =>
    expect(take(text, '读书节开幕式现场。', '记者 王五 摄 ▶下转第三版').rest).toEqual([text, '▶下转第三版']))
})
