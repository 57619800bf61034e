import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { articleId } from '@/bundle/ids'
import { boxOf } from '@/bundle/set-runs'
import type { RunStyle } from '@/bundle/setting'
import { levelColumns } from '@/press/typeset/copyfit/fill-columns'
import { withSubheadAir } from '@/press/typeset/copyfit/subhead-air'
import { rowsOf, type FlowItem, type FlowLine } from '@/press/typeset/lines/flow-item'
import { articleFile } from '../../support/manuscript'
import { setFiles } from '../../support/set-issue'
import { settingFaults } from '../../support/setting-faults'

const lineOf = (style: RunStyle, leafFrom: number, rows: number): FlowLine => ({
  kind: 'line',
  article: v.parse(articleId, 'aaa111'),
  from: leafFrom,
  leafFrom,
  style,
  line: { count: 10, spacing: 0, indent: 0 },
  size: 300,
  inset: 0,
  drop: 0,
  rows,
  keepsNext: style === 'subhead',
})
const textOf = (rows: number): FlowLine[] => Array.from({ length: rows }, (_, index) => lineOf('body', index, 1))

describe('the columns of an article', () => {
  it('end on one level beside a picture that is higher than the text', () => {
    const { height, columns } = levelColumns(textOf(20), [0, 0, 30, 30])
    expect(height).toBe(30)
    expect(columns.map(rowsOf)).toEqual([10, 10, 0, 0])
  })

  it('end on one level under whatever takes their heads, and lose no line', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 }),
        (rows, taken) => {
          const text = textOf(rows)
          const { height, columns } = levelColumns(text, taken)
          expect(columns.flat()).toEqual(text)
          const feet = columns.map((items, column) => (taken[column] ?? 0) + rowsOf(items))
          expect(Math.max(...feet)).toBeLessThanOrEqual(height)
          const level = Math.max(...feet.filter((_, column) => (columns[column]?.length ?? 0) > 0))
          for (const foot of feet) expect(foot).toBeGreaterThanOrEqual(level - 1)
          expect(height).toBe(Math.max(level, ...taken))
        },
      ),
    ))
})

describe('air above subheads', () => {
  it('is a row each, also of one that has two lines', () => {
    const items: FlowItem[] = [
      ...textOf(3),
      lineOf('subhead', 40, 2),
      lineOf('subhead', 40, 1),
      ...textOf(3),
      lineOf('subhead', 60, 2),
      lineOf('subhead', 80, 2),
    ]
    const aired = withSubheadAir(items)
    expect(aired.filter(({ kind }) => kind !== 'air')).toEqual(items)
    expect(aired.map(({ kind }) => kind).join(' ')).toBe(
      'line line line air line line line line line air line air line',
    )
  })

  /** For each subhead with text above it in its column, whether there is air between. */
  const airsOf = async (sentences: number, picture: { readonly width: number; readonly height: number }) => {
    const parts = ['一', '二', '三'].map((part) => `## ${part}\n\n${'一段话，说一件平常的事。'.repeat(sentences)}`)
    const set = await setFiles(
      {
        'page-01/1.md': articleFile(
          'headline: 小路通车\nweight: lead\npictures: [{ file: p.png }]',
          parts.join('\n\n'),
        ),
        'page-01/2.md': articleFile('headline: 甲', '一段话，说一件平常的事。'.repeat(60)),
      },
      { 'page-01/p.png': picture },
    )
    expect(settingFaults(set)).toEqual([])
    const [own] = set.partOf(1).setting?.articles ?? []
    // Air ends a frame.
    return (own?.frames ?? []).flatMap(({ box, runs }, index, frames) => {
      const isFirst = frames.findIndex((one) => boxOf(one.box).x === boxOf(box).x) === index
      return runs.flatMap(({ style }, at) => (style === 'subhead' && !(isFirst && at === 0) ? [at === 0] : []))
    })
  }
  it('is there above all subheads of an article, or above none: as its columns have room', async () => {
    const airs: boolean[][] = []
    for (const sentences of [12, 20, 30, 40])
      for (const height of [500, 800]) airs.push(await airsOf(sentences, { width: 1200, height }))
    for (const own of airs) expect(new Set(own).size, own.join()).toBeLessThanOrEqual(1)
    expect(new Set(airs.flat()).size).toBe(2)
  })
})
