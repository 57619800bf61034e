import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importPrinted, type PrintedImport } from '@/press/commands/import-printed'
import { lineInChinese } from '@/press/findings/chinese/in-chinese'
import { importAndBuild, writeFiles } from '../../support/imported-issue'
import { quietContext } from '../../support/quiet-context'
import { tempFolder } from '../../support/temp-folder'
import { shown, tinyPdf } from '../../support/tiny-pdf'

const day = 'html/2024-05/25'
const articleFile = (title: string, paragraphs: readonly string[], more = ''): string =>
  `<div id=ozoom><founder-content>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</founder-content></div><!--enpproperty <title>${title}</title>${more}/enpproperty-->`
const pageFile = (...articles: readonly number[]): string => {
  const areas = articles.map((no, at) => `<area coords="0,${at * 100},200,${at * 100 + 90}" href=content_${no}.htm>`)
  return `<html><body><map name=m>${areas.join('')}</map><img src=p.jpg width=400 height=600 usemap=#m></body></html>`
}
const site = {
  [`${day}/node_2.htm`]: pageFile(1, 2, 3),
  [`${day}/node_3.htm`]: pageFile(4, 5),
  [`${day}/content_1.htm`]: articleFile(
    '河边有约',
    ['昨天说的是河边的亊情，人人都来。', '两岸灯火通明，直到夜深。', '版权所有，不得转载。'],
    '<author>编辑 甲</author>',
  ),
  [`${day}/content_2.htm`]: articleFile('桥上', ['桥上的第一段，说到桥的来历。']),
  [`${day}/content_3.htm`]: articleFile('两则简讯', ['第一件事已经办好。', '第二件事还在办理。']),
  [`${day}/content_4.htm`]: articleFile('桥上（下）', ['桥上的后一段，说到桥的将来。']),
  [`${day}/content_5.htm`]: articleFile('征订', ['欢迎订阅本报，电话见报头。']),
}
const example = /```yaml\n([\s\S]*?)```/u.exec(readFileSync('docs/corrections.md', 'utf8'))?.[1] ?? ''

const saved = (files: Readonly<Record<string, string | Buffer>>) => {
  const folder = tempFolder()
  const out = join(folder, 'manuscript')
  writeFiles(folder, new Map(Object.entries(files)))
  return {
    folder,
    out,
    run: async (options: Omit<PrintedImport, 'path' | 'out'> & { path?: string } = {}) => {
      const outcome = await importPrinted(
        { out, ...options, path: join(folder, options.path ?? 'saved') },
        quietContext(),
      )
      return { ...outcome, codes: outcome.findings.map(({ code, place }) => `${code} ${place.line}`) }
    },
    read: (file: string): string => readFileSync(join(out, file), 'utf8'),
  }
}
const inFolder = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`saved/${path}`, text]))
const warningsIn = (codes: readonly string[]): string[] => codes.filter((code) => code.startsWith('correction'))

describe('the example in docs/corrections.md', () => {
  it('does what it says, all of it', async () => {
    const { run, read } = saved(inFolder({ ...site, 'corrections.yaml': example }))
    const { exitCode, codes, record } = await run()
    expect(exitCode).toBe(0)
    // The day is one that this site tells itself.
    expect(warningsIn(codes)).toEqual(['correction-needless 2'])
    expect(record).toMatchObject({ corrections: { applied: 14, needless: 1, notApplied: 0 } })
    expect(read('page-02/page.yaml')).toContain('label: A02\nname: 民生')
    const [, head, ...body] = read('page-01/03-news.md').split('---\n')
    expect(head).toMatch(/source: content_1.htm\nkicker: 初夏\nheadline: 河边有约\noutlines/u)
    expect(body.join('')).toBe('\n昨天说的是河边的事情，人人都来。\n\n两岸灯火通明，直到夜深。\n\n明天继续。\n')
    expect(read('page-01/01-news.md')).toContain('headline: 第一则')
    expect(read('page-01/02-notice.md')).toContain('source: content_3.htm / 第二件事\nheadline: 第二则')
    const joined = read('page-01/04-news.md')
    expect(joined).toContain('outlines: {"1": [[0, 400, 800, 400, 800, 900, 0, 900]], A02: [[')
    expect(joined).toContain('桥的来历。\n\n<!-- cut: A02 -->\n\n## 桥上（下）\n\n桥上的后一段')
    expect(read('page-01/05-news.md')).toContain('headline: 天气')
    expect(() => read('page-02/01-news.md')).toThrow()
  })

  it('becomes an issue that is sound', async () => {
    const { folder } = saved(inFolder({ ...site, 'corrections.yaml': example }))
    const { bundle } = await importAndBuild(join(folder, 'saved'), folder)
    expect(bundle.issue.articles.map(({ headline }) => headline)).toEqual([
      '第一则',
      '第二则',
      '河边有约',
      '桥上',
      '天气',
    ])
  })
})

