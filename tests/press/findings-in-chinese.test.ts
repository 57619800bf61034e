import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { beforeAll, describe, expect, it } from 'vitest'
import { build } from '@/press/commands/build'
import { finding } from '@/press/finding'
import { allFindings } from '@/press/findings/all-findings'
import { findingsPage } from '@/press/findings/chinese/findings-page'
import { chinese, findingInChinese, lineInChinese } from '@/press/findings/chinese/in-chinese'
import { createPhrases } from '@/press/findings/chinese/phrase-book'
import { reasons } from '@/press/findings/chinese/reasons'
import { buildPress, pressCli } from '../support/build-site'
import { articleFile } from '../support/manuscript'
import { quietContext } from '../support/quiet-context'
import { tempFolder } from '../support/temp-folder'
import { writeManuscript } from '../support/write-manuscript'

/** Three words of English in a row: what is said has not been translated. */
const english = /[a-z]{3,} [a-z’']{2,} [a-z]{2,}/i
const text = articleFile('headline: 甲', '一段话。')

const saidOf = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = join(tempFolder(), 'manuscript')
  writeManuscript(folder, { 'page-01/01.md': text, ...files })
  const { findings } = await build({ folder, out: join(folder, '../site') }, quietContext())
  return findings
    .map(findingInChinese)
    .map(({ why, fix }) => `${why}\n${fix}`)
    .join('\n')
}

describe('findings in Chinese', () => {
  it('have words for every code, and a page of the docs that is not stale', async () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(allFindings).sort())
    const page = fileURLToPath(new URL('../../docs/findings.zh-CN.md', import.meta.url))
    const formatted = await format(findingsPage(), { ...(await resolveConfig(page)), parser: 'markdown' })
    expect(readFileSync(page, 'utf8')).toBe(formatted)
    for (const code of Object.keys(allFindings)) expect(formatted).toContain(`| \`${code}\``)
  })

  it.each([
    [
      'the same label twice',
      { 'page-01/page.yaml': 'label: "1"\n', 'page-02/page.yaml': 'label: "1"\n', 'page-02/01.md': text },
      '版次是“1”',
    ],
    ['a day that is none', { 'issue.yaml': 'date: 2026-11-31\n' }, '没有 2026-11-31 这一天'],
    ['the year 0000', { 'issue.yaml': 'date: 0000-01-01\n' }, '年份须是 1600 年或以后'],
    [
      'a time zone that is none',
      { 'paper.yaml': 'id: a.example\nname: 甲\nlang: zh-Hans\ntime_zone: Nowhere/Zone\naccent: "#9c1c1c"\n' },
      '请写时区的名称',
    ],
    ['a language that is none', { 'issue.yaml': 'date: 2026-11-24\nlang: x y\n' }, '请写语言代码'],
    [
      'a bomb of aliases',
      { 'issue.yaml': `a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\ndate: 2026-11-24\n` },
      '以 * 开头的文字要加引号',
    ],
    ['a key that is none', { 'issue.yaml': 'date: 2026-11-24\nlunar: 甲\n' }, '没有“lunar”这个键'],
    ['a choice that is none', { 'page-02/01.md': articleFile('headline: 甲\nkind: nwes', '乙') }, '请写 news'],
    ['a text in Word', { 'page-01/二.docx': 'PK' }, '程序不读 .docx 文件'],
    ['a photo as a phone takes it', { 'page-01/桥.heic': 'x' }, '程序不读 .heic 文件'],
    ['page.yml', { 'page-01/page.yml': 'name: 要闻' }, '它应当叫 page.yaml'],
    [
      'a picture in capitals',
      { 'page-02/01.md': articleFile('headline: 甲', '![](bridge.jpg)'), 'page-02/Bridge.JPG': 'x' },
      '却有“Bridge.JPG”',
    ],
    [
      'a picture of a percent-encoded name that is not there',
      { 'page-02/01.md': articleFile('headline: 甲', '![](%E6%A1%A5.jpg)') },
      '没有图片',
    ],
    [
      'a picture that is none',
      { 'page-02/01.md': articleFile('headline: 甲', '![](a.jpg)'), 'page-02/a.jpg': '%PDF-1' },
      'PDF 坏了',
    ],
    [
      'a cut to a page that is not there',
      { 'page-02/01.md': articleFile('headline: 甲', '甲\n\n<!-- cut: 9 -->\n\n乙') },
      '本期没有第 9 版',
    ],
    ['a tag', { 'page-02/01.md': articleFile('headline: 甲', '<font>甲</font>') }, '标签“<font>”会照样印出来'],
    [
      'lists too deep',
      { 'page-02/01.md': articleFile('headline: 甲', `${'- '.repeat(300)}甲`) },
      '套了 20 层以上的列表和引文',
    ],
    [
      'a table too wide',
      {
        'page-02/01.md': articleFile(
          'headline: 甲',
          [' 甲 ', '---'].map((cell) => `|${`${cell}|`.repeat(2000)}`).join('\n'),
        ),
      },
      '超过 40 列的表格',
    ],
  ])('say it without a word of English: %s', async (_, files, words) => {
    const said = await saidOf(files)
    expect(said).toContain(words)
    expect(said).not.toMatch(english)
  })

  it('keep what the editor wrote', () => {
    const found = findingInChinese(
      finding('bad-value', { file: 'a' }, { key: 'it does not exist', reason: 'the disk is full' }),
    )
    expect(found.why).toBe('“it does not exist”的值不能用：磁盘满了')
  })

  it('have a Chinese for every reason, with each of its facts', () => {
    const reasonOf = createPhrases(reasons)
    for (const [template, words] of Object.entries(reasons)) {
      const count = template.split('{}').length - 1
      let no = 0
      const said = reasonOf(template.replaceAll('{}', () => `事实${++no}`)) ?? ''
      expect(said, template).toMatch(/\p{Script=Han}/u)
      expect(said, template).not.toContain('undefined')
      for (let fact = 1; fact <= count; fact++) expect(words, template).toContain(`{${fact}}`)
    }
  })

  it('say the results of commands', () => {
    expect(lineInChinese('平常报 2026-11-24: 1 page, 1 article, 6 kB')).toBe('平常报 2026-11-24：1 版，1 篇，6 kB')
    expect(lineInChinese('平常报 2026-11-24: 8 pages, 21 articles, 6 kB')).toBe('平常报 2026-11-24：8 版，21 篇，6 kB')
    expect(
      lineInChinese(
        's3: 1 file to upload, 2 kB; 2 files to remove; 1 write request and 2 deletions. Nothing was written.',
      ),
    ).toBe('s3：要上传 1，2 kB；要删除 2；1 次写请求和 2 次删除。什么也没有写。')
    expect(lineInChinese('written to site/data/2026-11-24')).toBe('写到 site/data/2026-11-24')
    expect(lineInChinese('  - public: 04ab')).toBe('  - public: 04ab')
  })
})

