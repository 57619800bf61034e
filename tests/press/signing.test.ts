import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { decodeIssue } from '@/bundle/codec'
import { verifySignature } from '@/bundle/signature'
import { build } from '@/press/commands/build'
import { check } from '@/press/commands/check'
import { keygen } from '@/press/commands/keygen'
import type { Outcome } from '@/press/commands/outcome'
import { sign } from '@/press/commands/sign'
import { articleFile, plainFiles } from '../support/manuscript'
import { quietContext } from '../support/quiet-context'
import { tempFolder } from '../support/temp-folder'
import { writeManuscript } from '../support/write-manuscript'

const made = v.object({ public: v.string(), endorsement: v.optional(v.string()) })
const codesOf = ({ findings }: Outcome): string[] => findings.map(({ code }) => code)
const readBytes = (path: string) => new Uint8Array(readFileSync(path))

/** A newsroom: a manuscript, a site, keys. `paper` is added to paper.yaml. */
const newsroom = () => {
  const root = tempFolder()
  const folder = join(root, 'manuscript')
  const out = join(root, 'site')
  const at = (name: string) => join(root, name)
  const bundle = join(out, 'data/2026-11-24')
  return {
    at,
    bundle,
    makeKey: async (name: string, after?: string) =>
      v.parse(made, (await keygen({ file: at(name), ...(after && { after: at(after) }) })).record),
    build: (keys: readonly v.InferOutput<typeof made>[], key?: string, since = '2026-11-24') => {
      const lines = keys.map(
        ({ public: own, endorsement }) =>
          `  - public: '${own}'\n${endorsement ? `    endorsement: '${endorsement}'\n` : ''}`,
      )
      const paper = `${plainFiles['paper.yaml']}signed_since: ${since}\nkeys:\n${lines.join('')}`
      writeManuscript(folder, { 'page-01/01.md': articleFile('headline: 甲', '一段话。'), 'paper.yaml': paper })
      return build({ folder, out, ...(key && { sign: at(key) }) }, quietContext())
    },
    check: () => check(bundle, quietContext()),
  }
}

