import fc from 'fast-check'
import { partsOf } from '@/bundle/jumps'
import { flawsOf, type PageFlaws } from '../support/page-flaws'
import { frontGrid, generatedPage, generatedPictures } from '../support/generated-page'
import { setFiles } from '../support/set-issue'
import { blankCells, settingFaults } from '../support/setting-faults'

/** The figures of one generated page. */
export interface SetPageFigures extends PageFlaws {
  readonly articles: number
  /** Share of the page's capacity that its text would fill. */
  readonly share: number
  readonly faults: readonly string[]
  /** Share of the type area's cells on which nothing stands. */
  readonly blank: number
  readonly jumps: number
  /** How much higher than the sheet it is, as a share of its height. */
  readonly growth: number
  /** What the layout costs, in cells. */
  readonly cost: number
  readonly timeMs: number
}

/** Sets generated front pages of a tabloid, one after the other. */
export async function* setGeneratedPages(pages: number, seed: number): AsyncGenerator<SetPageFigures> {
  for (const { texts, share, articles } of fc.sample(generatedPage(), { numRuns: pages, seed })) {
    const started = performance.now()
    const set = await setFiles(texts, generatedPictures)
    const timeMs = performance.now() - started
    const part = set.partOf(1)
    const { setting } = part
    const height = set.issue.pages[0]?.renditions[0]?.height
    if (!setting || !height) throw new Error('a page without a setting')
    const cells = blankCells(setting, frontGrid, height)
    yield {
      articles,
      share,
      faults: settingFaults(set),
      blank: cells.blank / cells.all,
      jumps: set.issue.articles.filter(({ id }) => partsOf(set.issue, id).length > 1).length,
      cost: [...set.set.settings.values()][0]?.cost ?? 0,
      growth: height / frontGrid.height - 1,
      ...flawsOf(setting, part, frontGrid),
      timeMs,
    }
  }
}
