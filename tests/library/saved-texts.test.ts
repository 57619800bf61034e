import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import { issueKeyOf } from '@/bundle/issue-key'
import { LibraryDb } from '@/library/library-db'
import { deleteIssue, saveIssue } from '@/library/save-issue'
import { createSavedTexts, type Pause, type TextStep } from '@/library/saved-texts'
import { createTextCache, type TextCache } from '@/library/text-cache'
import { siteInMemory } from '../support/memory-source'
import { makeKey } from '../support/signing-keys'
import { firstText, smallIssue, type SmallIssue } from '../support/small-issue'

let db: LibraryDb
let cacheName: string
let cache: TextCache
const noPause: Pause = async () => undefined

beforeEach(() => {
  const name = expect.getState().currentTestName ?? ''
  db = new LibraryDb(`library ${name}`)
  cacheName = `texts ${name}`
  cache = createTextCache(cacheName)
})
afterEach(async () => {
  await db.delete()
})

const issueOf = async (date: string, edit: (small: SmallIssue) => void = () => undefined): Promise<SmallIssue> => {
  const small = await smallIssue()
  Object.assign(small.issue, { id: date, date })
  edit(small)
  return small
}
let clock = 1000
const save = async (small: SmallIssue): Promise<void> => {
  const issue = decodeIssue(encode(small.issue))
  const { http } = siteInMemory([small])
  const { signal } = new AbortController()
  await saveIssue(db, { ...issueKeyOf(issue), http, signal, now: () => clock++ })
}
const stepsOf = async (read = createSavedTexts(db, cache), pause = noPause): Promise<TextStep[]> => {
  const steps: TextStep[] = []
  for await (const step of read(new AbortController().signal, pause)) steps.push(step)
  return steps
}
const textsOf = (steps: readonly TextStep[]) => steps.flatMap((step) => (step.kind === 'text' ? [step.text] : []))

