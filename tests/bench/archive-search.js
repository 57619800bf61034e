/**
 * What a search of an archive fetches: rounds, requests and bytes until the count and the first ten hits, and whether the answers
 * are those of a plain scan. The archive is generated, the same for the same size: words of a made-up vocabulary, as unevenly
 * frequent as words are, and stretches of the specimen's texts; it prints how much that is like a paper.
 *
 *   node tests/bench/archive-search.js [issues, 100] [articles an issue, 70] [characters an article, 600]
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openModules } from './module-server.js'

const [issues = 100, articles = 70, characters = 600] = process.argv.slice(2).map(Number)
const modules = await openModules()
const load = (path) => modules.ssrLoadModule(`/src/${path}`)
const { createFolding } = await load('archive/folding.ts')
const { createVariants } = await load('archive/variants.ts')
const { createStaticArchive } = await load('archive/static-archive.ts')
const { encodeSearchCatalog } = await load('archive/search-catalog.ts')
const { isMeant } = await load('archive/meant-article.ts')
const { parseWords } = await load('text/search-query.ts')
const { writeSegmentFiles } = await load('press/site/search/write-segment-files.ts')

/** Numbers in [0, 1), the same for the same seed: mulberry32. */
const randomOf = (seed) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const specimen = 'docs/specimen'
const texts = readdirSync(specimen, { recursive: true })
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => readFileSync(join(specimen, name), 'utf8').replace(/[^\u4e00-\u9fff，。；：、“”]/g, ''))
  .join('')

/** A rank below `count`, of which each is about as frequent as its place says: Zipf's law. */
const rank = (random, count) => Math.min(count - 1, Math.floor(Math.exp(random() * Math.log(count + 1))) - 1)

/** Characters of the specimen by frequency, then others; words of them, the frequent ones made of frequent characters. */
const vocabulary = (() => {
  const random = randomOf(1)
  const counts = new Map()
  for (const one of texts) if (/[\u4e00-\u9fff]/.test(one)) counts.set(one, (counts.get(one) ?? 0) + 1)
  const own = [...counts].sort((a, b) => b[1] - a[1]).map(([one]) => one)
  const others = Array.from({ length: 3000 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 6) % 20_000)))
  const all = [...new Set([...own, ...others])]
  const pick = () => all[rank(random, all.length)] ?? ''
  return Array.from({ length: 120_000 }, () => Array.from({ length: random() < 0.7 ? 2 : 3 }, pick).join(''))
})()

const textOf = (random) => {
  let text = ''
  let inSentence = 0
  while (text.length < characters) {
    const from = Math.floor(random() * (texts.length - 12))
    const piece =
      random() < 0.25
        ? texts.slice(from, from + 4 + Math.floor(random() * 8))
        : vocabulary[rank(random, vocabulary.length)]
    text += piece
    inSentence += piece.length
    if (inSentence > 12 && random() < 0.3) text += random() < 0.4 ? '。' : '，'
    if (inSentence > 40) inSentence = 0
    if (random() < 0.01) text += '\n'
  }
  return `${text}\n`
}

const firstDay = Date.UTC(2026, 10, 30)
const dateOf = (issue) => new Date(firstDay - issue * 86_400_000).toISOString().slice(0, 10)
async function* archive(isOwn = () => true) {
  for (let issue = 0; issue < issues; issue++) {
    const date = dateOf(issue)
    if (!isOwn(date)) continue
    const random = randomOf(1000 + issue)
    yield {
      date,
      articles: Array.from({ length: articles }, (_, index) => ({
        issue: date,
        date,
        article: `a${String(index).padStart(4, '0')}`,
        titles: { headline: textOf(random).slice(0, 14).replace(/\n/g, '') },
        pages: [{ no: 1 + (index >> 2), label: String(1 + (index >> 2)), from: 0 }],
        text: textOf(random),
      })),
    }
  }
}

const variants = createVariants()
const folding = createFolding(variants)
const folder = mkdtempSync(join(tmpdir(), 'archive-'))
const kb = (bytes) => `${(bytes / 1000).toFixed(0)} kB`

/** Segments as the press cuts them: past years, this year, this month. */
const spans = [(date) => date >= '2026-11', (date) => date >= '2026' && date < '2026-11', (date) => date < '2026']
const segments = []
for (const isOwn of spans) {
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
const catalog = new TextEncoder().encode(encodeSearchCatalog({ version: 1, folding: folding.fingerprint(), segments }))

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

/** Frequent: made of the first words of the vocabulary. Rare: from the middle of an article. In vain: of characters far apart. */
const middle = (await archive().next()).value.articles[3].text.replace(/\n/g, '')
const common = vocabulary.slice(0, 12).join('')
const phraseOfCommon = texts.slice(200, 208)
const queries = [1, 2, 3, 4, 8].flatMap((length) => [
  [
    'common',
    length === 8
      ? phraseOfCommon
      : length > 3
        ? common.slice(0, length)
        : (vocabulary[0] + vocabulary[1]).slice(0, length),
  ],
  ['some', middle.slice(201, 201 + length)],
  ['rare', vocabulary.slice(90_000, 90_010).join('').slice(0, length)],
  ['in vain', '靐齉龘爩麤鱻龖纞'.slice(0, length)],
])
queries.push(['two', `${vocabulary[5]} ${vocabulary[9]}`], ['two, one rare', `${vocabulary[5]} ${vocabulary[70_000]}`])
queries.push(['trap', `"${vocabulary[2]}${vocabulary[3]}${vocabulary[0]}${vocabulary[1]}"`])

const expected = queries.map(() => [])
const words = queries.map(([, query]) => parseWords(query, variants))
const grams = { pairs: new Map(), triples: new Map(), characters: 0 }
for await (const issue of archive())
  for (const record of issue.articles) {
    words.forEach((one, index) => isMeant(record, one) && expected[index].push(`${record.date} ${record.article}`))
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
