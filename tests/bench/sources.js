/**
 * Imports, builds and checks every real source in `metsalto`, `epaper-html` and `iiif` of BANMIAN_REAL_DATA, scores it against the truth beside the data, and prints
 * a row of docs/sources.md for each. Exits with 1 if one can't be imported, built or checked.
 *
 *   npm run build:press && BANMIAN_REAL_DATA=… node tests/bench/sources.js [part of a name]
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [wanted = ''] = process.argv.slice(2)
const data = process.env.BANMIAN_REAL_DATA
if (!data) {
  process.stderr.write('BANMIAN_REAL_DATA names the folder of the real data.\n')
  process.exit(2)
}
const cli = fileURLToPath(new URL('../../dist/press/cli.js', import.meta.url))
const sources = ['metsalto', 'epaper-html', 'iiif'].flatMap((folder) =>
  readdirSync(join(data, folder)).map((item) => ({ item, path: join(data, folder, item) })),
)
const scorer = join(data, '../score/score.mjs')
const truths = join(data, '../score/truth')

const cache = mkdtempSync(join(tmpdir(), 'banmian-cache-'))

/** Says on its error output how much memory a process took at most, so that no other program is needed to measure it. */
const peak = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS+'\\n'))`

const run = (...args) => {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', peak, cli, ...args, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    // Pictures that were made before are made again.
    env: { ...process.env, XDG_CACHE_HOME: cache },
  })
  // A list of issues is none, and says so.
  const [refused] = status === 1 ? (JSON.parse(stdout).findings ?? []) : []
  if (refused?.code === 'iiif-collection-alone') return { refused: `no issue: ${refused.why}` }
  if (status !== 0) throw new Error(`${args.join(' ')}\n${stdout}${stderr}`)
  const megabytes = Number(/peak (\d+)/.exec(stderr)?.[1] ?? 0) / 1024
  return { record: JSON.parse(stdout), seconds: (performance.now() - started) / 1000, megabytes }
}

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  )
const bundleIn = (folder) => filesBelow(folder).find((file) => file.endsWith('issue.json'))

/** What a person would count in a manifest, where no truth lies beside the data: canvases, ranges with areas, and words of its ALTO. */
const countedIn = (path) => {
  const named = filesBelow(path)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(file, 'utf8')))
    .find(({ type }) => type === 'Manifest')
  if (!named) return undefined
  const articles = []
  const waiting = [...(named.structures ?? [])]
  for (let range = waiting.shift(); range; range = waiting.shift()) {
    const places = (range.items ?? []).filter(({ type }) => type === 'SpecificResource')
    if (places.length > 0) articles.push(new Set(places.map(({ source }) => source)).size)
    waiting.push(...(range.items ?? []).filter(({ type }) => type === 'Range'))
  }
  const altos = named.items.flatMap(({ rendering = [] }) => rendering.map(({ id }) => join(path, id.split('/').at(-1))))
  const words = altos.filter(existsSync).flatMap((file) => readFileSync(file, 'utf8').match(/<String /g) ?? []).length
  const joins = articles.reduce((sum, canvases) => sum + canvases - 1, 0)
  return { pages: named.items.length, articles: articles.length, joins, words }
}
const row = (cells) => `| ${cells.join(' | ')} |\n`

process.stdout.write(
  row([
    'source',
    'pages',
    'articles, of those in the source',
    'joins',
    'words with places',
    'letters placed',
    'import',
    'build',
    'bundle',
  ]),
)
process.stdout.write(row(Array.from({ length: 9 }, () => '---')))
let failed = false
for (const { item, path } of sources.filter((source) => source.path.includes(wanted))) {
  const folder = mkdtempSync(join(tmpdir(), 'banmian-sources-'))
  try {
    const manuscript = join(folder, 'manuscript')
    const imported = run('import', path, '--out', manuscript)
    if (imported.refused !== undefined) {
      process.stdout.write(row([item, imported.refused]))
      continue
    }
    const built = run('build', manuscript, '--out', join(folder, 'site'))
    const issue = bundleIn(join(folder, 'site'))
    const bundle = join(issue, '..')
    run('check', bundle)
    const name = existsSync(truths) ? readdirSync(truths).find((one) => one.endsWith(`${item}.json`)) : undefined
    const truth = name && JSON.parse(readFileSync(join(truths, name), 'utf8'))
    const score =
      name &&
      JSON.parse(execFileSync(process.execPath, [scorer, bundle, join(truths, name), '--json'], { encoding: 'utf8' }))
    const { pages, joins, words, articles, kind } = imported.record
    const counted = kind === 'iiif' ? countedIn(path) : undefined
    const bytes = filesBelow(bundle).reduce((sum, file) => sum + statSync(file).size, 0)
    process.stdout.write(
      row([
        item,
        score || counted ? `${pages} of ${score ? score.pages.want : counted.pages}` : pages,
        score
          ? `${score.withAdverts.hit} of ${score.withAdverts.want}, F1 ${score.withAdverts.f1.toFixed(3)} (without adverts ${score.f1.toFixed(3)})`
          : counted?.articles
            ? `${articles} of ${counted.articles}`
            : `${articles}, none in the source`,
        score
          ? `${score.joins.hit} of ${score.joins.want}, ${score.joins.made} made`
          : counted
            ? `${joins} of ${counted.joins}`
            : joins,
        (truth?.wordsWithBoxes ?? counted?.words) ? `${words} of ${truth?.wordsWithBoxes ?? counted?.words}` : words,
        score?.placed?.toFixed(3) ?? '',
        `${imported.seconds.toFixed(1)} s, ${Math.round(imported.megabytes)} MB`,
        `${built.seconds.toFixed(1)} s, ${Math.round(built.megabytes)} MB`,
        `${(bytes / 1e6).toFixed(1)} MB`,
      ]),
    )
  } catch (error) {
    failed = true
    process.stdout.write(
      row([item, `failed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`]),
    )
    if (error instanceof Error) process.stderr.write(`${error.message}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
rmSync(cache, { recursive: true, force: true })
process.exit(failed ? 1 : 0)
