import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfmTable } from 'micromark-extension-gfm-table'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '@/press/importers/manuscript/parse-markdown'
import { growthOf, linear } from '../../../support/growth'

/** Kind, line and content of each block, all the way down. */
interface Shape {
  readonly type: string
  readonly lines: readonly (number | undefined)[]
  readonly value: unknown
  readonly inner: readonly Shape[]
}
interface Node {
  readonly type: string
  readonly value?: unknown
  readonly children?: readonly Node[]
  readonly position?: { readonly start: { readonly line: number }; readonly end: { readonly line: number } } | undefined
}
const shapesOf = (nodes: readonly Node[]): Shape[] =>
  nodes.map(({ type, value, children = [], position }) => ({
    type,
    lines: [position?.start.line, position?.end.line],
    value,
    inner: shapesOf(children),
  }))
const atOnce = (text: string): readonly Node[] =>
  fromMarkdown(text, {
    extensions: [gfmTable(), cjkFriendlyExtension()],
    mdastExtensions: [gfmTableFromMarkdown()],
  }).children

const lines = [
  '桥头的灯亮了。',
  '**灯**亮了',
  '',
  '',
  '## 小标题',
  '小标题',
  '---',
  '===',
  '- 甲',
  '  乙',
  '1. 一',
  '2) 二',
  '> 引文',
  '| 一 | 二 |',
  '|---|---|',
  '```verse',
  '```',
  '~~~~',
  '~~~',
  '    四格',
  '\t一格',
  '* * *',
  '<!-- cut: 7 -->',
  '#',
  '-',
]

/** Blocks of which none reaches far, so that a text of them is parted often. */
const blocks = [
  '灯亮了\n\n',
  '## 小标题\n',
  '小标题\n---\n',
  '- 甲\n\n- 乙\n\n',
  '> 引文\n\n',
  '```verse\n桥上\n\n桥下\n```\n',
  '|一|\n|-|\n\n',
]
const isSameAtOnce = (text: string): void => {
  expect(shapesOf(parseMarkdown(text))).toEqual(shapesOf(atOnce(text)))
}

describe('a long text in Markdown', () => {
  it.each([
    [
      'of any lines',
      fc.array(fc.constantFrom(...lines), { minLength: 300, maxLength: 700 }).map((all) => all.join('\n')),
    ],
    [
      'of short blocks',
      fc.array(fc.constantFrom(...blocks), { minLength: 300, maxLength: 400 }).map((all) => all.join('')),
    ],
    [
      'with HTML and fences in lists',
      fc
        .array(fc.constantFrom(...blocks, '<div>\n', '<pre>\n', '- 甲\n  ```\n', ' ~~~\n'), {
          minLength: 300,
          maxLength: 400,
        })
        .map((all) => all.join('')),
    ],
  ])('means in pieces what it means at once, line by line: %s', (_, texts) =>
    fc.assert(fc.property(texts, isSameAtOnce), { numRuns: 12 }),
  )

  it.each([
    ['underlined headings', ' 2\n---\n'],
    ['quotations', '> 引文\n\n'],
    ['headings', '## 小标题\n'],
    ['tables', '一|二\n-|-\n三|四\n\n'],
  ])('takes as long for each of many %s as for each of few', async (_, block) =>
    expect(
      await growthOf(200, (count) => {
        const text = block.repeat(count)
        return () => parseMarkdown(text)
      }),
    ).toBeLessThan(linear),
  )
})
