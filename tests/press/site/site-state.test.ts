import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addRelease, readSiteState, writeSiteState } from '@/press/site/site-state'
import { tempFolder } from '../../support/temp-folder'

const address = 'https://paper.example/'
const state = {
  version: 1 as const,
  address,
  newest: '2026-11-24',
  issues: { '2026-11-24': 'abc' },
  months: { 'calendar/2026/11': 7 },
  isCompressed: true,
  releases: [['first-1.js']],
}

describe('what the press remembers of a site', () => {
  it('is what it wrote', async () => {
    const site = tempFolder()
    await writeSiteState(site, state)
    expect(await readSiteState(site, address)).toEqual(state)
  })

  it('is nothing but the releases where the pages were drawn for another address', async () => {
    const site = tempFolder()
    await writeSiteState(site, state)
    expect(await readSiteState(site, 'https://other.example/')).toEqual({
      version: 1,
      address: 'https://other.example/',
      issues: {},
      months: {},
      isCompressed: false,
      releases: state.releases,
    })
  })

  it('is nothing where the file is missing, is something else, or of a version to come: all is drawn anew', async () => {
    for (const text of [undefined, '', '{', '[]', '{"version":2}', JSON.stringify({ ...state, issues: [1] })]) {
      const site = tempFolder()
      mkdirSync(join(site, '.press'))
      if (text !== undefined) writeFileSync(join(site, '.press/site.json'), text)
      expect(await readSiteState(site, address)).toMatchObject({ issues: {}, months: {}, releases: [] })
    }
  })
})

describe('the files of releases', () => {
  const name = fc.constantFrom('a.js', 'b.js', 'c.css', 'd.js', 'e.woff2', 'f.css')
  const release = fc.uniqueArray(name, { minLength: 1 })

  it('stay for three releases; a release that is made again is the same release', () => {
    const first = addRelease([], ['a.js'], [])
    const second = addRelease(first.releases, ['b.js'], ['a.js'])
    const again = addRelease(second.releases, ['b.js'], ['a.js', 'b.js'])
    expect(again.releases).toEqual([['b.js'], ['a.js']])
    const third = addRelease(again.releases, ['c.js'], ['a.js', 'b.js'])
    expect(third.outdated).toEqual([])
    const fourth = addRelease(third.releases, ['d.js'], ['a.js', 'b.js', 'c.js'])
    expect(fourth).toEqual({ releases: [['d.js'], ['c.js'], ['b.js']], outdated: ['a.js'] })
  })

  it('of a release that is kept are never outdated, and fonts never are', () => {
    fc.assert(
      fc.property(fc.array(release, { maxLength: 5 }), release, fc.uniqueArray(name), (before, assets, present) => {
        const { releases, outdated } = addRelease(before, assets, present)
        expect(releases[0]).toEqual(assets)
        expect(releases.length).toBeLessThanOrEqual(3)
        for (const one of outdated) {
          expect(present).toContain(one)
          expect(releases.flat()).not.toContain(one)
          expect(one).not.toMatch(/woff2$/)
        }
      }),
    )
  })
})
