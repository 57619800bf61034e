import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '@/press/commands/build'
import { check } from '@/press/commands/check'
import { openBundleFolder } from '@/press/io/bundle-folder'
import { pfrManuscript } from '../../support/pfr-manuscript'
import { quietContext } from '../../support/quiet-context'
import { setFiles } from '../../support/set-issue'
import { settingFaults } from '../../support/setting-faults'
import { tempFolder } from '../../support/temp-folder'
import { writeManuscript } from '../../support/write-manuscript'

const realData = process.env['BANMIAN_REAL_DATA']

describe.skipIf(!realData)('a whole issue of 1998, four pages of a daily (needs BANMIAN_REAL_DATA)', () => {
  const readIssue = () => pfrManuscript(join(realData ?? '', 'text-zh/pfr-1998-01'))

  it('is set with every character once, in order, and no fault of setting', async () => {
    const { files, articles } = readIssue()
    expect(articles).toBe(55)
    const pictures = Object.fromEntries(
      Object.keys(files)
        .filter((name) => name.endsWith('.svg'))
        .map((name) => [name, { width: 1200, height: 800 }] as const),
    )
    const set = await setFiles(files, pictures)
    expect(set.issue.pages).toHaveLength(4)
    // And the contents, which the press writes of the other pages.
    expect(set.issue.articles).toHaveLength(articles + 1)
    expect(set.issue.articles.at(-1)?.kind).toBe('contents')
    expect(settingFaults(set)).toEqual([])
  })

  it('builds, and its bundle passes the check', async () => {
    const folder = join(tempFolder(), 'manuscript')
    const out = join(folder, '../site')
    writeManuscript(folder, readIssue().files)
    expect((await build({ folder, out }, quietContext())).exitCode).toBe(0)
    const issueFolder = join(out, 'data/1998-01-11')
    expect((await check(issueFolder, quietContext())).exitCode).toBe(0)
    const { issue, readPage } = await openBundleFolder(issueFolder)
    for (const page of issue.pages) expect((await readPage(page)).setting).toBeDefined()
  })
})
