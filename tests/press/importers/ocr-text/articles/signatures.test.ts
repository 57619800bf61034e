import { describe, expect, it } from 'vitest'
import { readFoot, readHead, readSignatureLine } from '@/press/importers/ocr-text/articles/signatures'
import { clippingOf } from '../pages'

describe('signatures', () => {
  it.each([
    ['本报讯（记者 张三）书屋开放。', '记者 张三', undefined, '本报讯（记者 张三）'],
    [
      '城西社南桥4月22日电（记者 张三）书屋开放。',
      '记者 张三',
      '城西社南桥4月22日电',
      '城西社南桥4月22日电（记者 张三）',
    ],
    ['本报讯 书屋开放。', undefined, undefined, '本报讯'],
    ['书屋开放。', undefined, undefined, undefined],
  ])('at the head of %s', (text, byline, dateline, signature) => {
    const read = readHead(clippingOf(text))
    expect([read.byline, read.dateline]).toEqual([byline, dateline])
    expect(read.signatures[0]?.text).toBe(signature)
    expect(read.body.text).toBe('书屋开放。')
  })

  it('at the end of a text', () => {
    const read = readFoot(clippingOf('书屋开放。 （通讯员 张三） '))
    expect([read?.byline, read?.body.text]).toEqual(['通讯员 张三', '书屋开放。'])
  })

  it.each(['书屋开放。', '书屋开放（座位六十个）', '（记者 张三）'])('none at the end of %s', (text) =>
    expect(readFoot(clippingOf(text))).toBeUndefined(),
  )

  it('on a line of their own', () => {
    const read = readSignatureLine(clippingOf('（张三）'))
    expect([read.byline, read.body.isEmpty, read.signatures.length]).toEqual(['张三', true, 1])
  })
})
