import { copyFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openSources } from '../archive-given.js'

const { resolve } = createRequire(import.meta.url)

/**
 * Bytes of a page. Smaller ones make the trees deeper, and every page is a round; and a text would be in several, each of which names
 * the next.
 */
export const pageBytes = 4096

/** Of a page, what an entry of the index may fill without a page of its own for the rest. */
const leafBytes = pageBytes - 46

/** Every mark is a character of a word: a query may have it. */
const everyCharacter = `unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co Cn'`

/**
 * One index for each length, that a query of one or two characters is one term, and longer ones are phrases of three. Only phrases
 * need to know where terms stand.
 */
const schema = `
  CREATE TABLE articles (id INTEGER PRIMARY KEY, date TEXT, article TEXT, title TEXT, text TEXT);
  CREATE VIRTUAL TABLE singles USING fts5(terms, content='', columnsize=0, detail=none, tokenize="${everyCharacter}");
  CREATE VIRTUAL TABLE pairs USING fts5(terms, content='', columnsize=0, detail=none, tokenize="${everyCharacter}");
  CREATE VIRTUAL TABLE triples USING fts5(terms, content='', columnsize=0, detail=full, tokenize="trigram");`
const indexes = ['singles', 'pairs', 'triples']

/** Terms of so many characters, each once; none over the end of a paragraph. */
const termsOf = (text, length) => {
  const terms = new Set()
  for (const line of text.split('\n')) {
    const characters = [...line]
    for (let at = 0; at + length <= characters.length; at++) terms.add(characters.slice(at, at + length).join(''))
  }
  return [...terms].join(' ')
}

export const writeIndex = async ({ archive, folder }) => {
  const { default: sqlite } = await import('node-sqlite3-wasm')
  const sources = await openSources()
  const database = new sqlite.Database(join(folder, 'archive.sqlite'))
  database.exec(`PRAGMA page_size = ${pageBytes}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;`)
  database.exec('PRAGMA cache_size = -100000')
  database.exec(schema)
  for (const index of indexes) {
    database.run(`INSERT INTO ${index} (${index}, rank) VALUES ('pgsz', ${leafBytes})`)
    // More is put together in memory before it is written, so less is merged.
    database.run(`INSERT INTO ${index} (${index}, rank) VALUES ('hashsize', 64000000)`)
  }
  const addArticle = database.prepare('INSERT INTO articles VALUES (?, ?, ?, ?, ?)')
  const addTerms = indexes.map((index) => database.prepare(`INSERT INTO ${index} (rowid, terms) VALUES (?, ?)`))
  // Numbered newest first: the index then gives them in that order by itself.
  let id = 0
  database.exec('BEGIN')
  for await (const { articles } of archive())
    for (const { date, article, titles, text } of articles) {
      id++
      const folded = sources.fold(`${titles.headline}\n${text}`)
      addArticle.run([id, date, article, titles.headline, text])
      const terms = [termsOf(folded, 1), termsOf(folded, 2), folded]
      addTerms.forEach((statement, length) => statement.run([id, terms[length]]))
    }
  database.exec('COMMIT')
  for (const statement of [addArticle, ...addTerms]) statement.finalize()
  for (const index of indexes) database.run(`INSERT INTO ${index} (${index}) VALUES ('optimize')`)
  database.exec('VACUUM')
  database.close()
  await sources.close()
}

export const writeCode = (folder) => {
  copyFileSync(fileURLToPath(new URL('../pages/sqlite.js', import.meta.url)), join(folder, 'sqlite.js'))
  for (const file of ['index.js', 'sqlite.worker.js', 'sql-wasm.wasm'])
    copyFileSync(resolve(`sql.js-httpvfs/dist/${file}`), join(folder, `httpvfs-${file}`))
}
