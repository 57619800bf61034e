/**
 * The index of the generated archive, as the press writes it, in a folder that is used again. With it is kept what a plain scan
 * counts of each query, and what it took to build.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openModules } from '../module-server.js'
import { dateOf, generatedArchive, queriesOf, segmentSpans } from './generated-archive.js'

/** Kept beside the folder of the index's own files. */
const factsFile = 'facts.json'
const filesFolder = 'search'

const kinds = ['head', 'slots', 'lists', 'texts']

/** Hands the issues on, and counts of each query the articles that have it, by year. */
const countedOf = (queries, isMeant) => {
  const counts = queries.map(({ query }) => ({ query, years: {} }))
  const counted = async function* (issues) {
    for await (const issue of issues) {
      const year = issue.date.slice(0, 4)
      for (const record of issue.articles)
        for (const [index, { words }] of queries.entries())
          if (isMeant(record, { ...words, limits: {} }))
            counts[index].years[year] = (counts[index].years[year] ?? 0) + 1
      yield issue
    }
  }
  return { counts, counted }
}

const build = async (size, folder) => {
  const modules = await openModules()
  const load = (path) => modules.ssrLoadModule(`/src/${path}`)
  const { createFolding } = await load('archive/folding.ts')
  const { createVariants } = await load('archive/variants.ts')
  const { encodeSearchCatalog, searchCatalogFile, searchVersion } = await load('archive/search-catalog.ts')
  const { isMeant } = await load('archive/meant-article.ts')
  const { parseWords } = await load('text/search-query.ts')
  const { writeSegmentFiles } = await load('press/site/search/write-segment-files.ts')

  const archive = generatedArchive(size)
  const variants = createVariants()
  const folding = createFolding(variants)
  const queries = (await queriesOf(archive)).map(([, query]) => ({ query, words: parseWords(query, variants) }))
  const { counts, counted } = countedOf(queries, isMeant)
  const files = join(folder, filesFolder)
  const segments = []
  for (const isOwn of segmentSpans) {
    const count = Array.from({ length: size.issues }, (_, issue) => dateOf(issue)).filter(isOwn).length
    if (count === 0) continue
    const source = { identity: `${size.issues} ${count}`, count, issues: counted(archive(isOwn)) }
    segments.push(await writeSegmentFiles(source, folding, files, join(folder, 'work')))
  }
  const catalog = encodeSearchCatalog({ version: searchVersion, folding: folding.fingerprint(), segments })
  writeFileSync(join(files, searchCatalogFile), catalog)
  await modules.close()
  const bytesOf = (kind) => segments.reduce((sum, row) => sum + row[kind].bytes, 0)
  return { counts, bytes: Object.fromEntries(kinds.map((kind) => [kind, bytesOf(kind)])) }
}

/**
 * The index of an archive of this size, built if the folder has none yet; a folder may have those of several sizes.
 * @returns `files`, the folder of its files; `facts`: how many articles of each year have a query, bytes by kind of file, and seconds
 *   of processor and of the clock and the process's memory in MB, with the scan and the tools that run it
 */
export const builtIndex = async (size, folder) => {
  const own = join(folder, `${size.issues}x${size.articles}x${size.characters}`)
  if (!existsSync(own)) {
    const aside = `${own}.new`
    rmSync(aside, { recursive: true, force: true })
    mkdirSync(aside, { recursive: true })
    const [started, before] = [performance.now(), process.cpuUsage()]
    const made = await build(size, aside)
    const { user, system } = process.cpuUsage(before)
    const took = {
      seconds: Math.round((performance.now() - started) / 1000),
      processorSeconds: Math.round((user + system) / 1e6),
      mostMemoryMb: Math.round(process.resourceUsage().maxRSS / 1000),
    }
    writeFileSync(join(aside, factsFile), JSON.stringify({ ...made, ...took }))
    renameSync(aside, own)
  }
  return { files: join(own, filesFolder), facts: JSON.parse(readFileSync(join(own, factsFile), 'utf8')) }
}
