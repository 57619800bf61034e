import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '@/press/commands/build'
import { importPrinted, type PrintedImport } from '@/press/commands/import-printed'
import { quietContext } from '../../support/quiet-context'
import { tempFolder } from '../../support/temp-folder'

const fixtures = 'tests/fixtures/ocr-text'

/** The raw text of a page, `page.txt`, in a folder of its own, and what is imported of it. */
const saved = (name: 'old-bridge' | 'reading-festival', corrections?: string) => {
  const folder = tempFolder()
  const [path, out] = [join(folder, 'text/page.txt'), join(folder, 'manuscript')]
  mkdirSync(join(folder, 'text'))
  cpSync(join(fixtures, `${name}.txt`), path)
  const correct = (yaml: string): void => writeFileSync(join(folder, 'text/page.corrections.yaml'), yaml)
  if (corrections !== undefined) correct(corrections)
  return {
    folder,
    path,
    out,
    correct,
    run: async (options: Partial<PrintedImport> = {}) => {
      const outcome = await importPrinted({ path, out, ...options }, quietContext())
      const told = outcome.findings.filter(({ code }) => code.startsWith('correction') || code.includes('by-hand'))
      return { ...outcome, told: told.map(({ code, place, why }) => `${code} ${place.line ?? place.file}: ${why}`) }
    },
    read: (file: string): string => readFileSync(join(out, file), 'utf8'),
    files: (): string[] => readdirSync(join(out, 'page-01')).filter((file) => file.endsWith('.md')),
    edit: (file: string, from: string, to: string) =>
      writeFileSync(join(out, file), readFileSync(join(out, file), 'utf8').replace(from, to)),
  }
}

const bridge = 'source: 修桥期间行人绕行 公交三条线路改道\n    was: 修桥期间行人绕行'
const tea = 'source: 老街茶馆重新开门\n    was: 老街茶馆重新开门'
const weather = 'source: 气象站：一周天气以多云为主\n    was: 气象站：一周天气'
/** An entry for one article. */
const entry = (name: string, ...lines: readonly string[]): string =>
  `articles:\n  - ${name}\n${lines.map((line) => `    ${line}\n`).join('')}`

describe('the raw text of a page', () => {
  it('is known for what it is, by its name or in its folder, and that is said', async () => {
    const { run, folder } = saved('old-bridge')
    const line = /^ocr-text: 1 page, 3 articles, 0 joins \(\d+\.\d s\)$/u
    expect((await run()).lines[0]).toMatch(line)
    expect((await run({ path: join(folder, 'text'), out: join(folder, 'again') })).lines[0]).toMatch(line)
  })

  it('is one of several only if it is named', async () => {
    const { run, folder, path, out } = saved('old-bridge')
    cpSync(path, join(folder, 'text/page-2.txt'))
    const guessed = await run({ path: join(folder, 'text') })
    expect(guessed.findings.map(({ code }) => code)).toEqual(['unknown-source'])
    const named = await run({ path: join(folder, 'text'), kind: 'ocr-text' })
    expect(named.findings.map(({ code, facts }) => [code, facts['count']])).toEqual([['ocr-one-page', '2']])
    expect(existsSync(out)).toBe(false)
    expect((await run()).exitCode).toBe(0)
  })

  it('that holds nothing, or is not there, is told in words, and nothing is written', async () => {
    const { run, path, out } = saved('old-bridge')
    writeFileSync(path, '2024年4月23日 星期二\n\n责任编辑：张三\n')
    expect((await run()).findings.map(({ code, severity }) => [code, severity])).toContainEqual(['ocr-empty', 'fatal'])
    const missing = await run({ path: `${path}.gone`, kind: 'ocr-text' })
    expect([missing.exitCode, missing.findings.map(({ code }) => code)]).toEqual([1, ['unreadable-file']])
    expect(existsSync(out)).toBe(false)
  })

  it('names the paper’s domain where the masthead has its site', async () => {
    const { run, read } = saved('reading-festival')
    await run()
    expect(read('paper.yaml')).toMatch(/^id: example\.cn\n.*\nlang: zh-Hans\n/u)
    expect(read('issue.yaml')).not.toContain('lang')
  })
})

