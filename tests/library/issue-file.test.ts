import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import type { Issue } from '@/bundle/issue'
import { digestOf } from '@/bundle/integrity'
import { issueKeyOf } from '@/bundle/issue-key'
import { exportIssue } from '@/library/issue-file/export-issue'
import { importIssue } from '@/library/issue-file/import-issue'
import { IssueFileError, type IssueFileFault } from '@/library/issue-file/issue-file-fault'
import { fileBytesLimit, openIssueFile } from '@/library/issue-file/open-issue-file'
import { LibraryDb } from '@/library/library-db'
import { openSaved, readSavedPart } from '@/library/saved-issues'
import { growthOf, linear } from '../support/growth'
import { siteInMemory } from '../support/memory-source'
import { makeKey, signed } from '../support/signing-keys'
import { smallIssue, type SmallIssue } from '../support/small-issue'
import { entriesOf, plainZip, streamedZip, text, withDeclaredSize, type ZipEntries } from '../support/zips'

let db: LibraryDb
let small: SmallIssue
let issue: Issue

beforeEach(async () => {
  small = await smallIssue()
  issue = decodeIssue(encode(small.issue))
  db = new LibraryDb(`file ${expect.getState().currentTestName}`)
})
afterEach(() => db.delete())

const own = () => ({ id: issue.paper.id, signing: {} })
const wanted = () => ({ ...issueKeyOf(issue), signal: new AbortController().signal })
const take = (file: Blob, as: Partial<Parameters<typeof importIssue>[1]> = {}) =>
  importIssue(db, { file, own: own(), signal: new AbortController().signal, now: () => 1000, ...as })

/** The fault with which importing the file fails. */
const refusal = async (file: Blob, as: Partial<Parameters<typeof importIssue>[1]> = {}): Promise<IssueFileFault> => {
  try {
    await take(file, as)
  } catch (error) {
    if (error instanceof IssueFileError) return error.fault
    throw error
  }
  throw new Error('nothing was wrong')
}
const isEmpty = async () => (await db.issues.count()) === 0 && (await db.parts.count()) === 0
const replaced = (entries: ZipEntries, name: string, bytes: Uint8Array): [string, Uint8Array][] =>
  entries.map(([own, before]) => [own, own === name ? bytes : before])
const partNamed = (stem: string): string => [...small.files.keys()].find((name) => name.startsWith(stem)) ?? ''

describe('[B18] an issue as one file', () => {
  it('is imported, exported, and imported elsewhere byte for byte', async () => {
    expect(await take(plainZip(entriesOf(small)))).toEqual({ issue, outcome: 'imported' })
    const file = await exportIssue(db, wanted())
    const other = new LibraryDb('elsewhere')
    await importIssue(other, { file, own: own(), signal: new AbortController().signal, now: () => 2000 })
    expect(await openSaved(other, issueKeyOf(issue))).toEqual(issue)
    for (const { name } of issue.parts)
      expect(new Uint8Array(await readSavedPart(other, issue, name))).toEqual(
        new Uint8Array(small.files.get(name) ?? []),
      )
    const again = await exportIssue(other, wanted())
    expect(new Uint8Array(await again.arrayBuffer())).toEqual(new Uint8Array(await file.arrayBuffer()))
    await other.delete()
  })

  it('is read in any order of its entries, and with sizes after the data', async () => {
    expect((await take(streamedZip(entriesOf(small).reverse()))).outcome).toBe('imported')
    expect(await openSaved(db, issueKeyOf(issue))).toEqual(issue)
  })

  it('keeps its signature, and needs one if the app’s own paper signs', async () => {
    const key = await makeKey()
    const signing = { keys: [await key.listed()] }
    const as = { own: { id: issue.paper.id, signing } }
    expect(await refusal(plainZip(entriesOf(small)), as)).toEqual({
      kind: 'bundle',
      fault: { kind: 'not-signed', file: 'issue.sig' },
    })
    const forged = await signed(small, await makeKey())
    expect(await refusal(plainZip(entriesOf(forged)), as)).toMatchObject({ fault: { kind: 'wrong-signature' } })
    expect(await isEmpty()).toBe(true)
    await take(plainZip(entriesOf(await signed(small, key))), as)
    expect(await openSaved(db, issueKeyOf(issue), signing)).toEqual(issue)
  })

  it('of another paper is saved next to ours, under its own name', async () => {
    await take(plainZip(entriesOf(small)))
    small.issue.paper.id = 'other.example'
    small.issue.paper.name = '别家报'
    const foreign = await take(plainZip(entriesOf(small)))
    expect(foreign).toMatchObject({ outcome: 'imported', issue: { paper: { name: '别家报' } } })
    expect(await openSaved(db, issueKeyOf(issue))).toEqual(issue)
    expect(await db.issues.count()).toBe(2)
  })
})

