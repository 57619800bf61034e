import { createHash } from 'node:crypto'
import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const dayAfter = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

/** Hard links to every file of a folder, under another name. */
const linkAll = (from, to) => {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    mkdirSync(to, { recursive: true })
    if (entry.isDirectory()) linkAll(join(from, entry.name), join(to, entry.name))
    else linkSync(join(from, entry.name), join(to, entry.name))
  }
}

/**
 * Gives a drawn site of one issue the same issue on other days. The files of the others are links to its files, and the press is told
 * that it has drawn them: what is done with so many is what counts.
 */
export const cloneIssue = (site, id, dates) => {
  const data = join(site, 'data')
  const issue = JSON.parse(readFileSync(join(data, id, 'issue.json'), 'utf8'))
  const catalog = JSON.parse(readFileSync(join(data, 'catalog.json'), 'utf8'))
  const stateFile = join(site, '.press/site.json')
  const state = JSON.parse(readFileSync(stateFile, 'utf8'))
  const [model] = catalog.issues
  const entries = [model]
  for (const date of dates) {
    const json = JSON.stringify({ ...issue, id: date, date })
    const sha256 = createHash('sha256').update(json).digest('hex')
    mkdirSync(join(data, date))
    for (const { name } of issue.parts) linkSync(join(data, id, name), join(data, date, name))
    writeFileSync(join(data, date, 'issue.json'), json)
    linkAll(join(site, id), join(site, date))
    linkAll(join(site, 'previews', id), join(site, 'previews', date))
    entries.push({ ...model, id: date, date, sha256 })
    state.issues[date] = sha256
  }
  entries.sort((one, other) => (one.id < other.id ? 1 : -1))
  state.newest = entries[0].id
  writeFileSync(stateFile, JSON.stringify(state))
  const years = [...new Set(entries.map(({ date }) => Number(date.slice(0, 4))))].sort()
  for (const year of years) {
    const issues = entries.filter(({ date }) => date.startsWith(`${year}-`))
    writeFileSync(join(data, `catalog-${year}.json`), JSON.stringify({ format: catalog.format, year, issues }))
  }
  writeFileSync(join(data, 'catalog.json'), JSON.stringify({ ...catalog, issues: entries.slice(0, 30), years }))
}
