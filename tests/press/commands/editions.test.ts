import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeCatalog, decodeIssue } from '@/bundle/codec'
import { build } from '@/press/commands/build'
import { articleFile } from '../../support/manuscript'
import { quietContext } from '../../support/quiet-context'
import { tempFolder } from '../../support/temp-folder'
import { writeManuscript } from '../../support/write-manuscript'

/** Builds issues into one site, in this order; returns the ids in its catalogue and their editions. */
const listedAfter = async (...issues: readonly string[]) => {
  const out = join(tempFolder(), 'site')
  for (const lines of issues) {
    const folder = tempFolder()
    writeManuscript(folder, {
      'issue.yaml': `date: 2026-11-24\n${lines}`,
      'page-01/01.md': articleFile('headline: 甲', '一段话。'),
    })
    expect((await build({ folder, out }, quietContext())).exitCode).toBe(0)
  }
  const read = (name: string) => new Uint8Array(readFileSync(join(out, 'data', name)))
  const { issues: listed } = decodeCatalog(read('catalog.json'))
  return {
    ids: listed.map(({ id }) => id),
    names: listed.map(({ edition }) => edition),
    inIssues: listed.map(({ id }) => decodeIssue(read(`${id}/issue.json`)).edition),
  }
}

describe('editions of one day', () => {
  const morning = 'edition: zao\nedition_name: 早报\npublished_at: 2026-11-24T05:10:00+08:00\n'
  const evening = 'edition: wan\nedition_name: 晚报\npublished_at: 2026-11-24T17:30:00+08:00\n'
  const extra = 'edition: a\nedition_name: 号外\npublished_at: 2026-11-24T14:00:00+00:00\n'

  it('have names, which are not parts of their addresses', async () =>
    expect(await listedAfter(morning, evening)).toEqual({
      ids: ['2026-11-24-wan', '2026-11-24-zao'],
      names: ['晚报', '早报'],
      inIssues: ['晚报', '早报'],
    }))

  it.each([
    ['in order', [morning, evening, extra]],
    ['the other way round', [extra, evening, morning]],
    ['mixed', [evening, extra, morning]],
  ])('stand in the order of the moments at which they were published, the latest first, built %s', async (_, issues) =>
    expect((await listedAfter(...issues)).names).toEqual(['号外', '晚报', '早报']),
  )

  it('without a moment stand by their ids, after the issue that has none', async () =>
    expect(await listedAfter('edition: b\n', '', 'edition: c\n')).toMatchObject({
      ids: ['2026-11-24-c', '2026-11-24-b', '2026-11-24'],
      names: ['c', 'b', undefined],
    }))
})
