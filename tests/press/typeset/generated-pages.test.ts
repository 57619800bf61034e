import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frontGrid as grid, generatedPage, generatedPictures } from '../../support/generated-page'
import { howMany } from '../../support/how-many'
import { setFiles } from '../../support/set-issue'
import { blankCells, settingFaults } from '../../support/setting-faults'

const pageCount = howMany(20, 100)

describe(`${pageCount} pages of 1 to 40 articles`, () => {
  it('hold every character once, in order, over nothing else; a full page is at most 8 % blank', async () => {
    const pages = fc.sample(generatedPage(), { numRuns: pageCount, seed: 20_261_124 })
    const blanks: number[] = []
    for (const { texts, share } of pages) {
      const set = await setFiles(texts, generatedPictures)
      expect(settingFaults(set)).toEqual([])
      const { setting } = set.partOf(1)
      const height = set.issue.pages[0]?.renditions[0]?.height
      if (!setting || !height || share < 0.8 || share > 1.3) continue
      const cells = blankCells(setting, grid, height)
      blanks.push(cells.blank / cells.all)
    }
    expect(blanks.length).toBeGreaterThanOrEqual(pageCount / 10)
    expect(Math.max(...blanks)).toBeLessThanOrEqual(0.08)
  }, 240_000)
})
