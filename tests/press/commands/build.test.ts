import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeCatalog, decodeIssue, decodePaper, decodeYearCatalog } from '@/bundle/codec'
import { digestOf } from '@/bundle/integrity'
import { libraryPath, receivedField, receivePath } from '@/library/app-paths'
import { build } from '@/press/commands/build'
import { check } from '@/press/commands/check'
import { inspect } from '@/press/commands/inspect'
import { articleFile, plainFiles } from '../../support/manuscript'
import { quietContext } from '../../support/quiet-context'
import { tempFolder } from '../../support/temp-folder'
import { writeManuscript } from '../../support/write-manuscript'

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><rect width="300" height="200" fill="#999"/></svg>`
const files = {
  'page-01/01.md': articleFile(
    'headline: 甲\nweight: lead\npictures:\n  - file: a.svg\n    caption: 图',
    '一段话。'.repeat(30),
  ),
  'page-01/a.svg': drawing,
  'page-02/01.md': articleFile('headline: 乙', '另一段。'),
}

const workplace = (extra: Readonly<Record<string, string>> = {}) => {
  const folder = join(tempFolder(), 'manuscript')
  const out = join(folder, '../site')
  writeManuscript(folder, { ...files, ...extra })
  const told: string[] = []
  const run = () => build({ folder, out }, { ...quietContext(), tell: (line) => told.push(line) })
  const issueFolder = join(out, 'data/2026-11-24')
  return { folder, out, run, told, issueFolder, issue: () => decodeIssue(readBytes(join(issueFolder, 'issue.json'))) }
}
const readBytes = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path))

describe('press build', () => {
  it('writes a bundle that its own check finds sound, its catalogues and the paper’s files', async () => {
    const { out, run, issueFolder, issue } = workplace()
    expect((await run()).exitCode).toBe(0)
    expect((await check(issueFolder, quietContext())).exitCode).toBe(0)
    const catalog = decodeCatalog(readBytes(join(out, 'data/catalog.json')))
    expect(catalog.issues).toMatchObject([{ id: '2026-11-24', revision: 1, lead: '甲', pages: 2 }])
    expect(catalog.issues[0]?.sha256).toBe(await digestOf(readBytes(join(issueFolder, 'issue.json'))))
    expect(decodeYearCatalog(readBytes(join(out, 'data/catalog-2026.json')), '').issues).toEqual(catalog.issues)
    expect(decodePaper(readBytes(join(out, 'paper.json')))).toEqual(issue().paper)
    expect(JSON.parse(readFileSync(join(out, 'manifest.webmanifest'), 'utf8'))).toMatchObject({ name: '平常报' })
  })

  it('reads an article that an older program wrote in GB 2312', async () => {
    const { folder, run, issue } = workplace()
    const title = [0xb6, 0xc9, 0xbf, 0xda, 0xb5, 0xc4, 0xc7, 0xc5]
    const article = ['---\nheadline: ', Uint8Array.from(title), '\n---\n', Uint8Array.from([...title, 0xa1, 0xa3])]
    writeFileSync(join(folder, 'page-02/01.md'), Buffer.concat(article.map((part) => Buffer.from(part))))
    expect((await run()).exitCode).toBe(0)
    expect(issue().articles[1]?.headline).toBe('渡口的桥')
  })

  it('sends shared and opened files to where the app takes them', async () => {
    const { out, run } = workplace()
    await run()
    expect(JSON.parse(readFileSync(join(out, 'manifest.webmanifest'), 'utf8'))).toMatchObject({
      share_target: { action: `./${receivePath}`, params: { files: [{ name: receivedField }] } },
      file_handlers: [{ action: `./${libraryPath}` }],
    })
  })

  it('writes nothing of an article that was withdrawn but its title and the notice', async () => {
    const { run, issue, issueFolder, folder } = workplace()
    await run()
    const { id } = issue().articles[0] ?? {}
    writeFileSync(
      join(folder, 'page-01/01.md'),
      articleFile('headline: 甲\nwithdrawn: { on: 2026-11-25, notice: 内容有误。 }', '一段话。'.repeat(30)),
    )
    expect((await run()).exitCode).toBe(0)
    expect((await check(issueFolder, quietContext())).exitCode).toBe(0)
    expect(issue().articles).toMatchObject([{ id, withdrawn: { on: '2026-11-25', notice: '内容有误。' } }, {}])
    const texts = readdirSync(issueFolder).map((name) => readFileSync(join(issueFolder, name), 'utf8'))
    expect(texts.some((text) => text.includes('内容有误'))).toBe(true)
    expect(texts.filter((text) => text.includes('一段话'))).toEqual([])
  })

  it('reports a screenshot that no browser would accept', async () => {
    const { run } = workplace({
      'screenshots/1-长条.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="100"/>',
    })
    const { exitCode, findings } = await run()
    expect(exitCode).toBe(1)
    expect(findings).toMatchObject([{ code: 'bad-picture', place: { file: 'screenshots/1-长条.svg' } }])
    expect(findings[0]?.why).toContain('320 to 3840 pixels')
  })

  it('makes the same bytes twice, and keeps the ids it assigned', async () => {
    const { folder, run, issueFolder } = workplace()
    await run()
    const before = readBytes(join(issueFolder, 'issue.json'))
    const ids = readFileSync(join(folder, 'ids.yaml'), 'utf8')
    await run()
    expect(readBytes(join(issueFolder, 'issue.json'))).toEqual(before)
    expect(readFileSync(join(folder, 'ids.yaml'), 'utf8')).toBe(ids)
  })

  it('names pictures in the order of the pages, whichever is encoded first', async () => {
    const circles = Array.from({ length: 3000 }, (_, at) => `<circle cx="${at}" cy="${at % 2000}" r="40"/>`).join('')
    const { run, issue } = workplace({
      'page-01/a.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="2000">${circles}</svg>`,
      'page-02/01.md': articleFile('headline: 乙\npictures:\n  - file: b.svg\n    caption: 图', '另一段。'),
      'page-02/b.svg': drawing,
    })
    await run()
    const { parts, pictures } = issue()
    const names = parts.filter(({ role }) => role === 'picture').map(({ name }) => name)
    expect(pictures).toHaveLength(2)
    expect(names).toEqual(pictures.flatMap(({ images }) => images))
  })

  it('keeps an article’s id when its file is renamed', async () => {
    const { folder, run, issue } = workplace()
    await run()
    const before = issue().articles.find(({ headline }) => headline === '乙')?.id
    writeFileSync(join(folder, 'page-02/09-new.md'), files['page-02/01.md'])
    writeFileSync(join(folder, 'page-02/01.md'), articleFile('headline: 丙', '全新的一段。'))
    await run()
    const ids = new Map(issue().articles.map(({ id, headline }) => [headline, id]))
    expect(ids.get('丙')).toBe(before)
    expect(ids.get('乙')).not.toBe(before)
  })

  it('encodes a picture in two widths', async () => {
    const { run, issue } = workplace()
    await run()
    const widths = issue()
      .parts.filter(({ role }) => role === 'picture')
      .map(({ width }) => width)
    expect(widths).toEqual([640, 1600])
  })

  it('encodes a printed page as a thumbnail, one that fits a screen, and a large image', async () => {
    const { run, issue } = workplace({
      'page-02/page.yaml': 'picture: p.svg',
      'page-02/p.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="1300" height="1900"><rect width="1300" height="1900"/></svg>',
      'page-02/01.md': articleFile('headline: 乙\noutlines: [[0, 0, 100, 0, 100, 100]]', '另一段。'),
    })
    await run()
    const rendition = issue().pages[1]?.renditions[0]
    expect(rendition).toMatchObject({ kind: 'facsimile', width: 1300, height: 1900 })
    expect(
      issue()
        .parts.filter(({ role }) => role === 'facsimile')
        .map(({ width }) => width),
    ).toEqual([200, 1100, 2600])
  })

  it.each([
    ['an unknown key', { 'page-01/01.md': articleFile('headlin: 甲', '一。') }],
    ['a missing picture', { 'page-01/01.md': articleFile('pictures:\n  - file: b.svg', '一。') }],
    ['a weekday that does not agree', { 'issue.yaml': 'date: 2026-11-24\nweekday: 星期三' }],
    ['a lunar date that does not agree', { 'issue.yaml': 'date: 2026-11-24\nlunar_date: 十月初一' }],
    [
      'one id twice',
      { 'page-01/01.md': articleFile('id: abc', '一。'), 'page-02/01.md': articleFile('id: abc', '二。') },
    ],
    ['a picture that is none', { 'page-01/a.svg': 'not a drawing' }],
  ])('writes nothing over %s, and leaves what stood there as it was', async (_, extra) => {
    const { folder, out, run, issueFolder } = workplace()
    await run()
    const before = new Map(readdirSync(issueFolder).map((name) => [name, readBytes(join(issueFolder, name))]))
    writeManuscript(folder, extra)
    const outcome = await run()
    expect(outcome.exitCode).toBe(1)
    expect(outcome.findings.some(({ severity }) => severity === 'fatal')).toBe(true)
    expect(new Map(readdirSync(issueFolder).map((name) => [name, readBytes(join(issueFolder, name))]))).toEqual(before)
    expect(readdirSync(out)).not.toContain('data.new')
  })

  it.each([
    ['a text', { 'page-02/01.md': articleFile('headline: 乙', '改过的一段。') }, '  changed: 乙'],
    ['a headline', { 'page-01/01.md': articleFile('headline: 丙', '一段话。'.repeat(30)) }, '  changed: 丙'],
    ['a new article', { 'page-02/02.md': articleFile('headline: 丁', '新的。') }, '  added: 丁'],
    [
      'a withdrawal',
      { 'page-02/01.md': articleFile('headline: 乙\nwithdrawn: { on: 2026-11-25, notice: 有误。 }', '') },
      '  withdrawn: 乙',
    ],
    ['a new page', { 'page-03/01.md': articleFile('headline: 戊', '新的。') }, '  pages added: 3'],
    ['the masthead', { 'issue.yaml': 'date: 2026-11-24\nhotline: 0571\n' }, '  masthead: changed'],
    [
      'the picture',
      { 'page-01/a.svg': drawing.replace('#999', '#333') },
      '  only layout, pictures or the paper’s own lines',
    ],
  ])('raises the revision by itself for %s, and lists what changed before it writes', async (_, changed, line) => {
    const { folder, run, issue, told } = workplace()
    await run()
    writeManuscript(folder, changed)
    expect((await run()).exitCode).toBe(0)
    expect(told).toEqual(expect.arrayContaining(['correction: revision 1 becomes 2', line]))
    expect(issue().revision).toBe(2)
    await run()
    expect(issue().revision).toBe(2)
  })

  it.each([
    [1, 2],
    [2, 2],
    [7, 7],
  ])('takes a revision of %i in the manuscript for at least that: %i', async (wanted, revision) => {
    const { folder, run, issue } = workplace({ 'issue.yaml': 'date: 2026-11-24\nrevision: 1\n' })
    await run()
    writeManuscript(folder, {
      'issue.yaml': `date: 2026-11-24\nrevision: ${wanted}\n`,
      'page-02/01.md': articleFile('headline: 乙', '再改。'),
    })
    await run()
    expect(issue().revision).toBe(revision)
  })

  it.each([
    ['a correction', { 'page-02/01.md': articleFile('headline: 乙', '改过。') }],
    [
      'a withdrawal',
      { 'page-02/01.md': articleFile('headline: 乙\nwithdrawn: { on: 2026-11-25, notice: 有误。 }', '另一段。') },
    ],
    ['an article that is gone', { 'page-01/01.md': articleFile('headline: 甲', '只剩一段。') }],
  ])('removes printed pages that show what the issue was before %s, and says so', async (_, changed) => {
    const { folder, out, run } = workplace()
    await run()
    const printed = join(out, 'print/2026-11-24.pdf')
    mkdirSync(join(out, 'print'))
    writeFileSync(printed, '%PDF-1.7')
    expect((await run()).findings.map(({ code }) => code)).not.toContain('printed-before')
    expect(existsSync(printed)).toBe(true)
    writeManuscript(folder, changed)
    expect((await run()).findings.map(({ code }) => code)).toContain('printed-before')
    expect(existsSync(printed)).toBe(false)
  })

  it('says of an article whose file is gone that it was removed, and not that it was withdrawn', async () => {
    const { folder, run, told } = workplace({ 'page-02/02.md': articleFile('headline: 丁', '一段。') })
    await run()
    rmSync(join(folder, 'page-02/02.md'))
    await run()
    expect(told).toEqual(['correction: revision 1 becomes 2', '  removed: 丁'])
  })

  it('keeps the revision of a draft, and warns', async () => {
    const { folder, out, run, issue } = workplace()
    await run()
    writeManuscript(folder, { 'page-02/01.md': articleFile('headline: 乙', '改过的一段。') })
    const { findings } = await build({ folder, out, draft: true }, quietContext())
    expect(findings.map(({ code }) => code)).toContain('revision-not-raised')
    expect(issue().revision).toBe(1)
  })

  it.each(['data/catalog.json', 'paper.json'])('refuses the site of another paper, known by its %s', async (kept) => {
    const { folder, out, run } = workplace()
    await run()
    for (const name of ['data/catalog.json', 'paper.json']) if (name !== kept) rmSync(join(out, name))
    writeManuscript(folder, { 'paper.yaml': plainFiles['paper.yaml'].replace('plain.example', 'other.example') })
    const before = readFileSync(join(out, kept))
    const { exitCode, findings } = await run()
    expect(exitCode).toBe(1)
    expect(findings).toMatchObject([{ code: 'foreign-site', why: expect.stringContaining('plain.example') }])
    expect(readFileSync(join(out, kept))).toEqual(before)
  })

  describe('where an issue of the day is there already', () => {
    const other = {
      'page-01/01.md': articleFile('headline: 丙', '晚上的事。'),
      'page-02/01.md': articleFile('headline: 丁', '夜里的事。'),
    }
    const afterAnother = async (changed: Readonly<Record<string, string>>, hasIds = false) => {
      const first = workplace()
      await first.run()
      const folder = join(tempFolder(), 'second')
      writeManuscript(folder, { ...files, ...changed })
      if (hasIds) cpSync(join(first.folder, 'ids.yaml'), join(folder, 'ids.yaml'))
      return { ...first, folder, issueBefore: readFileSync(join(first.issueFolder, 'issue.json')) }
    }

    it('refuses one from another manuscript, names `edition`, and leaves the first as it was', async () => {
      const { folder, out, issueFolder, issueBefore } = await afterAnother(other)
      const { exitCode, findings } = await build({ folder, out }, quietContext())
      expect(exitCode).toBe(1)
      expect(findings).toMatchObject([{ code: 'other-manuscript', place: { file: 'issue.yaml' } }])
      expect(findings[0]?.fix).toContain('`edition`')
      expect(findings[0]?.fix).toContain('--replace')
      expect(readFileSync(join(issueFolder, 'issue.json'))).toEqual(issueBefore)
      expect(existsSync(join(folder, 'ids.yaml'))).toBe(false)
    })

    it.each<[string, Readonly<Record<string, string>>, { isReplacing?: boolean; hasIds?: boolean }]>([
      ['it is asked for', other, { isReplacing: true }],
      ['it has an edition', { ...other, 'issue.yaml': 'date: 2026-11-24\nedition: wan\n' }, {}],
      ['it is the same folder with every headline changed', other, { hasIds: true }],
      ['one headline is the same, and ids.yaml is lost', { 'page-02/01.md': articleFile('headline: 丁', '夜。') }, {}],
    ])('builds it if %s', async (_, changed, { isReplacing = false, hasIds = false }) => {
      const { folder, out } = await afterAnother(changed, hasIds)
      expect((await build({ folder, out, replace: isReplacing }, quietContext())).exitCode).toBe(0)
    })
  })

  it('gives new names only to parts that changed', async () => {
    const { folder, run, issue } = workplace()
    await run()
    const before = new Set<string>(issue().parts.map(({ name }) => name))
    writeManuscript(folder, {
      'issue.yaml': 'date: 2026-11-24\nrevision: 2\n',
      'page-02/01.md': articleFile('headline: 乙', '改过。'),
    })
    await run()
    expect(
      issue()
        .parts.filter(({ name }) => !before.has(name))
        .map(({ name }) => name.split('.')[0]),
    ).toEqual(['page-02'])
  })

  it('keeps older issues in the catalogue, the newest first', async () => {
    const { folder, out, run } = workplace()
    await run()
    writeManuscript(folder, { 'issue.yaml': 'date: 2026-11-25\n' })
    await run()
    writeManuscript(folder, { 'issue.yaml': 'date: 2025-01-01\n' })
    await run()
    const catalog = decodeCatalog(readBytes(join(out, 'data/catalog.json')))
    expect(catalog.issues.map(({ id }) => id)).toEqual(['2026-11-25', '2026-11-24', '2025-01-01'])
    expect(catalog.years).toEqual([2026, 2025])
  })
})

