import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { watch } from '@/press/commands/watch'
import type { Outcome } from '@/press/commands/outcome'
import { buildApp } from '../../support/build-site'
import { articleFile } from '../../support/manuscript'
import { quietContext } from '../../support/quiet-context'
import { tempFolder } from '../../support/temp-folder'
import { writeManuscript } from '../../support/write-manuscript'

beforeAll(buildApp)

let stop = new AbortController()
afterEach(() => stop.abort())

/** Values as they come: `next` waits for one that nobody has taken yet. */
const queue = <Value>() => {
  const values: Value[] = []
  const waiting: ((value: Value) => void)[] = []
  return {
    add: (value: Value): void => {
      const take = waiting.shift()
      if (take) take(value)
      else values.push(value)
    },
    next: (): Promise<Value> => {
      const value = values.shift()
      return value === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(value)
    },
  }
}

const watching = async () => {
  stop = new AbortController()
  const folder = tempFolder()
  writeManuscript(folder, {
    'page-01/01.md': articleFile('headline: 甲', '一段话。'.repeat(30)),
    'page-02/01.md': articleFile('headline: 乙', '另一段。'),
  })
  const built = queue<Outcome>()
  const addresses = queue<string>()
  const done = watch(
    { folder, port: 8190 },
    { ...quietContext(), signal: stop.signal },
    { ready: addresses.add, built: (outcome) => built.add(outcome) },
  )
  const address = await addresses.next()
  await built.next()
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)
  const issueJson = async (): Promise<string> => (await fetch(`${address}data/2026-11-24/issue.json`)).text()
  return { folder, address, built, done, write, issueJson }
}

/** The events that a page which is open hears; the first is heard when the server knows of it. */
const eventsOf = async (address: string) => {
  const { body } = await fetch(`${address}press-events`)
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  const next = async (): Promise<string> => (await reader?.read())?.value ?? ''
  await next()
  return next
}

describe('press watch', () => {
  it.each(['', '2026-11-24/1', '2026-11-24/2', 'library'])(
    'shows the app at /%s, with what makes it load again',
    async (path) => {
      const { address } = await watching()
      const html = await (await fetch(address + path)).text()
      expect(html).toContain('<script src="/press-live.js">')
      expect(await (await fetch(`${address}press-live.js`)).text()).toContain('reload')
      expect((await fetch(`${address}sw.js`)).status).toBe(404)
    },
  )

  it.each([
    ['an article', 'page-02/01.md', articleFile('headline: 改过的题', '另一段。'), '改过的题'],
    ['a new article', 'page-02/02.md', articleFile('headline: 新的一篇', '新的。'), '新的一篇'],
    ['the masthead', 'issue.yaml', 'date: 2026-11-24\nnotice: 今日加印\n', '今日加印'],
    ['a page', 'page-02/page.yaml', 'name: 副刊\n', '副刊'],
  ])('builds again after a change of %s, and then lets the pages load again', async (_, file, text, words) => {
    const { address, write, issueJson, built } = await watching()
    const next = await eventsOf(address)
    write(file, text)
    expect(await next()).toContain('data: changed')
    expect(await issueJson()).toContain(words)
    expect(JSON.parse(await issueJson())).toMatchObject({ revision: 1 })
    expect((await built.next()).findings.map(({ code }) => code)).not.toContain('revision-not-raised')
  })

  it('leaves the pages as they are while a change can’t be built, and says why', async () => {
    const { address, write, issueJson, built } = await watching()
    const next = await eventsOf(address)
    write('page-02/01.md', articleFile('headlin: 乙', '另一段。'))
    expect(await built.next()).toMatchObject({ exitCode: 1, findings: [{ code: 'unknown-key' }] })
    expect(await issueJson()).toContain('乙')
    write('page-02/01.md', articleFile('headline: 丙', '另一段。'))
    expect(await next()).toContain('data: changed')
    expect(await issueJson()).toContain('丙')
  })

  it('goes on after the system has refused a file', async () => {
    const { folder, address, write, issueJson, built } = await watching()
    const next = await eventsOf(address)
    const ids = join(folder, 'ids.yaml')
    rmSync(ids)
    mkdirSync(ids)
    write('page-02/01.md', articleFile('headline: 丙', '另一段。'))
    expect(await built.next()).toMatchObject({ exitCode: 1, findings: [{ code: 'file-refused' }] })
    rmSync(ids, { recursive: true })
    write('page-02/01.md', articleFile('headline: 丁', '另一段。'))
    expect(await next()).toContain('data: changed')
    expect(await issueJson()).toContain('丁')
  })

  it('ends when it is told to', async () => {
    const { done } = await watching()
    stop.abort()
    expect((await done).exitCode).toBe(0)
  })
})
