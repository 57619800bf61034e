import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { BundleError } from '@/bundle/fault'
import { issueId, paperId } from '@/bundle/ids'
import type { ReadSavedTexts } from '@/library/saved-texts'
import { readSaved } from '@/reader/views/read-saved'

const texts = (read: ReadSavedTexts) => ({ texts: () => Promise.resolve(read) })
const refusing = (error: unknown) => ({ texts: () => Promise.reject(error instanceof Error ? error : new Error()) })
const all = async (library: Parameters<typeof readSaved>[0], signal = new AbortController().signal) => {
  const steps = []
  for await (const step of readSaved(library, signal)) steps.push(step)
  return steps
}
const storageError = (name: string) => new DOMException('no', name)

describe('the texts of what is saved', () => {
  it.each([
    storageError('UnknownError'),
    storageError('SecurityError'),
    storageError('InvalidStateError'),
    new BundleError({ kind: 'unreachable', file: 'library' }),
  ])('are none where the library answers with %s', async (error) => expect(await all(refusing(error))).toEqual([]))

  it('are not taken for none by a search that another one ends', async () => {
    const ended = new AbortController()
    ended.abort()
    const read = texts(async function* (signal) {
      signal.throwIfAborted()
      yield* []
    })
    await expect(all(read, ended.signal)).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  })

  it('that break off after some were read, and errors of no storage, stay loud', async () => {
    await expect(all(refusing(new TypeError('a bug')))).rejects.toThrow('a bug')
    const key = { paper: v.parse(paperId, 'a.example'), issue: v.parse(issueId, '2026-01-05') }
    const read = texts(async function* () {
      yield { kind: 'fault', key, done: 1, total: 2, fault: { kind: 'missing-part', file: 'a' } }
      throw storageError('UnknownError')
    })
    await expect(all(read)).rejects.toThrow('no')
  })
})
