import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { leavesOf } from '@/bundle/article-text'
import { rangeAt } from '@/reader/article/reading-line'
import { placedTextsIn } from '@/reader/ui/text-places'

const root = document.createElement('div')
document.body.append(root)
afterEach(() => root.replaceChildren())

const element = (name: string, ...children: (Node | string)[]): HTMLElement => {
  const made = document.createElement(name)
  made.append(...children)
  return made
}
/** A stretch of the article's text, as `FlowText.vue` draws it. */
const stretch = (name: string, text: string, from: number): HTMLElement => {
  const made = element(name, text)
  made.setAttribute('data-from', String(from))
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
    const [first, , bridge, last] = leavesOf([
      paragraph('报纸还是'),
      { ...paragraph(''), leaves: ['', '桥'] },
      paragraph('那张报纸'),
    ]).map(({ from }) => from)
    root.append(
      element('p', stretch('span', '报', first ?? 0), stretch('strong', '纸', 1), seam(), stretch('span', '还是', 2)),
      element('figure', element('button', '放大看图片'), element('figcaption', stretch('span', '桥', bridge ?? 0))),
      element('p', stretch('span', '那张报纸', last ?? 0)),
    )
    const stretches = placedTextsIn(root)
    expect(stretches.map(({ from, node }) => [from, node.data])).toEqual([
      [0, '报'],
      [1, '纸'],
      [2, '还是'],
      [6, '桥'],
      [8, '那张报纸'],
    ])
    expect(rangeAt(stretches, 9)?.toString()).toBe('张')
    // Between two paragraphs: the last character before.
    expect(rangeAt(stretches, 4)?.toString()).toBe('是')
    expect(rangeAt(stretches, 999)?.toString()).toBe('纸')
  })

  it('finds every character of any article at its offset, however its leaves are cut', () => {
    const leaf = fc.string({ unit: fc.constantFrom(...'报纸放进口袋'), maxLength: 12 })
    fc.assert(
      fc.property(
        fc.array(fc.array(leaf, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
        fc.nat(3),
        (texts, cut) => {
          const placed = leavesOf(texts.map((leaves) => ({ kind: 'list' as const, ordered: false, leaves })))
          root.replaceChildren(
            ...placed.map(({ from, text }) =>
              element(
                'li',
                stretch('span', text.slice(0, cut), from),
                stretch('strong', text.slice(cut), from + Math.min(cut, text.length)),
              ),
            ),
          )
          const stretches = placedTextsIn(root)
          for (const { from, text } of placed)
            [...text].forEach((character, at) => expect(rangeAt(stretches, from + at)?.toString()).toBe(character))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('is nowhere in an article without text', () => {
    expect(placedTextsIn(root)).toEqual([])
    expect(rangeAt([], 3)).toBeUndefined()
  })
})