describe('press keygen', () => {
  it('writes a key that only its owner can read, and says what to put into paper.yaml', async () => {
    const { at } = newsroom()
    const outcome = await keygen({ file: at('a.pem') })
    expect(outcome.exitCode).toBe(0)
    expect(statSync(at('a.pem')).mode & 0o777).toBe(0o600)
    expect(readFileSync(at('a.pem'), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
    expect(outcome.lines.join('\n')).toContain(`  - public: '${v.parse(made, outcome.record).public}'`)
  })

  it('never overwrites a file', async () => {
    const { at } = newsroom()
    writeFileSync(at('a.pem'), 'mine')
    expect(codesOf(await keygen({ file: at('a.pem') }))).toEqual(['key-in-the-way'])
    expect(readFileSync(at('a.pem'), 'utf8')).toBe('mine')
  })

  it('reports that it can’t write, and that the older key is not a key', async () => {
    const { at } = newsroom()
    expect(codesOf(await keygen({ file: at('no/folder/a.pem') }))).toEqual(['cannot-write-key'])
    writeFileSync(at('old.pem'), 'nonsense')
    expect(codesOf(await keygen({ file: at('a.pem'), after: at('old.pem') }))).toEqual(['bad-key'])
    expect(existsSync(at('a.pem'))).toBe(false)
  })
})

describe('press build --sign', () => {
  it('signs the exact bytes of issue.json, and check finds them sound', async () => {
    const room = newsroom()
    const key = await room.makeKey('a.pem')
    expect((await room.build([key], 'a.pem')).exitCode).toBe(0)
    const issueJson = readBytes(join(room.bundle, 'issue.json'))
    const signature = readBytes(join(room.bundle, 'issue.sig'))
    expect(signature.byteLength).toBe(64)
    const issue = decodeIssue(issueJson)
    expect(await verifySignature({ keys: [{ public: key.public }] }, { issue, issueJson, signature })).toBe(issue)
    expect(await room.check()).toMatchObject({ exitCode: 0, findings: [] })
  })

  it('keeps a signature that is still valid', async () => {
    const room = newsroom()
    const key = await room.makeKey('a.pem')
    await room.build([key], 'a.pem')
    const before = readBytes(join(room.bundle, 'issue.sig'))
    await room.build([key], 'a.pem')
    expect(readBytes(join(room.bundle, 'issue.sig'))).toEqual(before)
  })

  it('accepts a key as OpenSSL writes it, and warns if others can read it', async () => {
    const room = newsroom()
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
    writeFileSync(room.at('ssl.pem'), privateKey.export({ format: 'pem', type: 'sec1' }))
    chmodSync(room.at('ssl.pem'), 0o644)
    const { public: own } = await room.makeKey('a.pem')
    const outcome = await room.build([{ public: own }], 'ssl.pem')
    expect(codesOf(outcome)).toEqual(['key-open-to-others', 'key-not-listed'])
  })

  it.each([
    ['a file that is no key', 'nonsense'],
    ['a key of another curve', generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).privateKey],
    ['a key of another kind', generateKeyPairSync('ed25519').privateKey],
  ])('refuses %s and writes nothing', async (_, key) => {
    const room = newsroom()
    const listed = await room.makeKey('a.pem')
    writeFileSync(room.at('b.pem'), typeof key === 'string' ? key : key.export({ format: 'pem', type: 'pkcs8' }), {
      mode: 0o600,
    })
    expect(codesOf(await room.build([listed], 'b.pem'))).toEqual(['bad-key'])
    expect(existsSync(room.bundle)).toBe(false)
  })

  it('does not build an unsigned issue that readers would refuse, unless it is older than the first signed one', async () => {
    const room = newsroom()
    const key = await room.makeKey('a.pem')
    expect(codesOf(await room.build([key]))).toEqual(['must-be-signed'])
    expect((await room.build([key], undefined, '2026-11-25')).exitCode).toBe(0)
  })

  it('refuses a broken chain of endorsements, and signs with the last key of a valid one', async () => {
    const room = newsroom()
    const first = await room.makeKey('a.pem')
    const second = await room.makeKey('b.pem', 'a.pem')
    const stranger = await room.makeKey('c.pem')
    expect(codesOf(await room.build([first, stranger], 'c.pem'))).toEqual(['key-not-endorsed'])
    expect((await room.build([first, second], 'b.pem')).exitCode).toBe(0)
    expect((await room.check()).exitCode).toBe(0)
  })
})

describe('press check and press sign', () => {
  it('find a changed issue.json, and a changed or missing signature; a new one repairs it', async () => {
    const room = newsroom()
    const key = await room.makeKey('a.pem')
    await room.build([key], 'a.pem')
    const json = join(room.bundle, 'issue.json')
    const sig = join(room.bundle, 'issue.sig')
    const text = readFileSync(json, 'utf8')
    writeFileSync(json, text.replace('"revision":1', '"revision":2'))
    expect((await room.check()).findings[0]?.why).toContain('is not a signature of issue.json')
    writeFileSync(json, text)
    writeFileSync(sig, '')
    expect((await room.check()).exitCode).toBe(1)
    expect((await sign({ folders: [room.bundle], key: room.at('a.pem') }, quietContext())).exitCode).toBe(0)
    expect((await room.check()).exitCode).toBe(0)
    // An unknown key makes a valid signature, but the site's paper.json does not list it.
    await room.makeKey('c.pem')
    await sign({ folders: [room.bundle], key: room.at('c.pem') }, quietContext())
    expect((await room.check()).exitCode).toBe(1)
  })
  it('say that there is no issue to sign', async () => {
    const room = newsroom()
    await room.makeKey('a.pem')
    expect(codesOf(await sign({ folders: [room.at('none')], key: room.at('a.pem') }, quietContext()))).toEqual([
      'unreadable-file',
    ])
  })
})
