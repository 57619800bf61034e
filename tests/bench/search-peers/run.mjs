/**
 * Our search of an archive beside Pagefind and SQLite, over the same generated archive, in Chromium.
 *
 *   node tests/bench/search-peers/run.mjs [issues, 449] [articles an issue, 70] [characters an article, 600]
 */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'

const here = fileURLToPath(new URL('.', import.meta.url))
process.chdir(join(here, '../../..'))
const { chromium } = await import('playwright-core')
const { findChromium } = await import('../../support/chromium.js')
const { openSources, queriesGiven, sizeOf, timedArchive } = await import('./archive-given.js')
const { ask, openPages } = await import('./ask-in-browser.js')
const { judge, scanPlainly } = await import('./judge-answer.js')
const { printAnswers, printIndexes, printSums } = await import('./print-table.js')
const { serveFolder } = await import('./serve-folder.js')
const ours = await import('./engines/ours.js')
const pagefind = await import('./engines/pagefind.js')
const sqlite = await import('./engines/sqlite.js')

/** Hits of ours are known only when their texts are read; of a query that has more, these are held against the scan. */
const mostChecked = 600

const size = sizeOf(process.argv.slice(2))
const say = (line) => process.stderr.write(`${line}\n`)
const folder = mkdtempSync(join(tmpdir(), 'search-peers-'))
const code = join(folder, 'code')
mkdirSync(code)

/** Bytes and number of the files that belong to the index. */
const measureFolder = (path, isForeign = () => false) => {
  const files = readdirSync(path, { recursive: true })
    .filter((file) => !isForeign(file))
    .map((file) => statSync(join(path, file)))
    .filter((file) => file.isFile())
  return { files: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0) }
}
const buildIndex = async (name, isForeign) => {
  say(`building ${name}`)
  const own = join(folder, name)
  mkdirSync(own)
  const numbers = [size.issues, size.articles, size.characters].map(String)
  const { stdout } = await promisify(execFile)('node', [join(here, 'build-index.js'), name, own, ...numbers])
  return { ...measureFolder(own, isForeign), ...JSON.parse(stdout) }
}
const compressedBytes = (...files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)

let browser, server
const sources = await openSources()
try {
  const indexes = {
    ours: await buildIndex('ours'),
    sqlite: await buildIndex('sqlite'),
    pagefind: await buildIndex('pagefind', pagefind.isSurface),
  }
  await ours.writeCode(code)
  pagefind.writeCode(code)
  sqlite.writeCode(code)
  writeFileSync(
    join(folder, 'ask.html'),
    '<!doctype html><html lang="zh"><meta charset="utf-8"><link rel="icon" href="data:,"><title>ask</title></html>',
  )

  say('scanning')
  const { archive } = timedArchive(size)
  const queries = await queriesGiven(archive)
  const { expected, names } = await scanPlainly(archive, queries, sources)
  const articlesOfResults = pagefind.articlesOfResults(join(folder, 'pagefind'))
  const ofResult = (id) => articlesOfResults.get(id) ?? id
  const ofRow = (id) => names[id - 1]
  const pagefindCode = compressedBytes(
    ...['pagefind.js', 'pagefind-worker.js', 'wasm.unknown.pagefind'].map((file) => `pagefind/${file}`),
  )
  const engines = [
    { title: 'ours', code: 'ours', index: indexes.ours, nameOf: (name) => name, isFolding: true },
    { title: 'Pagefind, as typed', code: 'pagefind', index: indexes.pagefind, nameOf: ofResult, options: {} },
    {
      title: 'Pagefind, in quotes',
      code: 'pagefind',
      index: indexes.pagefind,
      nameOf: ofResult,
      options: { isQuoted: true },
    },
    {
      title: 'SQLite',
      code: 'sqlite',
      index: indexes.sqlite,
      nameOf: ofRow,
      options: { pageBytes: sqlite.pageBytes },
      // It stops while it waits for each page.
      isSerial: true,
    },
  ]

  server = await serveFolder(folder)
  browser = await chromium.launch({ executablePath: await findChromium(say) })
  const pages = await openPages(browser)
  const answers = []
  for (const [index, [kind, query]] of queries.entries())
    for (const engine of engines) {
      say(`${kind} · ${query} · ${engine.title}`)
      const asked = engine.isFolding ? query : sources.fold(query)
      const answer = await ask({ pages, server, engine }, asked, mostChecked)
      const named = { ...answer, all: { ...answer.all, found: answer.all.found.map(engine.nameOf) } }
      engine.opening = answer.opening
      answers.push({
        kind,
        query,
        expected: expected[index],
        title: engine.title,
        answer,
        judged: judge(named, expected[index]),
      })
    }

  const bytesOfCode = {
    ours: compressedBytes('code/ours.js'),
    pagefind: pagefindCode,
    sqlite: compressedBytes(
      ...readdirSync(code)
        .filter((file) => /sqlite|httpvfs/.test(file))
        .map((file) => `code/${file}`),
    ),
  }
  console.log(`${names.length} articles of ${size.issues} issues, ${size.characters} characters each\n`)
  printIndexes(engines.map((engine) => ({ ...engine, code: bytesOfCode[engine.code] })))
  printAnswers(answers)
  printSums(answers)
} finally {
  await browser?.close()
  await server?.close()
  await sources.close()
  rmSync(folder, { recursive: true, force: true })
}
