/**
 * Bytes of every typeset page of the specimen, setting included, as they go over the network, and for each character.
 *
 *   npm run build && node tests/bench/page-bytes.js [folder of an issue]
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const findIssue = (site) => {
  const data = join(site, 'data')
  return join(
    data,
    readdirSync(data).find((name) => /^\d{4}-\d{2}-\d{2}/.test(name)),
  )
}
const folder = process.argv[2] ?? findIssue('dist/site')
const issue = JSON.parse(readFileSync(join(folder, 'issue.json'), 'utf8'))
const compressed = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength
const charactersOf = ({ pieces }) =>
  pieces.flatMap(({ blocks }) => blocks.flatMap(({ leaves }) => leaves)).join('').length

const rows = issue.pages
  .filter(({ renditions }) => renditions[0].kind === 'typeset')
  .map(({ no, part }) => {
    const bytes = readFileSync(join(folder, part))
    const page = JSON.parse(bytes.toString())
    const { setting: _, ...text } = page
    const characters = charactersOf(page)
    const whole = compressed(bytes)
    const bare = compressed(Buffer.from(JSON.stringify(text)))
    return { no, characters, whole, bare }
  })
const line = (label, { characters, whole, bare }) =>
  `${label.padEnd(8)}${String(characters).padStart(8)}${String(whole).padStart(10)}${(whole / characters).toFixed(2).padStart(9)}${String(bare).padStart(12)}\n`
const sum = (key) => rows.reduce((total, row) => total + row[key], 0)

process.stdout.write(
  `${'page'.padEnd(8)}${'chars'.padStart(8)}${'brotli'.padStart(10)}${'a char'.padStart(9)}${'text alone'.padStart(12)}\n`,
)
for (const row of rows) process.stdout.write(line(String(row.no), row))
process.stdout.write(line('all', { characters: sum('characters'), whole: sum('whole'), bare: sum('bare') }))
process.stdout.write(`issue.json ${compressed(readFileSync(join(folder, 'issue.json')))} brotli\n`)