describe('press check', () => {
  it.each([
    [
      'a part that is not there',
      (folder: string, part: string) => writeFileSync(join(folder, part), ''),
      'is not what issue.json says',
    ],
    [
      'JSON that breaks off',
      (folder: string) => writeFileSync(join(folder, 'issue.json'), '{"format":'),
      'not valid JSON',
    ],
  ])('finds %s', async (_, damage, words) => {
    const { run, issue, issueFolder } = workplace()
    await run()
    damage(issueFolder, issue().parts[0]?.name ?? '')
    const { exitCode, findings } = await check(issueFolder, quietContext())
    expect(exitCode).toBe(1)
    expect(findings[0]?.why).toContain(words)
  })
  it('says that there is no bundle', async () =>
    expect((await check(tempFolder(), quietContext())).findings[0]?.why).toBe('issue.json is missing'))
})

describe('press inspect', () => {
  it('names pages, articles and joins with their evidence', async () => {
    const { run, issueFolder } = workplace({
      'page-01/02.md': articleFile('headline: 河上的桥\nprinted_jump: ▶下转第二版', '桥修好了，'),
      'page-02/02.md': articleFile('headline: 河上的桥\nprinted_from: ◀上接第一版', '人都来看。'),
    })
    await run()
    const text = (await inspect(issueFolder)).lines.join('\n')
    expect(text).toContain('平常报 2026-11-24, revision 1: 2 pages, 3 articles')
    expect(text).toContain('lunarDate: 丙午年十月十六')
    expect(text).toMatch(
      /Jumps: 1\n.*河上的桥\n.*page 1.*▶下转第二版\n.*page 2.*joined by printed-out, printed-in, page-label/,
    )
  })
})