describe('corrections of a raw text', () => {
  it('set titles, take lines away and give another kind', async () => {
    const { run, read, files } = saved(
      'old-bridge',
      entry(weather, 'kicker: 出行', 'headline: 一周多云', 'without: byline', 'kind: notice'),
    )
    const { told, record } = await run()
    expect([told, record]).toMatchObject([[], { corrections: { applied: 4, needless: 0, notApplied: 0 } }])
    expect(files()).toContain('03-notice.md')
    const [, head = ''] = read('page-01/03-notice.md').split('---\n')
    expect(head).toMatch(/kicker: 出行\nheadline: 一周多云\nkind: notice\nweight: brief\n$/u)
  })

  it('mend words, take a paragraph out and put one in', async () => {
    const text = [
      'text:',
      '  - { from: 工期四十五天, to: 工期五十四天 }',
      '  - { drop: 大修期间 }',
      '  - { add: 绕行图见今日第三版。, after: 城西老石桥 }',
    ]
    const { run, read } = saved('old-bridge', entry(bridge, ...text))
    expect((await run()).told).toEqual([])
    const [, , body = ''] = read('page-01/01-lead.md').split('---\n')
    const paragraphs = body.trim().split('\n\n')
    expect(paragraphs.map((one) => one.slice(0, 6))).toEqual(['城西老石桥下', '绕行图见今日', '改道期间最忙'])
    expect(paragraphs[0]).toContain('工期五十四天。')
  })

  it('cut what was read into the wrong article, and join it to its own', async () => {
    const rest = '{ source: 老街茶馆重新开门 / 拆下的石料编号, was: 拆下的石料编号存放 }'
    const { run, read, files } = saved(
      'old-bridge',
      `${entry(tea, 'cuts:', '  - { before: 拆下的石料编号 }')}  - ${bridge}\n    continues_in: ${rest}\n`,
    )
    expect((await run()).told).toEqual([])
    expect(files()).toEqual(['01-lead.md', '02-standard.md', '03-brief.md'])
    expect(read('page-01/01-lead.md')).toMatch(/推小车过便桥。\n\n拆下的石料编号存放在桥头空地/u)
    expect(read('page-01/02-standard.md')).not.toContain('石料')
  })

  it('leave an article out, with its picture', async () => {
    const picture = 'source: 第九届城西区全民读书节开幕式现场。\n    was: –'
    const { run, out } = saved('reading-festival', entry(picture, 'drop: true'))
    expect((await run()).told).toEqual([])
    expect(existsSync(join(out, 'page-01/pictures'))).toBe(false)
  })

  it('change the order, and the first article leads the page', async () => {
    const { run, read, files } = saved('old-bridge', entry(weather, 'order: 1'))
    await run()
    expect(files()).toEqual(['01-lead.md', '02-standard.md', '03-standard.md'])
    expect(read('page-01/01-lead.md')).toContain(
      'headline: 气象站：一周天气以多云为主\nbyline: 记者 张三\nweight: lead',
    )
    expect(read('page-01/02-standard.md')).toContain('headline: 修桥期间')
  })

  it('keep the line to another page with the end of the text', async () => {
    const lead = 'source: 十辆流动书屋今天上路\n    was: 十辆流动书屋'
    const { run, read } = saved('reading-festival', entry(lead, 'cuts:', '  - { before: 流动书屋由, headline: 车上 }'))
    await run()
    expect(read('page-01/01-lead.md')).not.toContain('printed_jump')
    expect(read('page-01/02-news.md')).toMatch(/headline: 车上\nprinted_jump: ▶下转第三版/u)
  })

  it('add an article that was not recognised, without outlines', async () => {
    const added =
      'new_articles:\n  - { source: 订报, page: 1, headline: 征订启事, kind: notice, text: [第一段。, 第二段。] }\n'
    const { run, read } = saved('old-bridge', added)
    expect((await run()).told).toEqual([])
    expect(read('page-01/04-notice.md')).toMatch(/headline: 征订启事\nkind: notice\n---\n\n第一段。\n\n第二段。\n$/u)
  })

  it('name the page, the day and the number, also of a combined issue', async () => {
    const { run, read } = saved(
      'old-bridge',
      "issue: { date: 2024-06-04, issue_no: 22-23 }\npages:\n  - { page: 1, was: '1', label: A01, name: 要闻 }\n",
    )
    expect((await run()).told).toEqual([])
    expect(read('issue.yaml')).toMatch(/^date: 2024-06-04\n.*issue_no: 22-23\n/su)
    expect(read('page-01/page.yaml')).toBe('label: A01\nname: 要闻\n')
  })

  it('that give outlines do nothing, which is said: the page has no picture', async () => {
    const { run } = saved('old-bridge', entry(tea, 'outlines: [[0, 0, 9, 0, 9, 9]]', 'kicker: 开门'))
    const { exitCode, told, record } = await run()
    expect([exitCode, record]).toMatchObject([0, { corrections: { applied: 1, notApplied: 1 } }])
    expect(told).toEqual([expect.stringMatching(/^correction-not-applied 4: .*has no picture/u)])
  })

  it('that apply no longer are told with their line, and those that the text says itself', async () => {
    const { run, path, correct } = saved('old-bridge')
    await run()
    writeFileSync(path, readFileSync(path, 'utf8').replace('老街茶馆重新开门', '新街茶楼今天开张'))
    correct(`${entry(tea, 'kicker: 开门')}  - ${bridge}\n    text: [{ from: 工期九十天, to: 工期四十五天 }]\n`)
    const { exitCode, told } = await run()
    expect(exitCode).toBe(0)
    expect(told).toEqual([
      expect.stringMatching(/^correction-not-applied 2: .*no article has this id/u),
      expect.stringMatching(/^correction-needless 7: /u),
    ])
  })

  it('with a fault stop in words, and nothing is written', async () => {
    const { run, out } = saved('old-bridge', entry(tea, 'headlin: 错'))
    const { exitCode, findings } = await run()
    expect(exitCode).toBe(1)
    const fatal = findings.filter(({ severity }) => severity === 'fatal')
    expect(fatal.map(({ place }) => place.line)).toEqual([4])
    expect(existsSync(out)).toBe(false)
  })

  it('become an issue that is sound', async () => {
    const { run, out, folder } = saved('old-bridge', entry(tea, 'order: 1', 'headline: 茶馆又开了'))
    await run()
    const { exitCode } = await build({ folder: out, out: join(folder, 'site') }, quietContext())
    expect(exitCode).toBe(0)
    expect(readFileSync(join(folder, 'site/data/2024-06-03/issue.json'), 'utf8')).toContain('茶馆又开了')
  })
})

