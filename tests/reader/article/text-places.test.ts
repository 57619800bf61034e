import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { leavesOf } from '@/bundle/article-text'
import { rangeAt, textPlacesOf } from '@/reader/article/text-places'

const root = document.createElement('div')
document.body.append(root)
afterEach(() => root.replaceChildren())

const element = (name: string, ...children: (Node | string)[]): HTMLElement => {
  const made = document.createElement(name)
  made.append(...children)
  return made
}
const seam = (): HTMLElement => {
  const made = element('span', '此处由第一版转至第二版', element('a', '看第一版'))
  made.setAttribute('role', 'note')
  return made
}
const paragraph = (text: string) => ({ kind: 'paragraph' as const, leaves: [text] })

describe('where characters stand in the document', () => {
  it('counts over emphasis, over the seam, past a button, and past empty leaves', () => {
    const leaves = leavesOf([paragraph('报纸还是'), { ...paragraph(''), leaves: ['', '桥'] }, paragraph('那张报纸')])
    root.append(
      element('p', '报', element('strong', '纸'), seam(), '还是'),
      element('figure', element('button', '放大看图片'), element('figcaption', '桥')),
      element('p', '那张报纸'),
    )
    const places = textPlacesOf(root, leaves)
    expect(places.map(({ from, node }) => [from, node.data])).toEqual([
      [0, '报'],
      [1, '纸'],
      [2, '还是'],
      [6, '桥'],
      [8, '那张报纸'],
    ])
    expect(rangeAt(places, 9)?.toString()).toBe('张')
    // Between two paragraphs: the last character before.
    expect(rangeAt(places, 4)?.toString()).toBe('是')
    expect(rangeAt(places, 999)?.toString()).toBe('纸')
  })

  it('finds every character of any article at its offset, however its leaves are cut', () => {
    const leaf = fc.string({ unit: fc.constantFrom(...'报纸放进口袋'), maxLength: 12 })
    fc.assert(
      fc.property(
        fc.array(fc.array(leaf, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
        fc.nat(3),
        (texts, cut) => {
          const blocks = texts.map((leaves) => ({ kind: 'list' as const, ordered: false, leaves }))
          root.replaceChildren(
            ...blocks.map(({ leaves }) =>
              element(
                'ul',
                ...leaves.map((text) => element('li', text.slice(0, cut), element('strong', text.slice(cut)))),
              ),
            ),
          )
          const placed = leavesOf(blocks)
          const places = textPlacesOf(root, placed)
          for (const { from, text } of placed)
            [...text].forEach((character, at) => expect(rangeAt(places, from + at)?.toString()).toBe(character))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('is nowhere in an article without text', () => {
    expect(textPlacesOf(root, [])).toEqual([])
    expect(rangeAt([], 3)).toBeUndefined()
  })
})
