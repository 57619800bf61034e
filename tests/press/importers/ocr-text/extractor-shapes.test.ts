import { describe, expect, it } from 'vitest'
import { extracted, type Shape } from './extractor-shapes'
import { damagedPage } from './page-damage'
import { scoreOf, type PageScore } from './page-score'
import { villagePages } from './village-pages'

const seeds = [1, 2]

const scoresOf = (rawOf: (page: (typeof villagePages)[number], seed: number) => string): readonly PageScore[] =>
  villagePages.flatMap((page) => seeds.map((seed) => scoreOf(rawOf(page, seed), page)))

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

const clean: readonly Shape[] = ['raw', 'raw indented', 'default', 'layout', 'wrapped']

describe('the text of a page as extractors write it', () => {
  it.each(clean)('has its articles with their titles: %s', (shape) => {
    const scores = scoresOf((page, seed) => extracted(page, shape, { seed }))
    expect(mean(scores.map(({ f1 }) => f1))).toBeGreaterThan(0.95)
    expect(mean(scores.map(({ titles }) => titles))).toBeGreaterThan(0.95)
  })

  it('has the titles of texts that they stand below', () => {
    const scores = scoresOf((page, seed) => extracted(page, 'titles last', { seed }))
    expect(mean(scores.map(({ f1 }) => f1))).toBeGreaterThan(0.95)
    expect(mean(scores.map(({ titles }) => titles))).toBeGreaterThan(0.95)
  })

  it('shares most titles that stand in a row among the texts below them', () => {
    const scores = scoresOf((page, seed) => extracted(page, 'titles in a row', { seed }))
    expect(mean(scores.map(({ f1 }) => f1))).toBeGreaterThan(0.9)
    expect(mean(scores.map(({ titles }) => titles))).toBeGreaterThan(0.85)
  })

  it.each(clean)('keeps nearly all articles where it is damaged: %s', (shape) => {
    const scores = scoresOf((page, seed) => damagedPage(page, shape, seed))
    expect(mean(scores.map(({ f1 }) => f1))).toBeGreaterThan(0.85)
    expect(mean(scores.map(({ titles }) => titles))).toBeGreaterThan(0.85)
  })
})
