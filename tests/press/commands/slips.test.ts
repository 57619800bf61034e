import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { build } from '@/press/commands/build'
import { failureOf } from '@/press/commands/outcome'
import { articleFile } from '../../support/manuscript'
import { quietContext } from '../../support/quiet-context'
import { tempFolder } from '../../support/temp-folder'
import { writeManuscript } from '../../support/write-manuscript'

const text = articleFile('headline: 甲', '一段话。')
const buildOf = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  const folder = join(tempFolder(), 'manuscript')
  const out = join(folder, '../site')
  writeManuscript(folder, { 'page-01/01.md': text, ...files })
  const { exitCode, findings } = await build({ folder, out }, quietContext())
  return { exitCode, found: findings.map(({ code, place, why }) => `${code} ${place.file}: ${why}`), out }
}

describe('a slip of an editor', () => {
  it.each([
    [
      'a text in Word',
      { 'page-01/二稿.docx': 'PK' },
      'unread-file page-01/二稿.docx: the press does not read .docx files',
    ],
    [
      'a page in Word only',
      { 'page-02/头条.doc': 'x' },
      'unread-file page-02/头条.doc: the press does not read .doc files',
    ],
    [
      'a photo as a phone takes it',
      { 'page-01/桥.HEIC': 'x' },
      'unread-file page-01/桥.HEIC: the press does not read .HEIC',
    ],
    [
      'a text file',
      { 'page-01/pictures/说明.txt': 'x' },
      'unread-file page-01/pictures/说明.txt: the press does not read .txt',
    ],
    [
      'page.yml',
      { 'page-01/page.yml': 'name: 要闻' },
      'misplaced-file page-01/page.yml: the press does not look for a file here, so nothing of it is in the issue; it has to be called page.yaml',
    ],
    [
      'Page.yaml',
      { 'page-01/Page.yaml': 'name: 要闻' },
      'misplaced-file page-01/Page.yaml: the press does not look for a file here, so nothing of it is in the issue; it has to be called page.yaml',
    ],
    [
      'an article in a folder of its own',
      { 'page-01/new/02.md': text },
      'misplaced-file page-01/new/02.md: the press does not look',
    ],
  ])('is named, and the rest is built: %s', async (_, files, words) => {
    const { exitCode, found } = await buildOf(files)
    expect(exitCode).toBe(0)
    expect(found.filter((finding) => !finding.startsWith('page-'))).toEqual([expect.stringContaining(words)])
  })
  it.each([
    ['empty', ''],
    ['blank', ' \n\t\n　\n'],
    ['keys alone', '---\nkind: news\n---\n'],
  ])('an article without a word is named: %s', async (_, content) => {
    const { exitCode, found } = await buildOf({ 'page-01/02.md': content })
    expect(exitCode).toBe(0)
    expect(found.join('\n')).toContain('empty-article page-01/02.md')
  })

  it.each([
    ['a picture without a text', 'headline: 甲'],
    ['the contents of the issue', 'kind: contents\nheadline: 导读'],
  ])('an article with a headline is not one: %s', async (_, head) => {
    const { found } = await buildOf({ 'page-01/02.md': articleFile(head, '') })
    expect(found.join('\n')).not.toContain('empty-article')
  })

  it.each([
    ['no line below the keys', '---\nheadline: 未闭合\n\n正文在这里。\n'],
    ['a line of two dashes', '---\nheadline: 甲\n--\n正文。\n'],
    ['a full-width colon as well', '---\nheadline：甲\n正文。\n'],
    ['nothing else in the file', '---\nheadline: 甲'],
  ])('keys that do not end are a finding at their first line: %s', async (_, content) => {
    const { exitCode, found } = await buildOf({ 'page-01/02.md': content })
    expect(exitCode).toBe(1)
    expect(found.join('\n')).toContain('bad-yaml page-01/02.md: ')
    expect(found.join('\n')).toContain('below the keys, a line of three dashes is missing')
  })
  it.each(['---\n\n正文在线的下面。', '正文。\n\n---\n\n又一段。', '---\n正文：没有键。\n'])(
    'a text with a ruled line has no keys: %j',
    async (content) => {
      const { found } = await buildOf({ 'page-01/02.md': content })
      expect(found.join('\n')).not.toContain('bad-yaml')
    },
  )

  it.each([
    ['in an article', { 'page-01/02.md': articleFile('headline：甲', '正文。') }],
    ['after a right line', { 'page-01/02.md': articleFile('headline: 甲\nbyline：乙', '正文。') }],
    ['in the issue', { 'issue.yaml': 'date：2026-11-24\n' }],
    ['in a page', { 'page-01/page.yaml': 'label: 1\nname ：要闻\n' }],
  ])('a full-width colon after a key is called that: %s', async (_, files) => {
    const { exitCode, found } = await buildOf(files)
    expect(exitCode).toBe(1)
    expect(found.join('\n')).toContain('the colon after a key has to be a half-width one')
  })
  it.each(['headline: 通知：明天停水', 'headline: 甲\ndeck: [a：b]'])('but not one in a value: %s', async (head) =>
    expect((await buildOf({ 'page-01/02.md': articleFile(head, '正文。') })).exitCode).toBe(0),
  )

  it('a tag is named where the editor wrote it, not in the press’s own file as well', async () => {
    const folder = join(tempFolder(), 'manuscript')
    const out = join(folder, '../site')
    writeManuscript(folder, { 'page-01/01.md': articleFile('headline: 甲', '今天<b>停航</b>一天。') })
    const places = async () => (await build({ folder, out }, quietContext())).findings.map(({ place }) => place.file)
    await places()
    expect(await places()).not.toContain('ids.yaml')
  })

  it.each([['README.md'], ['page-01/.DS_Store'], ['page-01/~$头条.docx'], ['page-01/Thumbs.db'], ['Makefile']])(
    'is not %s, which may lie there',
    async (file) => {
      const { found } = await buildOf({ [file]: 'x' })
      expect(found.filter((finding) => !finding.startsWith('page-'))).toEqual([])
    },
  )
  it('is not an article whose name ends in capitals: it is read', async () => {
    const { exitCode, found } = await buildOf({ 'page-02/01.MD': text })
    expect([exitCode, found.some((finding) => finding.startsWith('m'))]).toEqual([0, false])
  })

  const photo = (file: string) => articleFile('headline: 甲', `一段话。\n\n![](${file})`)
  const jpeg = () =>
    sharp({ create: { width: 900, height: 600, channels: 3, background: '#567' } })
      .composite([{ input: Buffer.from('<svg width="900" height="600"><circle cx="450" cy="300" r="250"/></svg>') }])
      .jpeg()
      .toBuffer()
  it.each([
    ['empty', () => Promise.resolve(Buffer.alloc(0)), 'the file is empty'],
    ['a HEIC with another name', () => Promise.resolve(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1')), 'HEIC'],
    [
      'a PDF that breaks off',
      () => Promise.resolve(Buffer.from('%PDF-1.7 …')),
      'the PDF is damaged, encrypted or empty',
    ],
    ['a document with another name', () => Promise.resolve(Buffer.from('PK\x03\x04…')), 'a document'],
    ['something else', () => Promise.resolve(Buffer.from('<!doctype html>')), 'damaged, or no picture'],
    ['broken off', async () => (await jpeg()).subarray(0, 3000), 'the file is damaged'],
    [
      'a drawing without end',
      () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1000000" height="10"/>')),
      '1000000 × 10 pixels',
    ],
  ])('a picture that is %s is refused with the reason', async (_, bytes, reason) => {
    const { exitCode, found, out } = await buildOf({ 'page-01/01.md': photo('a.jpg'), 'page-01/a.jpg': await bytes() })
    expect(exitCode).toBe(1)
    expect(found.join()).toMatch(/bad-picture page-01/)
    expect(found.join()).toContain(reason)
    expect(existsSync(out)).toBe(false)
  })
  it('as a drawing of 30,000 pixels is still a picture', async () => {
    const wide =
      '<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="20000"><rect width="30000" height="20000"/></svg>'
    expect((await buildOf({ 'page-01/01.md': photo('a.svg'), 'page-01/a.svg': wide })).exitCode).toBe(0)
  })

  it.each([
    ['that is not there', (folder: string) => join(folder, 'manuscrpit'), 'it does not exist'],
    ['that is a file', (folder: string) => join(folder, 'paper.yaml'), 'it is a file, not a folder'],
    ['below a file', (folder: string) => join(folder, 'paper.yaml/page-01'), 'it is a file, not a folder'],
  ])('a folder %s is a finding', async (_, at, reason) => {
    const folder = tempFolder()
    writeManuscript(folder, { 'page-01/01.md': text })
    const { exitCode, findings } = await build({ folder: at(folder), out: join(folder, 'site') }, quietContext())
    expect(exitCode).toBe(1)
    expect(findings).toMatchObject([{ code: 'unreadable-file', why: expect.stringContaining(reason) }])
  })
  it.skipIf(process.getuid?.() === 0)('a file that may not be read is a finding', async () => {
    const folder = tempFolder()
    writeManuscript(folder, { 'page-01/01.md': text })
    chmodSync(join(folder, 'page-01/01.md'), 0)
    const { findings } = await build({ folder, out: join(folder, '../site') }, quietContext())
    expect(findings.map(({ why }) => why).join()).toContain('you may not use it')
  })
})

describe('a failure that can happen anywhere', () => {
  const failing = async (prepare: (out: string) => void) => {
    const folder = join(tempFolder(), 'manuscript')
    const out = join(folder, '../site')
    writeManuscript(folder, { 'page-01/01.md': text })
    mkdirSync(out, { recursive: true })
    prepare(out)
    const error: unknown = await build({ folder, out }, quietContext()).catch((thrown: unknown) => thrown)
    return failureOf(error)
  }
  it('is told in words: a file where a folder has to be', async () =>
    expect(await failing((out) => writeFileSync(join(out, 'data'), ''))).toMatchObject({
      exitCode: 1,
      findings: [{ code: 'file-refused' }],
    }))
  it.each(['{"mine": true}', 'not json', '[]'])('is told in words: a foreign catalog.json, %s', async (content) =>
    expect(
      await failing((out) => {
        mkdirSync(join(out, 'data'))
        writeFileSync(join(out, 'data/catalog.json'), content)
      }),
    ).toMatchObject({ exitCode: 1, findings: [{ code: 'bad-bundle', why: expect.stringContaining('catalog.json') }] }),
  )
  it('is not a bug, which stays loud', () => expect(failureOf(new TypeError('x'))).toBeUndefined())
})
