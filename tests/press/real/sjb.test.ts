import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '@/press/commands/build'
import { check } from '@/press/commands/check'
import { importPrinted } from '@/press/commands/import-printed'
import { openBundleFolder } from '@/press/io/bundle-folder'
import { unresolvedJumps } from '@/bundle/jumps'
import { renderPlace } from '@/reader/render'
import { quietContext } from '../../support/quiet-context'
import { tempFolder } from '../../support/temp-folder'

const realData = process.env['BANMIAN_REAL_DATA']

describe.skipIf(!realData)('a real front page, machine-read (needs BANMIAN_REAL_DATA)', () => {
  it('is imported, built and opened; the reader says that page 7 is not here', async () => {
    const source = join(realData ?? '', 'sjb-2024-05-25')
    const facts = JSON.parse(readFileSync(join(source, 'facts.json'), 'utf8'))
    const folder = join(tempFolder(), 'manuscript')
    const out = join(folder, '../site')
    expect(
      (await importPrinted({ path: join(source, 'front-page.ocr.txt'), out: folder }, quietContext())).exitCode,
    ).toBe(0)
    expect((await build({ folder, out }, quietContext())).exitCode).toBe(0)
    const issueFolder = join(out, 'data/2024-05-25')
    expect((await check(issueFolder, quietContext())).exitCode).toBe(0)

    const { issue, readPage } = await openBundleFolder(issueFolder)
    const { serialNo, weekday, lunarDate, hotline, email, fax, site } = facts.masthead
    expect(issue.masthead).toMatchObject({ serialNo, weekday, lunarDate, hotline, email, fax, site })
    const news = issue.articles.filter(({ kind }) => kind === 'news')
    expect(news).toHaveLength(facts.articles.length)
    expect(news.every(({ headline, workingTitle }) => (headline ?? workingTitle) !== undefined)).toBe(true)
    const open = news.filter(({ id }) => unresolvedJumps(issue, id).on)
    expect(open).toHaveLength(2)

    const opened = {
      issue,
      origin: 'network' as const,
      page: readPage,
      addressOf: (name: string) => `/data/${name}`,
    }
    expect((await renderPlace('/2024-05-25/1', { paper: issue.paper, opened })).html).toContain('▶下转第七版')
    for (const { id } of open)
      expect((await renderPlace(`/2024-05-25/1/${id}`, { paper: issue.paper, opened })).html).toContain(
        '报上印着“▶下转第七版”，那一版不在本期数据里',
      )
  })
})