describe('corrections', () => {
  const entry = 'articles:\n  - { source: content_2.htm, was: 桥上, headline: 桥下 }\n'

  it('survive another import of a source that has changed', async () => {
    const { folder, run, read } = saved(inFolder({ ...site, 'corrections.yaml': entry }))
    await run()
    writeFiles(join(folder, 'saved'), new Map([[`${day}/content_2.htm`, articleFile('桥上', ['全新的一段。'])]]))
    expect(warningsIn((await run()).codes)).toEqual([])
    expect(read('page-01/02-news.md')).toContain('headline: 桥下')
    expect(read('page-01/02-news.md')).toContain('全新的一段。')
  })

  it('that the source has made its own are said to be needless, and the others to apply no longer', async () => {
    const more = '  - { source: content_3.htm, was: 两则简讯, kind: notice }\n'
    const { folder, run } = saved(inFolder({ ...site, 'corrections.yaml': `${entry}${more}` }))
    await run()
    writeFiles(
      join(folder, 'saved'),
      new Map([
        [`${day}/content_2.htm`, articleFile('桥下', ['一段。'])],
        [`${day}/content_3.htm`, articleFile('三则', ['别的事。'])],
      ]),
    )
    const { exitCode, codes, lines } = await run()
    expect(exitCode).toBe(0)
    expect(warningsIn(codes)).toEqual(['correction-needless 2', 'correction-not-applied 3'])
    expect(lines).toContain('  corrections: 0 applied, 1 no longer needed, 1 not applied')
  })

  it('of a file lie beside it', async () => {
    const text = shown('News of the day', 50, 740, 24) + shown('The council has decided to build.', 50, 700)
    const { run, read } = saved({
      'issue.pdf': tinyPdf([{ content: text }]),
      'issue.corrections.yaml':
        'articles:\n  - { source: page 1 article 1, was: News of the day, headline: Council to Build }\n',
      'corrections.yaml': 'not: read\n',
    })
    expect((await run({ path: 'issue.pdf' })).exitCode).toBe(0)
    expect(read('page-01/01-news.md')).toContain('headline: Council to Build')
  })

  it('may lie elsewhere, and then have to be there', async () => {
    const { folder, run, read } = saved({ ...inFolder(site), 'mine/a.yaml': entry })
    expect((await run({ corrections: join(folder, 'mine/a.yaml') })).exitCode).toBe(0)
    expect(read('page-01/02-news.md')).toContain('headline: 桥下')
    rmSync(join(folder, 'mine/a.yaml'))
    expect((await run({ corrections: join(folder, 'mine/a.yaml') })).codes).toEqual(['unreadable-file undefined'])
  })

  it('with a fault leave nothing half-written', async () => {
    const { folder, out, run } = saved(inFolder({ ...site, 'corrections.yaml': `${entry}    headlin: 错\n` }))
    expect((await run()).exitCode).toBe(1)
    expect(existsSync(out)).toBe(false)
    expect(readdirSync(folder)).toEqual(['saved'])
  })
})

describe('the report of an import', () => {
  it('tells pages, articles, joins, places, area, corrections and findings, in both languages', async () => {
    const { run } = saved(inFolder({ ...site, 'corrections.yaml': example }))
    const { lines, record } = await run()
    expect(lines[0]).toMatch(/^epaper-html: 2 pages, 5 articles, 1 join \(\d+\.\d s\)$/u)
    expect(lines.slice(1, 6)).toEqual([
      '  joined as the source or a correction states: 1',
      '  characters: 0 with their places, 91 without',
      expect.stringMatching(/^ {2}articles cover 1\d\.\d % of the pages$/u),
      '  corrections: 14 applied, 1 no longer needed, 0 not applied',
      '  findings: 1 warning, 3 notes',
    ])
    expect(record).toMatchObject({ kind: 'epaper-html', pages: 2, articles: 5, joins: 1, placed: 0, unplaced: 91 })
    for (const line of lines) expect(lineInChinese(line)).toMatch(/\p{Script=Han}/u)
  })

  it('tells the joins that a build will make by what proves them, and lines that are offered or lead nowhere', async () => {
    const { run, folder } = saved(
      inFolder({
        ...site,
        [`${day}/content_1.htm`]: articleFile('河边有约', ['昨天说的是河边的事情，人人', '（下转第2版）']),
        [`${day}/content_2.htm`]: articleFile('桥上', ['桥上说完了。', '（下转第9版）']),
        [`${day}/content_4.htm`]: articleFile('河边有约', ['（上接第1版）都来，两岸灯火通明，直到夜深。']),
      }),
    )
    const { lines, record } = await run()
    expect(lines[0]).toMatch(/, 1 join \(/u)
    expect(lines.slice(1, 3)).toEqual([
      '  joined when it is built, by printed-out, printed-in, page-label, cut-sentence, shared-title: 1',
      '  with a line to or from another page that leads nowhere: 1',
    ])
    expect(lines.slice(1, 3).map(lineInChinese)).toEqual([
      '  编报时依据文末的下转行、文首的上接行、印着的版次、断开的句子、相同的标题接上的：1 处',
      '  印着转版、但本期没有另一头的：1 篇',
    ])
    expect(record).toMatchObject({ joins: 0, jumps: { possible: 0, unresolved: 1 } })
    writeFiles(
      join(folder, 'saved'),
      new Map([
        [`${day}/content_4.htm`, articleFile('桥头', ['都来，两岸灯火通明，直到夜深。'])],
        [`${day}/content_5.htm`, articleFile('征订', ['都来，欢迎订阅本报，电话见报头。'])],
      ]),
    )
    const again = await run()
    expect(again.lines).toContain('  with a line to or from another page, but several may be meant: 1')
    expect(again.record).toMatchObject({ jumps: { proven: {}, possible: 1, unresolved: 1 } })
  })

  it('counts characters that have places', async () => {
    const { run } = saved({
      'issue.pdf': tinyPdf([{ content: shown('News', 50, 740, 24) + shown('The council.', 50, 700) }]),
    })
    expect((await run({ path: 'issue.pdf' })).record).toMatchObject({ placed: 15, unplaced: 0 })
  })
})
