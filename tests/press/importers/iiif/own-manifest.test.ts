import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { build } from '@/press/commands/build'
import { openBundleFolder, type BundleFolder } from '@/press/io/bundle-folder'
import { Report } from '@/press/report'
import { manifestOf } from '@/press/site/standards/iiif/manifest'
import { textAnnotations } from '@/press/site/standards/iiif/text-annotations'
import { readIssueContent } from '@/press/site/standards/issue-content'
import { writeIssueStandards } from '@/press/site/standards/write-standards'
import { specimenFolder } from '../../../support/build-site'
import { importAndBuild, type ImportedIssue } from '../../../support/imported-issue'
import { quietContext } from '../../../support/quiet-context'
import { sharedTempFolder } from '../../../support/temp-folder'

const address = { origin: 'https://paper.example', base: '/' }

/** What the manifest of an issue says, without ids, which are the press's own. */
const saidOf = async (bundle: BundleFolder) => {
  const source = { content: await readIssueContent(bundle), address, pictures: new Map(), services: new Map() }
  const { label, metadata, navDate, viewingDirection, provider, items, structures } = manifestOf(source)
  const numbers = new Map(items.map(({ id }, index) => [id, index + 1]))
  const ranges = structures.flatMap((contents) => contents.items).flatMap((page) => page.items)
  return {
    issue: { label, metadata, navDate, viewingDirection, paper: provider.map((one) => one.label) },
    pages: items.map((canvas) => ({ label: canvas.label, width: canvas.width, height: canvas.height })),
    articles: ranges.flatMap((range) =>
      'label' in range
        ? [
            {
              title: range.label,
              places: range.items.map((place) =>
                place.type === 'SpecificResource'
                  ? [numbers.get(place.source.id), place.selector.value]
                  : [numbers.get(place.id)],
              ),
            },
          ]
        : [],
    ),
    texts: source.content.issue.pages.flatMap((page) =>
      textAnnotations(source, page)
        .items.map(({ body, target }) => {
          const [canvas = '', area] = target.split('#')
          return `${numbers.get(canvas)} ${area}\n${body.value}`
        })
        // Of a page's articles, those that come from another page are told where the build puts them.
        .sort(),
    ),
  }
}

describe('the manifest that the press itself writes', () => {
  const folder = sharedTempFolder()
  let printed: BundleFolder
  let imported: ImportedIssue
  let before: Awaited<ReturnType<typeof saidOf>>
  let after: Awaited<ReturnType<typeof saidOf>>
  beforeAll(async () => {
    const manuscript = join(folder(), 'manuscript')
    const site = join(folder(), 'site')
    cpSync(specimenFolder, manuscript, { recursive: true })
    await build({ folder: manuscript, out: site }, quietContext())
    printed = await openBundleFolder(join(site, 'data/2026-11-24'))
    await writeIssueStandards(printed, { site, address, report: new Report(), hasImageServices: false })
    imported = await importAndBuild(site, join(folder(), 'again'))
    before = await saidOf(printed)
    after = await saidOf(imported.bundle)
  })

  it('is found in a site, and comes in without a word but for what it has no picture of', () => {
    expect(Object(imported.imported.record)).toMatchObject({ kind: 'iiif', pages: 8, articles: 59, joins: 6 })
    const codes = imported.imported.findings.map(({ code }) => code)
    expect(codes.filter((code) => code !== 'page-drawn')).toEqual(['paper-to-name'])
    // The page that was printed as a picture has it again; the others were set by the press.
    expect(codes.filter((code) => code === 'page-drawn')).toHaveLength(7)
  })

  it('gives paper, day and numbers back', () => expect(after.issue).toEqual(before.issue))
  it('gives pages back with their labels, names and sizes', () => expect(after.pages).toEqual(before.pages))
  it('gives articles back with their titles, their regions to the unit, and their joins, in order', () =>
    expect(after.articles).toEqual(before.articles))
  it('gives every text back to the letter, paragraph by paragraph, each over its place', () =>
    expect(after.texts).toEqual(before.texts))
})
