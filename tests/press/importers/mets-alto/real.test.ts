import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measurePicture } from '@/press/images/encode-picture'
import { metsAlto } from '@/press/importers/mets-alto/mets-alto'
import { openSourceFolder } from '@/press/io/source-folder'
import { Report } from '@/press/report'
import { tempFolder } from '../../../support/temp-folder'
import { scoreIssue } from '../../../support/score-issue'

const realData = process.env['BANMIAN_REAL_DATA'] ?? ''
const packages = join(realData, 'metsalto')
const scorer = join(realData, '../score/score.mjs')
const truths = join(realData, '../score/truth')
const isThere = realData !== '' && existsSync(packages)
/** Without the data each test is skipped by its name. */
const items = isThere ? readdirSync(packages) : ['each package']

const importItem = async (item: string) => {
  const report = new Report()
  const files = await openSourceFolder(join(packages, item), measurePicture, report)
  const issue = files && (await metsAlto.read(files, report))
  if (!issue) throw new Error(`${item} was not read`)
  return { issue, report }
}

describe.skipIf(!isThere)('real packages of libraries (needs BANMIAN_REAL_DATA)', () => {
  const scored = items.flatMap((item) => {
    const truth = existsSync(truths) ? readdirSync(truths).find((name) => name.endsWith(`${item}.json`)) : undefined
    return truth === undefined && isThere ? [] : [[item, join(truths, truth ?? '')] as const]
  })

  it.each(scored)('finds articles, joins and letters of %s as the source states them', async (item, truth) => {
    const { issue } = await importItem(item)
    const score = scoreIssue(issue, join(tempFolder(), 'bundle'), scorer, truth)
    expect(score.f1).toBeGreaterThanOrEqual(0.98)
    expect(score.joinRecall).toBe(1)
    expect(score.joinPrecision).toBe(1)
    expect(score.placed).toBeGreaterThanOrEqual(0.99)
    expect(score.pagesWrong).toBe(0)
  })

  it.each(items)('keeps every place of %s on its page, and finds nothing broken', async (item) => {
    const { issue, report } = await importItem(item)
    expect(report.findings.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect(issue.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    for (const { parts } of issue.articles)
      for (const { page, outlines, blocks, titles } of parts) {
        const { width = 0, height = 0 } = issue.pages[page] ?? {}
        for (const outline of outlines)
          outline.forEach((value, index) => expect(value).toBeLessThanOrEqual(index % 2 === 0 ? width : height))
        for (const { text, words } of [...titles, ...blocks])
          for (const { from, length, box } of words) {
            if (from + length > text.length || box[0] + box[2] > width || box[1] + box[3] > height)
              throw new Error(`a word of “${text.slice(0, 40)}” is nowhere`)
          }
      }
  })
})
