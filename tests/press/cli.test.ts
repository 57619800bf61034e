import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { version } from '../../package.json'
import { buildPress, pressCli } from '../support/build-site'
import { articleFile } from '../support/manuscript'
import { tempFolder } from '../support/temp-folder'
import { writeManuscript } from '../support/write-manuscript'

beforeAll(buildPress)

const press = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('node', [pressCli, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('the press on the command line', () => {
  it('builds, checks and inspects, with exit code 0', () => {
    const folder = join(tempFolder(), 'manuscript')
    const out = join(folder, '../site')
    writeManuscript(folder, { 'page-01/01.md': articleFile('headline: 甲', '一段话。') })
    const built = press('build', folder, '--out', out)
    expect(built.status).toBe(0)
    expect(built.stdout).toContain('平常报 2026-11-24: 1 page, 1 article, ')
    const bundle = join(out, 'data/2026-11-24')
    expect(press('check', bundle)).toMatchObject({ status: 0 })
    expect(press('check', bundle).stdout).toContain('sound')
    expect(JSON.parse(press('inspect', bundle, '--json').stdout)).toMatchObject({
      paper: '平常报',
      articles: 1,
      joins: [],
    })
  })

  it('explains why a page is laid out as it is, in either language, and which pages it can explain', () => {
    const folder = join(tempFolder(), 'manuscript')
    writeManuscript(folder, {
      'page-01/01.md': articleFile('headline: 甲\nweight: lead', '一段话。'.repeat(200)),
      'page-01/02.md': articleFile('headline: 乙', '一段话。'.repeat(90)),
    })
    const english = press('explain', folder, '--page', '1')
    expect(english).toMatchObject({ status: 0, stderr: '' })
    expect(english.stdout).toMatch(/^page 1: -?[\d.]+ cells\n {2}-?[\d.]+ = [\d.]+ × a(?:n)? .+\n/)
    expect(english.stdout).toContain('\nthe next best layout: ')
    const chinese = press('explain', folder, '--page', '1', '--lang', 'zh').stdout
    expect(chinese).toMatch(/^第 1 版：-?[\d.]+ 格\n/)
    expect(chinese).toContain('\n次优的排法：')
    expect(chinese).not.toMatch(/[a-z]/i)
    expect(press('explain', folder).stdout).toMatch(/^page 1: -?[\d.]+ cells, the next best layout -?[\d.]+\n$/)
    expect(press('explain', folder, '--page', '2')).toMatchObject({ status: 1, stdout: '' })
    expect(press('explain', folder, '--page', '2').stderr).toContain('sets no page 2 of this issue, only these: 1')
    expect(JSON.parse(press('explain', folder, '--json').stdout)).toMatchObject({ pages: [{ no: 1, label: '1' }] })
  })

  it('reports file, line, reason and remedy for bad input, with exit code 1, and writes nothing', () => {
    const folder = join(tempFolder(), 'manuscript')
    const out = join(folder, '../site')
    writeManuscript(folder, { 'page-01/01.md': articleFile('headlin: 甲', '一段话。') })
    const { status, stderr, stdout } = press('build', folder, '--out', out)
    expect(status).toBe(1)
    expect(stderr).toContain('page-01/01.md:2  “headlin” is not a known key; did you mean “headline”? [unknown-key]')
    expect(stderr).toContain('docs/manuscript.md')
    expect(stdout).toContain('Nothing was written.')
    expect(existsSync(out)).toBe(false)
    const json: unknown = JSON.parse(press('build', folder, '--out', out, '--json').stdout)
    expect(json).toMatchObject({ written: false, findings: [{ code: 'unknown-key', place: { line: 2 } }] })
  })

  it('makes a paper of one page that builds, and says what a correction changes before it is written', () => {
    const folder = join(tempFolder(), 'paper')
    const out = join(folder, '../site')
    expect(press('new', folder, '--name', '海潮报', '--id', 'haichao.example').status).toBe(0)
    expect(press('build', folder, '--out', out).stdout).toContain('海潮报')
    writeFileSync(join(folder, 'page-01/04-brief.md'), articleFile('headline: 短讯改过', '一段话。'))
    const { status, stderr } = press('build', folder, '--out', out)
    expect(status).toBe(0)
    expect(stderr).toContain('correction: revision 1 becomes 2\n  changed: 短讯改过\n')
  })

  it.each([
    ['build', 'manuscrpit', '--out', 'site'],
    ['check', 'no-bundle'],
    ['inspect', 'no-bundle'],
    ['sign', 'no-bundle', '--key', 'no-key'],
    ['site', 'no-site'],
    ['serve', 'no-site'],
    ['serve', '.'],
    ['new', '/dev/null/paper'],
    ['import', 'ocr-text', 'no-text', '--out', 'new'],
    ['old-addresses', 'no-paper', '--site', 'no-site'],
    ['keygen', 'no-folder/key.pem'],
  ])('ends %s of %s in a finding, without a stack trace', (...args) => {
    const folder = tempFolder()
    const { status, stderr } = spawnSync('node', [pressCli, ...args], { encoding: 'utf8', cwd: folder })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^✗ .*\[[a-z-]+\]$/m)
    expect(stderr).not.toMatch(/^\s+at |Error:|ENOENT/m)
  })

  it.runIf(existsSync('/proc/self'))('says that a site can’t be made where no folder can, at once', () => {
    const folder = join(tempFolder(), 'manuscript')
    writeManuscript(folder, { 'page-01/01.md': articleFile('headline: 甲', '一段话。') })
    const args = [pressCli, 'build', folder, '--out', '/proc/site']
    const { status, stderr } = spawnSync('node', args, { encoding: 'utf8', timeout: 20_000 })
    expect(status).toBe(1)
    expect(stderr).toContain("✗ /proc/site  the file can't be used: no folder can be made there [file-refused]")
  })

  it.each([
    ['no command', [], 2],
    ['a command that is not known', ['biuld'], 2],
    ['no output folder', ['build', '.'], 2],
    ['no place to publish to', ['publish', '.'], 2],
    ['a number of requests that is none', ['publish', '.', '--to', 's3://paper', '--parallel', '0'], 2],
    ['a port that is none', ['serve', '.', '--port', 'x'], 2],
    ['help', ['--help'], 0],
    ['the version', ['--version'], 0],
  ])('ends with the right code for %s', (_, args, status) => expect(press(...args).status).toBe(status))

  it('says its version, which is that of package.json', () => expect(press('--version').stdout).toBe(`${version}\n`))

  it('names the near miss of a command', () => expect(press('biuld').stderr).toContain('Did you mean build?'))
})
