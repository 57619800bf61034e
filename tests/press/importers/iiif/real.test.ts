import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measurePicture } from '@/press/images/encode-picture'
import { iiif } from '@/press/importers/iiif/iiif'
import { openSourceFolder } from '@/press/io/source-folder'
import { Report } from '@/press/report'
import { toldOf } from './manifests'

const manifests = join(process.env['BANMIAN_REAL_DATA'] ?? '', 'iiif')
const isThere = process.env['BANMIAN_REAL_DATA'] !== undefined && existsSync(manifests)

const importItem = async (item: string) => {
  const report = new Report()
  const files = await openSourceFolder(join(manifests, item), measurePicture, report)
  return { issue: files && (await iiif.read(files, report)), report }
}
const wordsIn = (issue: Awaited<ReturnType<typeof importItem>>['issue']): number =>
  (issue?.articles ?? [])
    .flatMap(({ parts }) => parts)
    .flatMap(({ blocks, titles }) => [...blocks, ...titles])
    .reduce((sum, { words }) => sum + words.length, 0)

describe.skipIf(!isThere)('real manifests (need BANMIAN_REAL_DATA)', () => {
  it('give an article over pages that do not follow one another', async () => {
    const { issue } = await importItem('bozner-zeitung-1903-v3-ranges')
    expect(issue?.pages.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    expect(issue?.date).toBe('1903-08-18')
    expect(issue && toldOf(issue)).toEqual([
      {
        headline: 'Tagesneuigkeiten.',
        parts: [
          [2, ['542 1152 491 1105', '1008 94 484 246']],
          [5, ['562 94 490 2171', '1030 108 482 2120']],
        ],
      },
      { headline: 'Das Turnier.', parts: [[3, ['116 1485 488 824', '578 130 517 2167', '1069 119 506 2109']]] },
    ])
  })

  it.each(['cookbook-0068-v3', 'cookbook-0068-v3-rendered'])(
    'give every word of their ALTO its place, whether placeholders are filled in or not: %s',
    async (item) => {
      const first = await importItem(item)
      expect([first.issue?.date, wordsIn(first.issue)]).toEqual(['1925-02-16', 5315])
      expect(first.report.findings.map(({ code }) => code)).toContain('iiif-several-manifests')
      const second = await importItem(`${item}/newspaper_issue_2-manifest.json`)
      expect([second.issue?.date, wordsIn(second.issue)]).toEqual(['1925-03-13', 4902])
    },
  )

  it('are none where there is only a collection', async () => {
    const { issue, report } = await importItem('gallica-v2-collection')
    expect([issue, report.findings.map(({ code }) => code)]).toEqual([undefined, ['iiif-collection-alone']])
  })
})