describe('[B18] a hostile or broken file is refused, and leaves nothing behind', () => {
  it.each([
    '../../etc/passwd',
    '/etc/passwd',
    '..\\evil.json',
    'C:\\evil.exe',
    'folder/',
    'folder/issue.json',
    './issue.json',
    'ISSUE.JSON',
    'issue.json\u0000.webp',
    'evil.js',
    'page-01.00000000.html',
    '__proto__',
    'constructor',
    '',
  ])('an entry called “%s”', async (name) => {
    expect(await refusal(streamedZip([...entriesOf(small), [name, text('x')]]))).toEqual({
      kind: 'strange-entry',
      entry: name,
    })
    expect(await isEmpty()).toBe(true)
  })

  it('the same name twice, whichever comes first', async () => {
    const [first = ['', new Uint8Array()]] = entriesOf(small)
    expect(await refusal(streamedZip([...entriesOf(small), first]))).toEqual({
      kind: 'entry-twice',
      entry: 'issue.json',
    })
    const name = partNamed('picture')
    expect(await refusal(streamedZip([[name, text('other')], ...entriesOf(small)]))).toMatchObject({
      kind: 'entry-twice',
    })
    expect(await isEmpty()).toBe(true)
  })

  it.each(['page-01', 'page-02', 'fit-02', 'picture-1'])('without %s', async (stem) => {
    const name = partNamed(stem)
    expect(await refusal(plainZip(entriesOf(small).filter(([own]) => own !== name)))).toEqual({
      kind: 'bundle',
      fault: { kind: 'missing-part', file: name },
    })
    expect(await isEmpty()).toBe(true)
  })

  it.each(['page-01', 'picture-1'])('with other bytes in %s, of the same length too', async (stem) => {
    const name = partNamed(stem)
    const length = small.files.get(name)?.byteLength ?? 0
    for (const bytes of [text('x'), new Uint8Array(length)])
      expect(await refusal(plainZip(replaced(entriesOf(small), name, bytes)))).toEqual({
        kind: 'bundle',
        fault: { kind: 'wrong-digest', file: name },
      })
    expect(await isEmpty()).toBe(true)
  })

  it('a part that no issue.json lists', async () => {
    expect(await refusal(plainZip([...entriesOf(small), ['page-09.abababab.json', text('{}')]]))).toMatchObject({
      kind: 'strange-entry',
    })
    expect(await isEmpty()).toBe(true)
  })

  it('a zip bomb that declares its size', async () => {
    const zip = plainZip(entriesOf(small))
    const sizes = entriesOf(small).map(([, { byteLength }]) => byteLength)
    for (const size of sizes)
      expect(await refusal(await withDeclaredSize(zip, size, 3_000_000_000))).toMatchObject({ kind: 'too-much' })
    expect(await refusal(plainZip(replaced(entriesOf(small), 'issue.json', new Uint8Array(4_194_305))))).toEqual({
      kind: 'too-much',
      limitBytes: 4_194_304,
    })
    expect(await isEmpty()).toBe(true)
  })

  it('a zip bomb that declares less than its size', async () => {
    const size = 8_000_000
    const name = partNamed('fit')
    const honest = small.files.get(name)?.byteLength ?? 0
    const zip = plainZip(replaced(entriesOf(small), name, new Uint8Array(size)))
    expect(await refusal(await withDeclaredSize(zip, size, honest))).toEqual({
      kind: 'bundle',
      fault: { kind: 'wrong-digest', file: name },
    })
    const json = plainZip(replaced(entriesOf(small), 'issue.json', new Uint8Array(size).fill(32)))
    expect(await refusal(await withDeclaredSize(json, size, 1000))).toEqual({
      kind: 'bundle',
      fault: { kind: 'not-json', file: 'issue.json' },
    })
    expect(await isEmpty()).toBe(true)
  })

  it('a bomb that is as large as it says, where nothing packs so small', async () => {
    for (const [stem, size] of [
      ['fit', 40_000_000],
      ['picture', 2_000_000],
      ['page-01', 1_500_000],
    ] as const)
      expect(await refusal(plainZip(replaced(entriesOf(small), partNamed(stem), new Uint8Array(size))))).toMatchObject({
        kind: 'too-much',
      })
    expect(await isEmpty()).toBe(true)
  })

  it('a bomb of many entries, each of them no larger than one may be', async () => {
    const many = Array.from({ length: 520 }, (_, index): [string, Uint8Array] => [
      `picture-${index}.abababab.webp`,
      new Uint8Array(777),
    ])
    const zip = await withDeclaredSize(plainZip([...entriesOf(small), ...many]), 777, 1024 * 1024)
    expect(zip.size).toBeLessThan(200_000)
    expect(await refusal(zip)).toEqual({ kind: 'too-much', limitBytes: fileBytesLimit })
    expect(await isEmpty()).toBe(true)
  })

  it('a file that is not a zip, an empty one, and one truncated anywhere', async () => {
    expect(await refusal(new Blob([]))).toEqual({ kind: 'not-issue-file' })
    expect(await refusal(new Blob(['<!doctype html>'.repeat(99)]))).toEqual({ kind: 'not-issue-file' })
    expect(await refusal(plainZip([]))).toEqual({ kind: 'not-issue-file' })
    const whole = new Uint8Array(await plainZip(entriesOf(small)).arrayBuffer())
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.byteLength - 1), async (length) => {
        await refusal(new Blob([whole.subarray(0, length)]))
        expect(await isEmpty()).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('with any byte changed, whatever that byte was', async () => {
    const whole = new Uint8Array(await plainZip(entriesOf(small)).arrayBuffer())
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.byteLength - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = new Uint8Array(whole)
        bytes[at] = (bytes[at] ?? 0) ^ change
        // Times and attributes in a zip mean nothing here. Any other change is refused, and nothing is half imported.
        const isTaken = await take(new Blob([bytes])).then(
          () => true,
          (error: unknown) => {
            if (!(error instanceof IssueFileError)) throw error
            return false
          },
        )
        if (isTaken) {
          for (const { name } of issue.parts) await readSavedPart(db, issue, name)
          await db.issues.clear()
          await db.parts.clear()
        } else expect(await isEmpty()).toBe(true)
      }),
      { numRuns: 120 },
    )
  })
})