describe('a raw text that is imported again', () => {
  it('writes nothing where nothing has changed, and what is corrected now where nobody touched the files', async () => {
    const { run, read, correct } = saved('old-bridge')
    await run()
    expect((await run()).record).toMatchObject({ changed: [], removed: [], kept: [] })
    correct(entry(tea, 'headline: 茶馆又开了'))
    expect((await run()).record).toMatchObject({ changed: ['page-01/02-standard.md'], removed: [], kept: [] })
    expect(read('page-01/02-standard.md')).toMatch(/^---\nid: \w+\nsource: 老街茶馆重新开门\nheadline: 茶馆又开了\n/u)
  })

  it('keeps what a person changed in the manuscript', async () => {
    const { run, edit, read, correct } = saved('old-bridge')
    await run()
    edit('page-01/02-standard.md', 'headline: 老街茶馆重新开门', 'headline: 手改的题')
    correct(entry(tea, 'headline: 茶馆又开了'))
    expect((await run()).told).toEqual([expect.stringMatching(/^edited-by-hand page-01\/02-standard\.md/u)])
    expect(read('page-01/02-standard.md')).toContain('headline: 手改的题')
    await run({ replace: true })
    expect(read('page-01/02-standard.md')).toContain('headline: 茶馆又开了')
  })

  it('stops at a manuscript that no import made', async () => {
    const { run, out } = saved('old-bridge')
    mkdirSync(out)
    writeFileSync(join(out, 'issue.yaml'), 'date: 2024-05-25\n')
    expect((await run()).findings.map(({ code }) => code)).toEqual(['manuscript-in-the-way'])
  })
})
