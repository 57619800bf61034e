import { nameOf } from './archive-given.js'

/** Articles that a plain scan of all finds for each query, newest first. */
export const scanPlainly = async (archive, queries, { load, variants }) => {
  const { isMeant } = await load('archive/meant-article.ts')
  const { parseWords } = await load('text/search-query.ts')
  const words = queries.map(([, query]) => parseWords(query, variants))
  const expected = queries.map(() => [])
  /** Names of all articles, newest first. */
  const names = []
  for await (const { articles } of archive())
    for (const record of articles) {
      names.push(nameOf(record))
      words.forEach((one, index) => isMeant(record, { ...one, limits: {} }) && expected[index].push(nameOf(record)))
    }
  return { expected, names }
}

const dayOf = (name) => name.slice(0, 10)

/**
 * Holds an answer against the scan: articles that it misses and that it should not have; whether its first hits are the newest; whether
 * its count is the scan's, or at least no lower where it says that it may be too high.
 */
export const judge = ({ count, first, all }, expected) => {
  const right = new Set(expected)
  const found = new Set(all.found)
  const asked = all.isWhole ? expected : expected.slice(0, all.found.length)
  const missed = asked.filter((name) => !found.has(name) && !isOfLastDay(name, all, asked)).length
  const added = all.found.filter((name) => !right.has(name)).length
  const newest = expected.slice(0, first.length)
  const isFirstRight =
    first.length === Math.min(10, expected.length) &&
    first.every((name, index) => right.has(name) && dayOf(name) === dayOf(newest[index]))
  const isCountRight = count.isExact ? count.articles === expected.length : count.articles >= expected.length
  const isFinalRight = !all.isWhole || all.count === expected.length
  return { missed, added, isFirstRight, isRight: missed + added === 0 && isFirstRight && isCountRight && isFinalRight }
}

/** Where reading stopped within a day, others of that day may stand for those that were read. */
const isOfLastDay = (name, { isWhole }, asked) => !isWhole && dayOf(name) === dayOf(asked.at(-1))
