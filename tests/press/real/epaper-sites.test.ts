import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importAndBuild } from '../../support/imported-issue'
import { scoreBundle } from '../../support/score-issue'
import { tempFolder } from '../../support/temp-folder'

const realData = process.env['BANMIAN_REAL_DATA'] ?? ''
const sites = join(realData, 'epaper-html')
const scorer = join(realData, '../score/score.mjs')
const truths = join(realData, '../score/truth')
const isThere = realData !== '' && existsSync(sites) && existsSync(truths)
/** Without the data each test is skipped by its name. */
const items = isThere ? readdirSync(sites) : ['each site']

describe.skipIf(!isThere)('real pages of e-paper sites (needs BANMIAN_REAL_DATA)', () => {
  it.each(items)('give every article of %s on its pages, with its area', async (item) => {
    const truth = readdirSync(truths).find((name) => name.endsWith(`${item}.json`)) ?? ''
    const { bundle, folder } = await importAndBuild(join(sites, item), tempFolder())
    const score = scoreBundle(folder, scorer, join(truths, truth))
    expect(score.f1).toBe(1)
    expect(score.joinRecall).toBe(1)
    expect(score.joinPrecision).toBe(1)
    expect(score.pagesWrong).toBe(0)
    // What was saved without its text is not scored for that.
    expect(score.placed ?? 1).toBeGreaterThanOrEqual(0.99)
    for (const { renditions } of bundle.issue.pages)
      for (const { outlines } of renditions[0]?.regions ?? []) expect(outlines.length).toBeGreaterThan(0)
  })
})