describe('the command line in Chinese', () => {
  beforeAll(buildPress)
  const press = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
    spawnSync('node', [pressCli, ...args], {
      encoding: 'utf8',
      cwd: tempFolder(),
      env: { ...process.env, LC_ALL: 'C.UTF-8', ...environment },
    })

  it.each([
    [['build', 'manuscrpit', '--out', 'site'], '它不存在'],
    [['check', 'no-bundle'], '✗'],
    [['sign', 'no-bundle', '--key', 'no-key'], '这不是能签名的私钥'],
    [['keygen', 'no-folder/key.pem'], '写不了密钥'],
    [['site', 'no-site'], '还没有一期报'],
    [['biuld'], '没有“biuld”这个命令'],
    [['build', '.'], '少了选项'],
    [['check'], '少了“bundle”'],
    [['check', 'a', '--jsn'], '没有“--jsn”这个选项'],
    [['serve', '.', '--port', 'x'], '不能用'],
    [['serve', '.'], '没有站点'],
    [['publish', '.', '--to', 's3://a', '--pages', 'x'], '可选：address, file'],
    [['check', 'a', 'b'], '内容太多'],
    [['import', 'a'], '少了选项'],
  ])('is spoken where the person asks for it, and where the system does: %j', (args, words) => {
    for (const { stdout, stderr } of [
      press([...args, '--lang', 'zh']),
      press(args, { LC_ALL: 'zh_CN.UTF-8' }),
      press(args, { LC_ALL: '', LANG: 'zh_TW.UTF-8' }),
    ]) {
      expect(stderr).toContain(words)
      expect(stdout + stderr).not.toMatch(english)
    }
    expect(press(args).stderr).not.toMatch(/\p{Script=Han}/u)
    expect(press([...args, '--lang', 'en'], { LC_ALL: 'zh_CN.UTF-8' }).stderr).not.toMatch(/\p{Script=Han}/u)
  })

  const commands = [
    '',
    'new',
    'build',
    'keygen',
    'sign',
    'import',
    'import ocr-text',
    'check',
    'inspect',
    'explain',
    'site',
  ]
  const more = ['old-addresses', 'serve', 'watch', 'publish', 'schema']
  it.each([...commands, ...more])('explains %j without a word of English', (command) => {
    const args = [...command.split(' ').filter((word) => word !== ''), '--help']
    const { stdout, status } = press([...args, '--lang', 'zh'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^用法： press/)
    // Names of things stay: what a person types, and what programs are called.
    const words = stdout.replace(
      /press[\w -]*|--?[\w-]+|[<\[][^>\]]*[>\]]|[\w-]+\.(?:yaml|csv|example)|s3:\S+|^ {2}[\w-]+/gm,
      '',
    )
    const names =
      /\b(?:PDF|JSON|Schema|OCR|UTF|HTML|METS|ALTO|DIDL|Olive|iArchives|IIIF|EPUB|Chromium|CDN|MinIO|Ceph|nginx|Caddy|data|id|S|en|zh|address|file)\b/g
    expect(words.replace(names, '')).not.toMatch(/[a-z]{2,}/i)
  })

  it('tells progress, result and JSON', () => {
    const folder = join(tempFolder(), 'm')
    mkdirSync(folder)
    writeManuscript(folder, { 'page-01/01.md': text })
    const out = join(folder, '../site')
    const { stdout, stderr } = press(['build', folder, '--out', out, '--lang', 'zh'])
    expect([stdout, stderr].join('\n')).not.toMatch(english)
    expect(stdout).toContain('写到')
    expect(stderr).toContain('排版')
    expect(existsSync(out)).toBe(true)
    const json: { findings: { why: string }[] } = JSON.parse(
      press(['build', 'nowhere', '--out', out, '--json', '--lang', 'zh']).stdout,
    )
    expect(json.findings[0]?.why).toContain('读不了')
  })
})
