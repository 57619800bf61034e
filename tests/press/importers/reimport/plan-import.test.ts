import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseImportRecord, formatImportRecord, type ImportRecord } from '@/press/importers/reimport/import-record'
import {
  finishedRecord,
  planImport,
  startedRecord,
  type ImportSituation,
  type PlannedFile,
} from '@/press/importers/reimport/plan-import'
import '../../../support/property-seed'

const paths = ['issue.yaml', 'page-01/01-news.md', 'page-01/02-news.md', 'page-01/page.yaml', 'page-02/01-news.md']
const digest = fc.constantFrom(...'abc').map((letter) => letter.repeat(64))
const meaning = fc.constantFrom('article 1', 'article 2', 'page 1')

const mapOf = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<ReadonlyMap<string, Value>> =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...paths), value), { selector: ([path]) => path })
    .map((entries) => new Map(entries))

const planned: fc.Arbitrary<ReadonlyMap<string, PlannedFile>> = mapOf(fc.record({ sha256: digest, meaning }))
const record: fc.Arbitrary<ImportRecord> = fc.record({
  format: fc.constant(1 as const),
  isFinished: fc.boolean(),
  files: mapOf(fc.record({ sha256: fc.uniqueArray(digest, { minLength: 1, maxLength: 2 }), meaning })).map((files) =>
    Object.fromEntries(files),
  ),
  deleted: fc.subarray(paths),
})
const situation: fc.Arbitrary<ImportSituation> = fc.record({
  planned,
  record: fc.option(record, { nil: undefined }),
  onDisk: mapOf(digest),
  isReplacing: fc.boolean(),
})

/** The folder after an import went on as planned; unchanged if it can't. */
const after = (given: ImportSituation): ImportSituation | undefined => {
  const plan = planImport(given)
  if (plan.moved.length + plan.inTheWay.length > 0) return undefined
  const onDisk = new Map(given.onDisk)
  for (const path of plan.removals) onDisk.delete(path)
  for (const path of plan.writes) onDisk.set(path, given.planned.get(path)?.sha256 ?? '')
  return { ...given, record: finishedRecord(given.planned, plan), onDisk }
}

describe('the plan of an import', () => {
  it('never writes over a file, and never removes one, that no import wrote', () =>
    fc.assert(
      fc.property(situation, (given) => {
        const { writes, removals } = planImport(given)
        for (const path of [...writes, ...removals]) {
          const there = given.onDisk.get(path)
          const own = given.record?.files[path]
          if (there === undefined) continue
          expect(own).toBeDefined()
          if (!given.isReplacing) expect(own?.sha256).toContain(there)
        }
      }),
    ))

  it('leaves each file that was planned as it was planned, or names it', () =>
    fc.assert(
      fc.property(situation, (given) => {
        const made = after(given)
        if (!made) return
        const { edited, deleted } = planImport(given)
        for (const [path, { sha256 }] of given.planned)
          if (made.onDisk.get(path) !== sha256) expect([...edited, ...deleted]).toContain(path)
      }),
    ))

  it('has nothing left to do once it was done, and names the same files', () =>
    fc.assert(
      fc.property(situation, (given) => {
        const made = after({ ...given, isReplacing: false })
        if (!made) return
        const { edited, deleted, added } = planImport({ ...given, isReplacing: false })
        expect(planImport(made)).toEqual({
          writes: [],
          removals: [],
          moved: [],
          inTheWay: [],
          edited,
          deleted,
          added,
        })
      }),
    ))

  it('comes to the same end after an interruption anywhere', () =>
    fc.assert(
      fc.property(situation, fc.nat(10), (given, done) => {
        const whole = after({ ...given, isReplacing: false })
        if (!whole) return
        const plan = planImport({ ...given, isReplacing: false })
        const onDisk = new Map(given.onDisk)
        const steps = [...plan.removals, ...plan.writes].slice(0, done)
        for (const path of steps) {
          const now = given.planned.get(path)
          if (now) onDisk.set(path, now.sha256)
          else onDisk.delete(path)
        }
        const again = after({ ...given, onDisk, record: startedRecord(given, plan), isReplacing: false })
        expect(again?.onDisk).toEqual(whole.onDisk)
        expect(again?.record).toEqual(whole.record)
      }),
    ))
})

describe('the memory of an import', () => {
  it('is read as it was written', () =>
    fc.assert(
      fc.property(record, (own) => {
        expect(parseImportRecord(formatImportRecord(own))).toEqual(own)
      }),
    ))

  it.each([
    '',
    '{',
    '[]',
    '{"format":2}',
    '{"format":1,"isFinished":true,"files":{"a":{"sha256":["x"],"meaning":""}},"deleted":[]}',
  ])('is none if it is damaged: %s', (text) => expect(parseImportRecord(text)).toBeUndefined())
})
