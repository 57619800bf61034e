import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '@/press/commands/build'
import { check } from '@/press/commands/check'
import { inspect } from '@/press/commands/inspect'
import { openBundleFolder } from '@/press/io/bundle-folder'
import { partsOf } from '@/bundle/jumps'
import { jingbaoManuscript } from '../../support/jingbao-manuscript'
import { quietContext } from '../../support/quiet-context'
import { tempFolder } from '../../support/temp-folder'
import { writeManuscript } from '../../support/write-manuscript'

const realData = process.env['BANMIAN_REAL_DATA']

describe.skipIf(!realData)('a whole issue of 1939, eight pages (needs BANMIAN_REAL_DATA)', () => {
  it('becomes an issue in which the press joins the two ends of its jump itself', async () => {
    const source = join(realData ?? '', 'text-zh/jingbao-1939-04-27')
    const { files, divisions, reported } = jingbaoManuscript(source)
    const xml = readdirSync(source)
      .filter((name) => name.endsWith('.xml'))
      .map((name) => readFileSync(join(source, name), 'utf8'))
    const gaiji =
      xml
        .join('')
        .replace(/<!--[\s\S]*?-->/g, '')
        .match(/&gaiji;|\ue111/g)?.length ?? 0
    expect(divisions).toBe(89)
    const folder = join(tempFolder(), 'manuscript')
    const out = join(folder, '../site')
    writeManuscript(folder, files)
    const { exitCode, findings } = await build({ folder, out }, quietContext())
    expect(findings.filter(({ severity }) => severity === 'fatal')).toEqual([])
    expect(exitCode).toBe(0)
    const issueFolder = join(out, 'data/1939-04-27')
    expect((await check(issueFolder, quietContext())).exitCode).toBe(0)

    const { issue, readPage } = await openBundleFolder(issueFolder)
    expect(issue.articles.filter(({ kind }) => kind === 'news')).toHaveLength(88)
    expect(issue.masthead).toMatchObject({ weekday: '星期四', lunarDate: '己卯年三月初八', serialNo: 3801 })
    expect(issue.pages).toHaveLength(8)

    const jumped = issue.articles.filter(({ id }) => partsOf(issue, id).length > 1)
    expect(jumped).toHaveLength(1)
    const [first, second] = partsOf(issue, jumped[0]?.id ?? '')
    expect(first?.region.continuedOn).toEqual({ text: '（下接二版）', label: '2' })
    expect(second?.region.continuedFrom).toEqual({ text: '－－本文接第一版－－', label: '1' })
    expect(second?.region.joinedBy).toEqual(expect.arrayContaining(['printed-out', 'printed-in', 'page-label']))
    const text = (await inspect(issueFolder)).lines.join('\n')
    expect(text).toMatch(/Jumps: 1\n[\s\S]*joined by printed-out, printed-in, page-label/)

    // Adverts are included; pictures without a file in the source are reported; characters that Unicode lacks are kept.
    const adverts = issue.articles.filter(({ kind }) => kind === 'advert').length
    expect(adverts + reported.filter((line) => line.includes('advert')).length).toBe(34)
    expect(reported.filter((line) => line.includes('image'))).toHaveLength(11)
    const pages = await Promise.all(issue.pages.map(readPage))
    const all = pages
      .flatMap(({ pieces }) => pieces.flatMap(({ blocks }) => blocks.flatMap(({ leaves }) => leaves)))
      .join('')
    const titles = issue.articles.flatMap(({ headline, deck = [] }) => [headline, ...deck]).join('')
    expect((all + titles).match(/\ue111/g)).toHaveLength(gaiji)
    expect(all).not.toMatch(/本文接第一版|下接二版/)
  })
})
