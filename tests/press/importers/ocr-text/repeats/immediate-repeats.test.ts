import { describe, expect, it } from 'vitest'
import { removeImmediateRepeats } from '@/press/importers/ocr-text/repeats/immediate-repeats'
import { manuscriptOf } from '../imported-manuscript'
import { runPass } from '../pages'

const read = (...passages: readonly string[]) => {
  const { articles } = manuscriptOf(['2024年4月23日', ...passages].join('\n\n'))
  return articles.map(({ paragraphs, subheads }) => [...paragraphs, ...subheads])
}

const head = '本报讯（记者 张三）流动书屋昨天在南桥广场开放，居民可以免费借'

describe('text read twice in a row', () => {
  it('stands once', () =>
    expect(
      read('书屋开放', `${head}阅，借满五本送一枚书签，借满五本送一枚书签，借满五本送一枚书签，送完为止。`)[0]?.join(
        '',
      ),
    ).toBe('流动书屋昨天在南桥广场开放，居民可以免费借阅，借满五本送一枚书签，送完为止。'))

  it('may begin the next sentence with the same words', () => {
    const text = '他们说的都是流动书屋的行车时刻表。流动书屋的行车时刻表贴在各居委会的公告栏里，也可以在手机上查询。'
    expect(read('书屋开放', `本报讯（记者 张三）${text}`)[0]).toEqual([text])
  })
})

describe('the pass over text read twice in a row', () => {
  const phrase = '借满五本送一枚书签，'

  it('closes every copy but the last', () => {
    const { texts, closed } = runPass(removeImmediateRepeats, `书屋开放，${phrase}${phrase}${phrase}送完为止。`)
    expect(texts).toEqual([`书屋开放，${phrase}送完为止。`])
    expect(closed).toEqual([phrase + phrase])
  })

  it('leaves fewer than eight letters', () =>
    expect(runPass(removeImmediateRepeats, '一步一步，好好学习好好学习，书屋开放。').closed).toEqual([]))
})
