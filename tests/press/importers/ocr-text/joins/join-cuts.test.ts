import { describe, expect, it } from 'vitest'
import { manuscriptOf } from '../imported-manuscript'

const read = (...passages: readonly string[]) => {
  const { articles, codes } = manuscriptOf(['2024年4月23日', ...passages].join('\n\n'))
  return { articles: articles.map(({ paragraphs, subheads }) => [...paragraphs, ...subheads]), codes }
}

const head = '本报讯（记者 张三）流动书屋昨天在南桥广场开放，居民可以免费借'
const other = '本报讯（记者 李四）区图书馆昨天宣布，夜读角从今天起亮灯到晚上十点，不用预约，坐满为止。'

describe('sentences cut at column ends', () => {
  it('are joined to the next passage', () => {
    const { articles, codes } = read('书屋开放', head, '阅图书，每次两本，十四天内归还即可，到期可以续借一次。')
    expect(articles).toEqual([
      ['流动书屋昨天在南桥广场开放，居民可以免费借阅图书，每次两本，十四天内归还即可，到期可以续借一次。'],
    ])
    expect(codes).toContain('ocr-joined')
  })

  it('end a paragraph where a space after the rest shows that a line ended there', () =>
    expect(
      read('书屋开放', head, '阅图书。 馆员说，每次可以借两本，十四天内归还即可，到期可以续借一次。').articles,
    ).toEqual([
      [
        '流动书屋昨天在南桥广场开放，居民可以免费借阅图书。',
        '馆员说，每次可以借两本，十四天内归还即可，到期可以续借一次。',
      ],
    ]))

  it('are joined past a picture', () =>
    expect(
      read(
        '书屋开放',
        head,
        '图为南桥广场上的流动书屋。\n记者 王五 摄',
        '阅图书，每次两本，十四天内归还即可，到期可以续借一次。',
      ).articles[0],
    ).toEqual(['流动书屋昨天在南桥广场开放，居民可以免费借阅图书，每次两本，十四天内归还即可，到期可以续借一次。']))

  it('are joined to a passage elsewhere that begins as no sentence does', () => {
    const { articles, codes } = read(
      '书屋开放',
      head,
      '夜读角亮灯',
      other,
      '阅。书屋每次可以借两本，十四天内归还即可，到期可以续借一次。',
    )
    expect(articles[0]?.join('')).toContain('居民可以免费借阅。书屋每次可以借两本')
    expect(articles[1]).toEqual([other.slice('本报讯（记者 李四）'.length)])
    expect(codes).toContain('ocr-moved-far')
  })

  it('are not joined to a paragraph elsewhere that may begin a sentence', () => {
    const { articles, codes } = read(
      '书屋开放',
      head,
      '夜读角亮灯',
      other,
      '馆方在门口加装了两盏路灯，并请保安护送晚归的读者走到车站。',
    )
    expect(articles.map(({ length }) => length)).toEqual([1, 2])
    expect(codes).toContain('ocr-cut-end')
  })

  it('are left to the other page where a jump line follows', () => {
    const { articles, codes } = read('书屋开放', `${head} ▶下转第三版`, '夜读角亮灯', other)
    expect(articles[0]).toEqual(['流动书屋昨天在南桥广场开放，居民可以免费借'])
    expect(codes).not.toContain('ocr-cut-end')
  })
})
