import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown } from '@/press/importers/escape-markdown'

/** What Markdown makes of a text: the kinds of its blocks and the text in them. */
const read = (markdown: string) =>
  fromMarkdown(markdown).children.map((block) =>
    block.type === 'paragraph'
      ? block.children.map((one) => (one.type === 'text' ? one.value : `<${one.type}>`)).join('')
      : `<${block.type}>`,
  )

describe('text as Markdown', () => {
  it.each([
    '# 一',
    '- 二',
    '+',
    '1. 三',
    '12) 四',
    '> 五',
    '---',
    '===',
    '| 六 |',
    '```',
    '![图](a.svg)',
    '<b>',
    '&lt;',
    '~~七~~',
    '_八_',
    '**九**',
  ])('%s stays a paragraph of its own characters', (text) => expect(read(escapeMarkdown(text))).toEqual([text]))

  it('leaves ordinary text as it is', () =>
    expect(escapeMarkdown('2024年4月23日，第1-14楼（A座）：021-55550000，3.5%')).toBe(
      '2024年4月23日，第1-14楼（A座）：021-55550000，3.5%',
    ))

  it('reads back as written, whatever the text', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'字A1 #-+=*_`[]()<>!|&;~.\\:'), minLength: 1, maxLength: 12 }),
        (text) => {
          const line = text.trim().replace(/ +/g, ' ')
          fc.pre(line !== '')
          expect(read(escapeMarkdown(line))).toEqual([line])
        },
      ),
      { numRuns: 1000 },
    ))
})
