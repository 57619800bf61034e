import { fileURLToPath } from 'node:url'
import { openModules } from '../module-server.js'
import { generatedArchive, queriesOf } from '../support/generated-archive.js'

/** @typedef {{ issues: number, articles: number, characters: number }} Size */

/** The repository: the generated archive reads the specimen from there, and the module server the sources. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** @returns {Size} of `issues articles characters` */
export const sizeOf = ([issues = 449, articles = 70, characters = 600]) => ({
  issues: Number(issues),
  articles: Number(articles),
  characters: Number(characters),
})

/** The archive, and how long it took to make up what has been asked of it: that is not the work of those who index it. */
export const timedArchive = (size) => {
  const generate = generatedArchive(size)
  const clock = { ms: 0 }
  const archive = async function* (isOwn) {
    const issues = generate(isOwn)
    for (;;) {
      const started = performance.now()
      const next = await issues.next()
      clock.ms += performance.now() - started
      if (next.done) return
      yield next.value
    }
  }
  return { archive, clock }
}

/** Sources of the project, and what makes characters that count as the same into one. */
export const openSources = async () => {
  const modules = await openModules()
  const load = (path) => modules.ssrLoadModule(`/src/${path}`)
  const { createFolding } = await load('archive/folding.ts')
  const { createVariants } = await load('archive/variants.ts')
  const variants = createVariants()
  const folding = createFolding(variants)
  const fold = (text) =>
    Array.from(text, (one) => (/\s/.test(one) ? one : String.fromCodePoint(...folding.fold(one)))).join('')
  return { load, variants, folding, fold, close: () => modules.close() }
}

/** What names an article in all three: its day and its name. */
export const nameOf = ({ date, article }) => `${date}/${article}`

/** The most frequent words of two, three and four characters that a segmenter sees in the newest issue. */
const segmentedWords = async (archive) => {
  const counts = new Map()
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const { articles } = (await archive().next()).value
  for (const { text } of articles)
    for (const { segment } of segmenter.segment(text))
      if (/^\p{Script=Han}+$/u.test(segment)) counts.set(segment, (counts.get(segment) ?? 0) + 1)
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word)
  return [2, 3, 4].map((length) => byCount.find((word) => word.length === length)).filter((word) => word !== undefined)
}

/** Eight characters without a mark between them, from the middle of an article: others begin with a comma. */
const plainStretch = async (archive) => {
  const { text } = (await archive().next()).value.articles[3]
  return /\p{Script=Han}{8}/u.exec(text.slice(100))?.[0] ?? ''
}

/**
 * The queries of the bench of our own search, and some that suit a search by words better.
 * @returns {Promise<readonly (readonly [kind: string, query: string])[]>}
 */
export const queriesGiven = async (archive) => {
  const stretch = await plainStretch(archive)
  return [
    ...(await queriesOf(archive)),
    ...[1, 2, 3, 4, 8].map((length) => ['no mark', stretch.slice(0, length)]),
    ...(await segmentedWords(archive)).map((word) => ['a word', word]),
  ]
}
