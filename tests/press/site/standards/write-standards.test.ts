import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { catalogEntry } from '@/bundle/catalog'
import { Report } from '@/press/report'
import { standardLinks } from '@/press/site/standards/standard-links'
import { writeCollections, writeIssueStandards } from '@/press/site/standards/write-standards'
import { smallFolder } from '../../../support/issue-content'
import { tempFolder } from '../../../support/temp-folder'

const address = { origin: 'https://small.example', base: '/paper/' }
const entry = (id: string) =>
  v.parse(catalogEntry, { id, date: id.slice(0, 10), revision: 1, sha256: '0'.repeat(64), pages: 2, bytes: 9 })

/** Addresses of the site's own files that a document names. */
const addressesIn = (json: string): string[] =>
  [...json.matchAll(/"(https:\/\/small\.example\/paper\/[^"#]+\.(?:json|epub))"/g)].map(([, url = '']) => url)

describe('a site', () => {
  it('has every file that an issue’s head and manifest name', async () => {
    const site = tempFolder()
    const bundle = await smallFolder()
    const { paper } = bundle.issue
    await writeIssueStandards(bundle, { site, address, report: new Report(), hasImageServices: false })
    await writeCollections(paper, [{ format: '1.0', year: 2026, issues: [entry('2026-01-05')] }], { site, address })
    const read = (url: string): string =>
      readFileSync(join(site, url.slice('https://small.example/paper/'.length)), 'utf8')
    const linked = standardLinks(bundle.issue, address).map(([, { href = '' }]) => href)
    expect(linked).toHaveLength(3)
    const named = linked.flatMap((url) => [url, ...(url.endsWith('.json') ? addressesIn(read(url)) : [])])
    const own = new Set(named.filter((url) => !url.includes('/data/')))
    expect(own.size).toBe(6)
    for (const url of own)
      expect(existsSync(join(site, url.slice('https://small.example/paper/'.length))), url).toBe(true)
  })

  it('has the tiles of a facsimile as an image service once that was asked for, and no service of a picture that is gone', async () => {
    const site = tempFolder()
    const bundleOf = (width: number) =>
      smallFolder({
        issue: ({ pages, parts }) => {
          const facsimile = pages[1]?.renditions[0]
          const image = parts.find(({ role }) => role === 'facsimile')?.name ?? ''
          if (facsimile && 'images' in facsimile)
            facsimile.tiles = [{ width, height: 500, side: 512, images: [image, image] }]
        },
      })
    const plan = { site, address, report: new Report() }
    const services = () =>
      readdirSync(join(site, '2026-01-05/iiif')).filter((name) =>
        statSync(join(site, '2026-01-05/iiif', name)).isDirectory(),
      )
    const manifest = () => readFileSync(join(site, '2026-01-05/iiif/manifest.json'), 'utf8')

    await writeIssueStandards(await bundleOf(600), { ...plan, hasImageServices: false })
    expect(services()).toEqual([])
    expect(manifest()).not.toContain('ImageService3')

    await writeIssueStandards(await bundleOf(600), { ...plan, hasImageServices: true })
    const [first = ''] = services()
    for (const name of ['info.json', '0,0,512,500/512,500/0/default.webp', '512,0,88,500/88,500/0/default.webp'])
      expect(existsSync(join(site, '2026-01-05/iiif', first, name)), name).toBe(true)
    expect(manifest()).toContain(`https://small.example/paper/2026-01-05/iiif/${first}"`)

    await writeIssueStandards(await bundleOf(600), { ...plan, hasImageServices: false })
    expect(services()).toEqual([first])
    expect(manifest()).toContain('ImageService3')

    await writeIssueStandards(await bundleOf(601), { ...plan, hasImageServices: false })
    expect(services()).toEqual([])
    expect(manifest()).not.toContain('ImageService3')
  })

  it('writes the collections of the year in which an issue is added, and no other', async () => {
    const site = tempFolder()
    const { paper } = (await smallFolder()).issue
    const old = { format: '1.0', year: 2025, issues: [entry('2025-12-31')] }
    const year = (...ids: string[]) => ({ format: '1.0', year: 2026, issues: ids.map(entry) })
    const names = ['collection.json', 'collection-2026.json', 'collection-2025.json'].map((name) =>
      join(site, 'iiif', name),
    )
    await writeCollections(paper, [year('2026-01-05'), old], { site, address })
    for (const name of names) utimesSync(name, 1, 1)
    await writeCollections(paper, [year('2026-01-06', '2026-01-05'), old], { site, address })
    expect(names.map((name) => statSync(name).mtimeMs === 1000)).toEqual([true, false, true])
    expect(readFileSync(join(site, 'iiif/collection-2026.json'), 'utf8')).toContain('/2026-01-06/iiif/manifest.json')
  })
})
