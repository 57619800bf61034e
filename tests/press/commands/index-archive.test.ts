import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createStaticArchive } from '@/archive/static-archive'
import { build } from '@/press/commands/build'
import { indexArchive } from '@/press/commands/index-archive'
import { lineInChinese } from '@/press/findings/chinese/in-chinese'
import { archiveFilesIn } from '../../support/archive-in-folder'
import { searchAll, variants } from '../../support/archive-in-memory'
import { articleFile } from '../../support/manuscript'
import { quietContext } from '../../support/quiet-context'
import { tempFolder } from '../../support/temp-folder'
import { writeManuscript } from '../../support/write-manuscript'

describe('press index', () => {
  it('makes a built issue searchable, and a corrected one as it is now', async () => {
    const manuscript = join(tempFolder(), 'manuscript')
    const site = join(manuscript, '../site')
    const find = async (words: string) =>
      (await searchAll(createStaticArchive(archiveFilesIn(site), variants), words)).hits.map(({ excerpt }) =>
        excerpt.map(({ text }) => text).join(''),
      )
    const buildWith = async (text: string) => {
      writeManuscript(manuscript, { 'page-01/01.md': articleFile('headline: 甲', text) })
      expect((await build({ folder: manuscript, out: site }, quietContext())).exitCode).toBe(0)
    }
    await buildWith('一段关于渡口的话。')
    const first = await indexArchive(site, quietContext())
    expect(first).toMatchObject({
      exitCode: 0,
      findings: [],
      record: { written: true, articles: 1, issues: 1, read: 1 },
    })
    expect(lineInChinese(first.lines[0] ?? '')).toBe(`${site}：1 期 1 篇可以搜索；这一次读了 1 期`)
    expect(await find('渡口')).toEqual(['一段关于渡口的话。'])
    await buildWith('一段关于桥梁的话。')
    expect(await indexArchive(site, quietContext())).toMatchObject({ record: { read: 1 } })
    expect(await find('渡口')).toEqual([])
    expect(await find('橋樑')).toEqual(['一段关于桥梁的话。'])
    expect(await indexArchive(site, quietContext())).toMatchObject({ record: { read: 0 } })
  })

  it('says that there is nothing to index', async () => {
    const outcome = await indexArchive(tempFolder(), quietContext())
    expect(outcome).toMatchObject({ exitCode: 1, lines: ['Nothing was written.'] })
    expect(outcome.findings.map(({ code }) => code)).toEqual(['no-site'])
  })
})