describe('the texts of saved issues', () => {
  it('come newest first, with jumps joined, and report progress', async () => {
    for (const date of ['2026-01-03', '2026-01-05', '2026-01-04']) await save(await issueOf(date))
    const steps = await stepsOf()
    expect(textsOf(steps).map(({ issue }) => issue)).toEqual(['2026-01-05', '2026-01-04', '2026-01-03'])
    expect(steps.map(({ done, total }) => [done, total])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
    const [article] = textsOf(steps)[0]?.articles ?? []
    expect(article?.text).toBe(`${firstText}\n手指点到哪一篇，哪一篇就展开。\n`)
    expect(article?.pages.map(({ label, from }) => [label, from])).toEqual([
      ['1', 0],
      ['2', firstText.length + 7],
    ])
  })

  it('are assembled once: the next start of the app takes them from the cache', async () => {
    await save(await issueOf('2026-01-05'))
    const [first] = textsOf(await stepsOf())
    await db.parts.clear()
    expect(textsOf(await stepsOf(createSavedTexts(db, createTextCache(cacheName))))).toEqual([first])
  })

  it('are assembled again when the issue was corrected, even without a restart', async () => {
    const read = createSavedTexts(db, cache)
    await save(await issueOf('2026-01-05'))
    await stepsOf(read)
    await save(
      await issueOf('2026-01-05', ({ issue }) => {
        issue.revision = 2
        Object.assign(issue.articles[0] ?? {}, { headline: '更正后的题目' })
      }),
    )
    expect(textsOf(await stepsOf(read))[0]?.articles[0]?.headline).toBe('更正后的题目')
  })

  it('are deleted with the issue, also from the cache', async () => {
    await save(await issueOf('2026-01-05'))
    const [text] = textsOf(await stepsOf())
    if (!text) throw new Error('no text')
    await deleteIssue(db, text)
    expect(await stepsOf()).toEqual([])
    const stored = await new Dexie(cacheName).open()
    expect(await stored.table('texts').count()).toBe(0)
    stored.close()
  })

  it('that are damaged are reported, and the others are read', async () => {
    await save(await issueOf('2026-01-04'))
    await save(await issueOf('2026-01-05'))
    for (const key of await db.parts.toCollection().primaryKeys())
      if (key[1] === '2026-01-05') await db.parts.delete(key)
    const steps = await stepsOf()
    expect(steps[0]).toMatchObject({ kind: 'fault', key: { issue: '2026-01-05' }, fault: { kind: 'missing-part' } })
    expect(textsOf(steps).map(({ issue }) => issue)).toEqual(['2026-01-04'])
  })

  it('are assembled again if the cache holds something else', async () => {
    await save(await issueOf('2026-01-05'))
    const [text] = textsOf(await stepsOf())
    const stored = await new Dexie(cacheName).open()
    const [row] = await stored.table('texts').toArray()
    await stored.table('texts').put({ ...row, text: { articles: 'nothing of the kind' } })
    stored.close()
    expect(textsOf(await stepsOf())).toEqual([text])
  })

  it('stop when they are no longer needed', async () => {
    for (const date of ['2026-01-03', '2026-01-04', '2026-01-05']) await save(await issueOf(date))
    const stop = new AbortController()
    const seen: TextStep[] = []
    const reading = async (): Promise<void> => {
      for await (const step of createSavedTexts(db, cache)(stop.signal, noPause)) {
        seen.push(step)
        stop.abort()
      }
    }
    await expect(reading()).rejects.toThrow()
    expect(seen).toHaveLength(1)
  })

  it('yield to other work after each that had to be assembled', async () => {
    for (const date of ['2026-01-04', '2026-01-05']) await save(await issueOf(date))
    const weights: string[] = []
    const read = createSavedTexts(db, cache)
    const pause: Pause = async (weight) => void weights.push(weight)
    await stepsOf(read, pause)
    await stepsOf(read, pause)
    expect(weights).toEqual(['heavy', 'heavy', 'light', 'light'])
  })
})

describe('a text that was altered in storage', () => {
  const alteredTo = '改过的字'
  const isAltered = (steps: readonly TextStep[]): boolean => JSON.stringify(steps).includes(alteredTo)

  it('is never searched: not in the cache of texts, in whatever way it was altered', async () => {
    await save(await issueOf('2026-01-05'))
    const [right] = textsOf(await stepsOf())
    const texts = new Dexie(cacheName)
    await texts.open()
    const [row] = await texts.table('texts').toArray()
    const text = JSON.parse(new TextDecoder().decode(row.textJson))
    text.articles[0].text = alteredTo.repeat(10)
    const altered = encode(text)
    const damaged = altered.slice(0, 30)
    for (const change of [
      { textJson: altered },
      { textJson: damaged },
      { textJson: text },
      { text, textJson: undefined },
    ]) {
      await texts.table('texts').put({ ...row, ...change })
      const steps = await stepsOf(createSavedTexts(db, createTextCache(cacheName)))
      expect(isAltered(steps)).toBe(false)
      expect(textsOf(steps)).toEqual([right])
    }
    texts.close()
  })

  it('is a fault where it stands in a saved part, or in what the paper signed', async () => {
    const small = await issueOf('2026-01-05')
    await save(small)
    const [part] = (await db.parts.toArray()).filter(({ bytes }) => new TextDecoder().decode(bytes).includes('pieces'))
    if (!part) throw new Error('an issue has pages')
    await db.parts.put({ ...part, bytes: encode({ pieces: [] }) })
    expect(await stepsOf()).toMatchObject([{ kind: 'fault', fault: { kind: 'wrong-digest' } }])
    await db.parts.put(part)
    const signing = { keys: [await (await makeKey()).listed()] }
    expect(await stepsOf(createSavedTexts(db, cache, () => signing))).toMatchObject([
      { kind: 'fault', fault: { kind: 'not-signed' } },
    ])
  })
})
