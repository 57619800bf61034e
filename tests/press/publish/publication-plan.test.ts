import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSwitch, steps } from '@/press/publish/file-kinds'
import { groupFiles, planPublication, type KnownStore, type PublicationPlan } from '@/press/publish/publication-plan'
import { decodeIndex, decodeList, encodeIndex, type PublishedFile } from '@/press/publish/published'
import type { SiteFile } from '@/press/publish/site-files'

const names = [
  'app.js',
  'sw.js',
  'index.html',
  'paper.json',
  'data/catalog.json',
  'data/catalog-2026.json',
  'assets/a-00000001.js',
  'assets/a-00000002.js',
  'library/index.html',
  ...['2026-11-23', '2026-11-24'].flatMap((id) => [
    `data/${id}/issue.json`,
    `data/${id}/page-01.00000001.json`,
    `data/${id}/page-01.00000002.json`,
    `${id}/index.html`,
    `${id}/1/index.html`,
  ]),
]

/** A site of some of the files, each in one of three versions. */
const siteFiles: fc.Arbitrary<SiteFile[]> = fc
  .subarray(names)
  .chain((paths) =>
    fc
      .tuple(...paths.map(() => fc.nat(2)))
      .map((versions) => paths.map((path, index) => ({ path, bytes: 10, sha256: `${versions[index]}`.repeat(64) }))),
  )

/** What the store holds after a publication, given what it held before. */
const carriedOut = (
  before: ReadonlyMap<string, PublishedFile>,
  { uploads, index }: PublicationPlan,
): Map<string, PublishedFile> => {
  const after = new Map(before)
  for (const { file } of uploads.flat()) after.set(file.key, file)
  for (const key of index.removing) after.delete(key)
  return after
}

/** Publishes sites one after another, with everything that the press reads again from what it wrote. */
const publishAll = (sites: readonly SiteFile[][], prune: boolean) => {
  let objects: Map<string, PublishedFile> = new Map()
  let known: KnownStore = { groups: new Map() }
  const lists = new Map<string, Uint8Array>()
  const plans: PublicationPlan[] = []
  for (const site of sites) {
    const plan = planPublication(groupFiles(site, 'address'), known, { paper: 'p', publishedAt: 't', prune })
    objects = carriedOut(objects, plan)
    plans.push(plan)
    for (const [digest, bytes] of plan.lists) lists.set(digest, bytes)
    const index = decodeIndex(encodeIndex({ ...plan.index, removing: [] }))
    if (!index) throw new Error('an index that was written can’t be read')
    const groups = Object.entries(index.groups).map(
      ([group, digest]) => [group, decodeList(lists.get(digest) ?? new Uint8Array(), digest) ?? []] as const,
    )
    known = { index, groups: new Map(groups) }
  }
  return { objects, plans, known }
}

const history = fc.array(siteFiles, { minLength: 1, maxLength: 6 })

describe('a plan', () => {
  it('ends with every file of the site in the store, whatever was there', () =>
    fc.assert(
      fc.property(history, fc.boolean(), (sites, prune) => {
        const { objects } = publishAll(sites, prune)
        const last = [...groupFiles(sites.at(-1) ?? [], 'address').values()].flat()
        for (const file of last) expect(objects.get(file.key)?.sha256).toBe(file.sha256)
      }),
    ))

  it('records exactly what the store then holds', () =>
    fc.assert(
      fc.property(history, fc.boolean(), (sites, prune) => {
        const { objects, known } = publishAll(sites, prune)
        const listed = [...known.groups.values()].flat().map(({ key, sha256 }) => [key, sha256] as const)
        const retired = known.index?.retired.map(([key, , sha256]) => [key, sha256] as const) ?? []
        expect(new Map([...listed, ...retired])).toEqual(
          new Map([...objects].map(([key, { sha256 }]) => [key, sha256])),
        )
      }),
    ))

  it('uploads nothing for a site that is published already', () =>
    fc.assert(
      fc.property(history, (sites) => {
        const last = sites.at(-1) ?? []
        const { plans } = publishAll([...sites, last], false)
        expect(plans.at(-1)).toMatchObject({ uploads: [], index: { removing: [] } })
        expect(plans.at(-1)?.lists.size).toBe(0)
      }),
    ))

  it('replaces nothing before every new file is there, and leads readers to the new ones last', () =>
    fc.assert(
      fc.property(history, (sites) => {
        const { plans, objects: before } = publishAll(sites.slice(0, -1), false)
        const known = publishAll(sites.slice(0, -1), false).known
        const { uploads } = planPublication(groupFiles(sites.at(-1) ?? [], 'address'), known, {
          paper: 'p',
          publishedAt: 't',
          prune: false,
        })
        expect(plans).toBeDefined()
        const ranks = uploads
          .flat()
          .map(({ file, step }) => [isSwitch(step) ? 2 : before.has(file.key) ? 1 : 0, steps.indexOf(step)])
        expect(ranks).toEqual([...ranks].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d))
      }),
    ))

  it('removes nothing of an issue unless it is asked to', () =>
    fc.assert(
      fc.property(history, (sites) => {
        const { objects } = publishAll(sites, false)
        const ever = sites.flat().filter(({ path }) => /2026-/.test(path) && !path.includes('catalog'))
        for (const { path } of ever) expect(objects.has(path.replace(/\/index\.html$/, ''))).toBe(true)
      }),
    ))
})
