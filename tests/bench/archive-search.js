/**
 * What a search of an archive fetches: rounds, requests and bytes until the count and the first ten hits, and whether the answers
 * are those of a plain scan. The archive is generated, the same for the same size: words of a made-up vocabulary, as unevenly
 * frequent as words are, and stretches of the specimen's texts; it prints how much that is like a paper.
 *
 *   node tests/bench/archive-search.js [issues, 100] [articles an issue, 70] [characters an article, 600]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openModules } from './module-server.js'
import { dateOf, generatedArchive, queriesOf, segmentSpans } from './support/generated-archive.js'

const [issues = 100, articles = 70, characters = 600] = process.argv.slice(2).map(Number)
const modules = await openModules()
const load = (path) => modules.ssrLoadModule(`/src/${path}`)
const { createFolding } = await load('archive/folding.ts')
const { createVariants } = await load('archive/variants.ts')
const { createStaticArchive } = await load('archive/static-archive.ts')
const { encodeSearchCatalog, searchVersion } = await load('archive/search-catalog.ts')
const { isMeant } = await load('archive/meant-article.ts')
const { parseWords } = await load('text/search-query.ts')
const { writeSegmentFiles } = await load('press/site/search/write-segment-files.ts')

const archive = generatedArchive({ issues, articles, characters })
const variants = createVariants()
const folding = createFolding(variants)
const folder = mkdtempSync(join(tmpdir(), 'archive-'))
const kb = (bytes) => `${(bytes / 1000).toFixed(0)} kB`

const segments = []
for (const isOwn of segmentSpans) {
  const started = performance.now()
  const count = Array.from({ length: issues }, (_, issue) => dateOf(issue)).filter(isOwn).length
  if (count === 0) continue
  const source = { identity: `${issues} ${count}`, count, issues: archive(isOwn) }
  const row = await writeSegmentFiles(source, folding, folder, join(folder, 'work'))
  segments.push(row)
  const sizes = ['head', 'slots', 'lists', 'texts'].map((kind) => `${kind} ${kb(row[kind].bytes)}`)
  console.log(`${count} issues in ${((performance.now() - started) / 1000).toFixed(1)} s: ${sizes.join(', ')}`)
}
console.log(`memory of the process at most: ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`)
const catalog = new TextEncoder().encode(
  encodeSearchCatalog({ version: searchVersion, folding: folding.fingerprint(), segments }),
)

/** Requests that are made before any of them is answered are one round. */
const log = { rounds: 0, requests: 0, bytes: 0 }
let waiting = []
const release = () => {
  if (waiting.length === 0) return
  log.rounds++
  for (const answer of waiting.splice(0)) answer()
}
const answered = (work) =>
  new Promise((resolve, reject) => {
    waiting.push(() => work().then(resolve, reject))
    // After all that is done without waiting for an answer.
    setTimeout(release, 5)
  })
const files = {
  read: (file, from, length) =>
    answered(async () => {
      const handle = await open(join(folder, file))
      const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, from)
      await handle.close()
      log.requests++
      log.bytes += bytesRead
      return buffer.subarray(0, bytesRead)
    }),
  readWhole: () => answered(async () => catalog),
}
const search = createStaticArchive(files, variants)
const signal = new AbortController().signal

const queries = await queriesOf(archive)
const expected = queries.map(() => [])
const words = queries.map(([, query]) => parseWords(query, variants))
const grams = { pairs: new Map(), triples: new Map(), characters: 0 }
for await (const issue of archive())
  for (const record of issue.articles) {
    words.forEach(
      (one, index) =>
        isMeant(record, { ...one, limits: {} }) && expected[index].push(`${record.date} ${record.article}`),
    )
    if (grams.characters >= 1e6) continue
    grams.characters += record.text.length
    for (let at = 0; at + 2 < record.text.length; at++) {
      const [pair, triple] = [record.text.slice(at, at + 2), record.text.slice(at, at + 3)]
      grams.pairs.set(pair, (grams.pairs.get(pair) ?? 0) + 1)
      grams.triples.set(triple, (grams.triples.get(triple) ?? 0) + 1)
    }
  }
const shareOfTop = (counts) =>
  ([...counts.values()]
    .sort((a, b) => b - a)
    .slice(0, 1000)
    .reduce((sum, one) => sum + one, 0) /
    grams.characters) *
  100
console.log(
  `${issues * articles} articles; in ${grams.characters} characters ${grams.pairs.size} pairs (the first 1,000 are ${shareOfTop(grams.pairs).toFixed(0)} %) and ${grams.triples.size} triples (${shareOfTop(grams.triples).toFixed(0)} %)`,
)

/** Heads and catalogue are read once a visit. */
const clear = () => Object.assign(log, { rounds: 0, requests: 0, bytes: 0 })
await search.search({ words: '的' }, signal)
console.log(`opening, with a first count: ${log.rounds} rounds, ${log.requests} requests, ${kb(log.bytes)}`)

/** All hits are read where there are fewer. */
const mostRead = 1500
let wrong = 0
console.log(
  'kind · query · articles · rounds, requests, bytes to the count · to the first ten hits · ms of processor · right',
)
for (const [index, [kind, query]] of queries.entries()) {
  clear()
  const started = process.cpuUsage()
  const { count, pages } = await search.search({ words: query }, signal)
  const toCount = { ...log }
  const found = []
  let toHits
  let last
  for await (const page of pages) {
    last = page
    found.push(...page.hits.map(({ date, article }) => `${date} ${article}`))
    if (!toHits && (found.length >= 10 || page.isLast)) toHits = { ...log, ms: process.cpuUsage(started).user / 1000 }
    if (toHits && expected[index].length > mostRead) break
  }
  const right = expected[index]
  const isWhole = last?.isLast ?? true
  const isRight =
    found.every((one, at) => one.slice(0, 10) === right[at]?.slice(0, 10) && right.includes(one)) &&
    (!isWhole || (found.length === right.length && last.count.articles === right.length)) &&
    (count.isExact ? count.articles === right.length : count.articles >= right.length)
  if (!isRight) wrong++
  const cost = ({ rounds, requests, bytes }) => `${rounds}, ${requests}, ${kb(bytes)}`
  console.log(
    `${kind} · ${query} · ${count.isExact ? '' : '≤ '}${count.articles}${count.isExact ? '' : ` (${right.length})`} · ${cost(toCount)} · ${cost(toHits)} · ${toHits.ms.toFixed(0)} · ${isRight ? `yes${isWhole ? ', all' : ''}` : 'NO'}`,
  )
}
console.log(wrong === 0 ? 'every answer is that of a plain scan' : `${wrong} answers are wrong`)
rmSync(folder, { recursive: true })
await modules.close()
process.exitCode = wrong === 0 ? 0 : 1
