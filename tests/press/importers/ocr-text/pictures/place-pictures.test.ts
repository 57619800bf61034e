import { describe, expect, it } from 'vitest'
import { placePictures } from '@/press/importers/ocr-text/pictures/place-pictures'
import { renumber } from '@/press/importers/ocr-text/pictures/renumber'
import type { TitledArticle } from '@/press/importers/ocr-text/titles/titled-article'
import { clippingOf, passagesOf } from '../pages'

const article = (text: string, order: number): TitledArticle => ({
  title: { deck: [], doubts: [] },
  signatures: [],
  blocks: [{ kind: 'paragraph', clipping: clippingOf(text) }],
  order,
})
const bus = article('流动书屋昨天在南桥广场开放', 0)
const light = article('夜读角亮灯到晚上十点', 2)
const placed = (caption: string | undefined, articles: readonly TitledArticle[], order = 1) => {
  const picture = { order, ...(caption && { caption: clippingOf(caption) }) }
  return placePictures([picture], articles).get(picture)
}

describe('a picture', () => {
  it('belongs to the article it stands in where the caption speaks of it', () => {
    expect(placed('南桥广场上的流动书屋', [bus, light])).toBe(bus)
    expect(placed('晚上十点亮灯', [bus, light])).toBeUndefined()
  })

  it('stands for itself where another article fits as well', () =>
    expect(placed('南桥广场', [bus, article('南桥广场', 2)])).toBeUndefined())

  it('belongs to the only article', () => expect(placed('晚上十点亮灯', [bus])).toBe(bus))

  it('stands for itself without a caption or before every article', () => {
    expect(placed(undefined, [bus])).toBeUndefined()
    expect(placed('南桥广场上的流动书屋', [light], 1)).toBeUndefined()
  })
})

describe('numbers after repeats were removed', () => {
  it('are consecutive, and count the pictures', () => {
    const [first, , third, , fifth] = passagesOf('甲', '乙', '丙', '丁', '戊')
    const kept = [first, third, fifth].filter((passage) => passage !== undefined)
    const { passages, pictures } = renumber(kept, [{ order: 3 }])
    expect(passages.map(({ text, order }) => [text, order])).toEqual([
      ['甲', 0],
      ['丙', 1],
      ['戊', 3],
    ])
    expect(pictures).toEqual([{ order: 2 }])
  })
})
