import { describe, expect, it } from 'vitest'
import { fieldsIn } from '@/press/importers/ocr-text/masthead/printed-fields'

const read = (text: string) =>
  fieldsIn(text).map(({ name, label, value }) => (label ? [name, value, label] : [name, value]))

describe('fields of a masthead', () => {
  it.each([
    [
      '2024年4月23日 星期二',
      [
        ['date', '2024-04-23'],
        ['weekday', '星期二'],
      ],
    ],
    [
      '农历三月十五 总第四四八九期',
      [
        ['lunar_date', '农历三月十五'],
        ['serial_no', '总第四四八九期'],
      ],
    ],
    [
      '甲辰年闰四月初一 第45期',
      [
        ['lunar_date', '甲辰年闰四月初一'],
        ['issue_no', '第45期'],
      ],
    ],
    ['A04版 文化', [['page', 'A04版 文化']]],
    [
      '“城西读书”微信公众号 城西读书App',
      [
        ['channels', '“城西读书”微信公众号'],
        ['channels', '城西读书App'],
      ],
    ],
    [
      '社址:书院路18号 3楼 电话：12345转8',
      [
        ['address', '书院路18号 3楼', '社址'],
        ['hotline', '12345转8', '电话'],
      ],
    ],
    ['官方网站：http://www.example.cn/x', [['site', 'http://www.example.cn/x', '官方网站']]],
    ['国内统一刊号:CN31-0001', [['permit', 'CN31-0001', '国内统一刊号']]],
    [
      '责编 张三 李四 美编 王五',
      [
        ['editors', '张三 李四', '责编'],
        ['editors', '王五', '美编'],
      ],
    ],
    [
      '总编辑/李 四  版式设计：王五、赵六 内部资料',
      [
        ['editors', '李 四', '总编辑'],
        ['editors', '王五、赵六', '版式设计'],
        ['notice', '内部资料'],
      ],
    ],
    [
      '零售每份1.00元 邮编:200000',
      [
        ['notice', '零售每份1.00元'],
        ['notice', '200000', '邮编'],
      ],
    ],
  ])('reads %s', (text, fields) => expect(read(text)).toEqual(fields))

  it.each(['图书馆周一闭馆', '星期二读书会开讲', '书香满城', '他说到期还书'])('finds none in %s', (text) =>
    expect(read(text)).toEqual([]),
  )
})
