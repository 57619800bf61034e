import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../fixtures/hard-pages', import.meta.url))

/**
 * An issue of hard pages: a ranking of nine columns and prices with units; a timetable and a table of long texts; a table longer than its
 * page; poems, long verse and a translation; numbers and addresses of every length.
 */
export const hardPages: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(md|yaml)$/.test(path))
    .sort()
    .map((path) => [
      relative(folder, join(folder, path)).split('\\').join('/'),
      readFileSync(join(folder, path), 'utf8'),
    ]),
)
