import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { decodeIssue } from '@/bundle/codec'
import { build } from '@/press/commands/build'
import { check } from '@/press/commands/check'
import { newPaper, type NewPaperOptions } from '@/press/commands/new-paper'
import { quietContext } from '../../support/quiet-context'
import { tempFolder } from '../../support/temp-folder'

const noon = new Date('2027-03-04T12:00:00+08:00')
const make = async (options: Omit<NewPaperOptions, 'folder'> = {}, now = noon) => {
  const folder = join(tempFolder(), 'paper')
  const made = await newPaper({ folder, ...options }, now)
  return { folder, out: join(folder, '../site'), made }
}
const issueIn = (out: string, id: string) =>
  decodeIssue(new Uint8Array(readFileSync(join(out, 'data', id, 'issue.json'))))

describe('press new', () => {
  it('makes a paper of one page that builds without a finding that stops it, dated today', async () => {
    const { folder, out, made } = await make()
    expect(made.exitCode).toBe(0)
    const built = await build({ folder, out }, quietContext())
    expect(built.findings).toEqual([])
    expect(built.exitCode).toBe(0)
    expect(issueIn(out, '2027-03-04')).toMatchObject({
      date: '2027-03-04',
      paper: { name: '样报' },
      pages: [{ label: '01' }],
    })
    expect((await check(join(out, 'data/2027-03-04'), quietContext())).exitCode).toBe(0)
  })
  it('is dated by the clock of the paper’s own place', async () => {
    const { folder } = await make({}, new Date('2026-12-31T16:30:00Z'))
    expect(readFileSync(join(folder, 'issue.yaml'), 'utf8')).toContain('date: 2027-01-01')
  })
  it.each([
    ['海潮报', 'haichao.example'],
    ['A: B', 'a.b-c.example'],
    ['007', '007.example'],
    ['“读”#1', 'x.example'],
  ])('takes the name %s and the domain %s', async (name, id) => {
    const { folder, out } = await make({ name, id })
    expect((await build({ folder, out }, quietContext())).exitCode).toBe(0)
    expect(issueIn(out, '2027-03-04').paper).toMatchObject({ name, id })
  })
  it.each([[{ id: 'Not A Domain' }], [{ id: '' }], [{ name: 'a\nb' }]])('refuses %j', async (options) => {
    const { made, folder } = await make(options)
    expect([made.exitCode, made.findings.map(({ code }) => code)]).toEqual([1, ['bad-value']])
    expect(() => readFileSync(join(folder, 'paper.yaml'))).toThrow()
  })
  describe('below the paper.yaml of a paper', () => {
    const next = async (name: string, zone = 'Asia/Shanghai', options: Omit<NewPaperOptions, 'folder'> = {}) => {
      const { folder: paper } = await make({ name: '海潮报', id: 'haichao.example' })
      const file = join(paper, 'paper.yaml')
      writeFileSync(file, readFileSync(file, 'utf8').replace('Asia/Shanghai', zone))
      const folder = join(paper, name)
      const made = await newPaper({ folder, ...options }, noon)
      return { folder, out: join(paper, '../site'), made }
    }
    it.each([
      ['2027-03-05', '2027-03-05', undefined],
      ['next', '2027-03-04', undefined],
      ['next', '2027-03-03', 'Pacific/Pago_Pago'],
      ['2027-02-30', '2027-03-04', undefined],
    ])('makes in %s an issue of it of %s that builds, with no number and no ids', async (name, date, zone) => {
      const { folder, out, made } = await next(name, zone)
      expect(made).toMatchObject({ exitCode: 0, record: { date } })
      expect(readdirSync(folder).sort()).toEqual(['issue.yaml', 'page-01'])
      expect((await build({ folder, out }, quietContext())).exitCode).toBe(0)
      const issue = issueIn(out, date)
      expect(issue).toMatchObject({ date, paper: { name: '海潮报' } })
      expect(issue.masthead.serialNo).toBeUndefined()
    })
    it('makes a paper of its own if it is given a name or a domain', async () => {
      const { folder } = await next('other', undefined, { id: 'other.example' })
      expect(readFileSync(join(folder, 'paper.yaml'), 'utf8')).toContain('id: other.example')
    })
  })
  it.each(['paper.yaml', 'note.txt', 'page-01'])('leaves a folder alone that has a %s', async (name) => {
    const folder = tempFolder()
    if (name === 'page-01') mkdirSync(join(folder, name))
    else writeFileSync(join(folder, name), 'mine')
    const { exitCode, findings } = await newPaper({ folder }, noon)
    expect([exitCode, findings.map(({ code }) => code)]).toEqual([1, ['folder-in-the-way']])
  })
})

describe('the example of the docs', () => {
  it('is a manuscript of four articles that builds', async () => {
    const folder = join(tempFolder(), 'copy')
    cpSync(fileURLToPath(new URL('../../../docs/example', import.meta.url)), folder, { recursive: true })
    const out = join(folder, '../site')
    const { exitCode, findings } = await build({ folder, out }, quietContext())
    expect([exitCode, findings]).toEqual([0, []])
    expect(issueIn(out, '2026-11-24').articles.map(({ headline }) => headline)).toHaveLength(4)
  })
})