describe('[B18] a file of many parts', () => {
  it('is opened in time that grows with their number', async () => {
    const sha256 = await digestOf(new Uint8Array())
    const growth = await growthOf(250, (count) => {
      const parts = Array.from({ length: count }, (_, index) => ({
        name: `note-${index}.${sha256.slice(0, 8)}.json`,
        role: 'note',
        bytes: 0,
        sha256,
      }))
      const issueJson = encode({ ...small.issue, parts: [...small.issue.parts, ...parts] })
      const entries = replaced(entriesOf(small), 'issue.json', issueJson)
      const file = plainZip([...entries, ...parts.map(({ name }) => [name, new Uint8Array()] as const)])
      return async () => {
        let found = 0
        for await (const [{ bytes }] of (await openIssueFile(file)).parts()) found += bytes === 0 ? 1 : 0
        expect(found).toBe(count)
      }
    })
    expect(growth).toBeLessThan(linear)
  })
})

describe('[B18] what was saved before', () => {
  it('is not overwritten by a file that claims the same issue', async () => {
    await take(plainZip(entriesOf(small)))
    small.issue.revision = 7
    expect((await take(plainZip(entriesOf(small)))).outcome).toBe('present')
    expect(await openSaved(db, issueKeyOf(issue))).toEqual(issue)
  })

  it('is repaired by the same issue', async () => {
    await take(plainZip(entriesOf(small)))
    await db.parts.clear()
    expect((await take(plainZip(entriesOf(small)))).outcome).toBe('present')
    for (const { name } of issue.parts) expect(await readSavedPart(db, issue, name)).toBeDefined()
  })

  it('gets the large pictures it still waited for, and is then kept', async () => {
    await take(plainZip(entriesOf(small)))
    const [large] = issue.parts
    if (!large) throw new Error('an issue has parts')
    await db.parts.delete([issue.paper.id, issue.id, large.sha256])
    const whole = await db.issues.get([issue.paper.id, issue.id])
    if (!whole) throw new Error('it was taken in')
    await db.issues.put({ ...whole, bytes: whole.bytes - large.bytes, withheldBytes: large.bytes, isPrunable: true })
    expect((await take(plainZip(entriesOf(small)))).outcome).toBe('present')
    expect(await db.issues.get([issue.paper.id, issue.id])).toEqual(whole)
    expect(await readSavedPart(db, issue, large.name)).toBeDefined()
  })

  it('is exported completely if the site has the large pictures it still waits for', async () => {
    await take(plainZip(entriesOf(small)))
    const { http } = siteInMemory([small])
    const before = await exportIssue(db, wanted())
    await db.parts.clear()
    await expect(exportIssue(db, wanted())).rejects.toThrow()
    const after = await exportIssue(db, { ...wanted(), http })
    expect(new Uint8Array(await after.arrayBuffer())).toEqual(new Uint8Array(await before.arrayBuffer()))
  })

  it('stays when an import fails at any write, and nothing else is left', async () => {
    const file = plainZip(entriesOf(small))
    for (let failing = 0; failing <= issue.parts.length; failing++) {
      let left = failing
      const fail = () => {
        if (left-- === 0) throw new DOMException('no room', 'QuotaExceededError')
      }
      db.parts.hook('creating', fail)
      db.issues.hook('creating', fail)
      await expect(take(file)).rejects.toThrow()
      db.parts.hook('creating').unsubscribe(fail)
      db.issues.hook('creating').unsubscribe(fail)
      expect(await isEmpty()).toBe(true)
    }
    expect((await take(file)).outcome).toBe('imported')
  })

  it('stays when an import is stopped', async () => {
    const stop = new AbortController()
    stop.abort()
    await expect(take(plainZip(entriesOf(small)), { signal: stop.signal })).rejects.toThrow()
    expect(await isEmpty()).toBe(true)
  })
})
