/* global createDbWorker */

const load = (source) =>
  new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src: source, onload: resolve, onerror: reject })
    document.head.append(script)
  })

const tableOf = ({ length }) => (length === 1 ? 'singles' : length === 2 ? 'pairs' : 'triples')

/** The rows that have every word: those of one length by one expression, which skips what not all of them have. */
const conditionOf = (query) => {
  const words = query.startsWith('"') ? [query.slice(1, -1)] : query.split(' ')
  const tables = Map.groupBy(words, (word) => tableOf([...word]))
  const [[first, own], ...others] = [...tables]
  const expressionOf = (some) => some.map((word) => `"${word}"`).join(' AND ')
  const ofOthers = others.map(([table]) => ` AND rowid IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`)
  return {
    from: `FROM ${first} WHERE ${first} MATCH ?${ofOthers.join('')}`,
    values: [own, ...others.map(([, some]) => some)].map(expressionOf),
  }
}

const excerptOf = (text, query) => {
  const at = Math.max(0, text.indexOf(query) - 20)
  return text.slice(at, at + 60)
}

export const open = async ({ pageBytes }) => {
  await load('/code/httpvfs-index.js')
  const config = { serverMode: 'full', url: '/sqlite/archive.sqlite', requestChunkSize: pageBytes }
  const { db } = await createDbWorker(
    [{ from: 'inline', config }],
    '/code/httpvfs-sqlite.worker.js',
    '/code/httpvfs-sql-wasm.wasm',
  )
  const rows = (statement, values) => db.query(statement, values)
  return {
    search: async (query) => {
      const { from, values } = conditionOf(query)
      const [{ articles }] = await rows(`SELECT count(*) AS articles ${from}`, values)
      const first = async (most) => {
        const hits = await rows(
          `SELECT date, article, title, text FROM articles WHERE id IN (SELECT rowid ${from} ORDER BY rowid LIMIT ${most}) ORDER BY id`,
          values,
        )
        return hits.filter(({ text }) => excerptOf(text, query)).map(({ date, article }) => `${date}/${article}`)
      }
      const all = async () => {
        const ids = await rows(`SELECT rowid AS id ${from} ORDER BY rowid`, values)
        return { found: ids.map(({ id }) => id), isWhole: true, count: articles }
      }
      return { articles, isExact: true, first, all }
    },
  }
}
