import { expect, it } from 'vitest'
import { flowOf } from '@/reader/article/article-flow'
import { growthOf, linear } from '../../support/growth'

const times = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, i) => item(i))

it.each([
  ['a paragraph each', (count: number) => times(count, () => ({ kind: 'paragraph' as const, leaves: ['版面'] }))],
  ['one list', (count: number) => [{ kind: 'list' as const, ordered: false, leaves: times(count, () => '版面') }]],
  ['one long line', (count: number) => [{ kind: 'paragraph' as const, leaves: ['版面。'.repeat(count)] }]],
])('prepares an article in time that grows with its leaves, marks and hits: %s', async (_, blocksOf) => {
  const growth = await growthOf(1000, (count) => {
    const blocks = blocksOf(count)
    const marks = times(count, (index) => ({ kind: 'strong' as const, from: 3 * index, to: 3 * index + 1 }))
    const lit = times(count, (index) => ({ from: 3 * index + 1, to: 3 * index + 2 }))
    return () => flowOf({ blocks, marks, seams: [] }, lit)
  })
  expect(growth).toBeLessThan(linear)
})

it('loses no character between marks and hits', () => {
  const [block] = flowOf(
    {
      blocks: [{ kind: 'paragraph', leaves: ['版面上的字'] }],
      marks: [{ kind: 'strong', from: 1, to: 4 }],
      seams: [],
    },
    [{ from: 0, to: 2 }],
  )
  expect(block?.leaves[0]?.items).toMatchObject([
    { text: '版', isLit: true, from: 0 },
    { text: '面', isLit: true, kind: 'strong', from: 1 },
    { text: '上的', isLit: false, kind: 'strong', from: 2 },
    { text: '字', isLit: false, from: 4 },
  ])
})
