import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { boundsOf } from '@/bundle/geometry'
import { partsOf } from '@/bundle/jumps'
import { build } from '@/press/commands/build'
import { openBundleFolder, type BundleFolder } from '@/press/io/bundle-folder'
import { specimenFolder } from '../../../support/build-site'
import { founderSite, type FounderOptions, type TrueArticle } from '../../../support/founder-site'
import { articlesOf, importAndBuild, writeFiles } from '../../../support/imported-issue'
import { quietContext } from '../../../support/quiet-context'
import { sharedTempFolder, tempFolder } from '../../../support/temp-folder'

const byTitle = (articles: readonly TrueArticle[]): TrueArticle[] =>
  [...articles].sort((a, b) => (a.title + a.text < b.title + b.text ? -1 : 1))

/** How many joins of a bundle each grade of evidence proves, but for those that the source states. */
const provenIn = ({ issue }: BundleFolder): Record<string, number> => {
  const proven: Record<string, number> = {}
  for (const { joinedBy = [] } of issue.articles.flatMap(({ id }) => partsOf(issue, id).map(({ region }) => region))) {
    const grade = joinedBy.join(', ')
    if (grade !== '' && grade !== 'stated') proven[grade] = (proven[grade] ?? 0) + 1
  }
  return proven
}

describe('the specimen, published as a site of image maps', () => {
  const folder = sharedTempFolder()
  let printed: BundleFolder
  beforeAll(async () => {
    const manuscript = join(folder(), 'manuscript')
    cpSync(specimenFolder, manuscript, { recursive: true })
    await build({ folder: manuscript, out: join(folder(), 'site') }, quietContext())
    printed = await openBundleFolder(join(folder(), 'site/data/2026-11-24'))
  })

  it.each<[string, FounderOptions]>([
    ['in GBK, with one file for an article of two pages', { encoding: 'gb18030', jumps: 'one-file' }],
    ['in UTF-8, with the whole text under two ids', { encoding: 'utf-8', jumps: 'whole-twice' }],
    ['in GBK, with a file for each part and printed lines', { encoding: 'gb18030', jumps: 'parts' }],
    [
      'below a folder of the host’s name, as a mirror saves it',
      { encoding: 'utf-8', jumps: 'one-file', below: 'epaper.example.com/' },
    ],
  ])('gives every article once, with its text, on its pages: %s', async (_, options) => {
    const own = tempFolder()
    const site = await founderSite(printed, options)
    writeFiles(join(own, 'saved'), site.files)
    const { bundle, imported } = await importAndBuild(join(own, 'saved'), own)
    const fields = ({ title, pages, text }: TrueArticle) => ({ title, pages, text })
    expect(byTitle((await articlesOf(bundle)).map(fields))).toEqual(byTitle(site.truth.map(fields)))
    expect(imported.findings.map(({ code }) => code)).toEqual(['paper-to-name'])
    // Told when it was imported, made when it was built.
    expect(imported.record).toMatchObject({ jumps: { proven: provenIn(bundle), possible: 0, unresolved: 0 } })
    expect(Object.keys(provenIn(bundle)).length > 0).toBe(options.jumps === 'parts')
    // The sharpest picture that was saved, and the names of the pages.
    expect(bundle.issue.pages.map(({ renditions: [first] }) => first?.width)).toEqual(
      printed.issue.pages.map(() => 2100),
    )
    expect(bundle.issue.pages.map(({ label, name }) => [label, name])).toEqual(
      printed.issue.pages.map(({ label, name }) => [label, name]),
    )
    expect(bundle.issue.date).toBe(printed.issue.date)
  })

  it('has its outlines where they were printed, to a pixel of the picture that the site shows', async () => {
    const own = tempFolder()
    const site = await founderSite(printed, { encoding: 'utf-8', jumps: 'one-file' })
    writeFiles(join(own, 'saved'), site.files)
    const { bundle } = await importAndBuild(join(own, 'saved'), own)
    printed.issue.pages.forEach((page, index) => {
      const [before, after] = [page.renditions[0], bundle.issue.pages[index]?.renditions[0]]
      const boundsIn = (rendition: typeof before) =>
        (rendition?.regions ?? [])
          .map(({ outlines }) => boundsOf(outlines))
          .map(({ x, y, width, height }) => [x, y, width, height].map((value) => value / (rendition?.width ?? 1)))
          .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0))
      const [wanted, found] = [boundsIn(before), boundsIn(after)]
      expect(found).toHaveLength(wanted.length)
      found.forEach((box, at) =>
        box.forEach((value, side) => expect(Math.abs(value - (wanted[at]?.[side] ?? 0))).toBeLessThan(2.5 / 350)),
      )
    })
  })
})
