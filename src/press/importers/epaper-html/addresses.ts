import { posix } from 'node:path'
import { isDate } from '@/text/dates'

/** The path of an address without query and place, as a site's own links have it; undefined for what leads to no file. */
const pathOf = (address: string): string | undefined => {
  const trimmed = address.trim()
  if (/^(?:javascript|mailto|data|about):/iu.test(trimmed) || trimmed.startsWith('#')) return undefined
  const path = trimmed.replace(/[?#].*$/su, '').replace(/^(?:https?:)?\/\/[^/]*/iu, '')
  return path === '' ? undefined : path.replaceAll('\\', '/')
}

/** An address as a path of the saved folder, relative to the file it stands in; one from the site's root stays from the root. */
export const resolved = (address: string, file: string): string | undefined => {
  const path = pathOf(address)
  if (path === undefined) return undefined
  const joined = path.startsWith('/') ? posix.normalize(path.slice(1)) : posix.join(posix.dirname(file), path)
  return joined.startsWith('..') ? posix.basename(joined) : joined
}

/** Finds saved files by what links say: at their own path, below a folder of the host's name, or by a name that only one file has. */
export class SavedFiles {
  readonly #paths: ReadonlySet<string>
  readonly #byName = new Map<string, string[]>()

  constructor(paths: readonly string[]) {
    this.#paths = new Set(paths)
    for (const path of paths) {
      const name = posix.basename(path)
      const known = this.#byName.get(name)
      if (known) known.push(path)
      else this.#byName.set(name, [path])
    }
  }

  /** The files in the same folder, itself included. */
  inFolderOf(path: string): string[] {
    const folder = posix.dirname(path)
    return [...this.#paths].filter((one) => posix.dirname(one) === folder)
  }

  find(address: string, file: string): string | undefined {
    const path = resolved(address, file)
    if (path === undefined) return undefined
    if (this.#paths.has(path)) return path
    const namesakes = this.#byName.get(posix.basename(path)) ?? []
    const below = namesakes.filter((one) => one.endsWith(`/${path}`))
    if (below.length === 1) return below[0]
    return namesakes.length === 1 ? namesakes[0] : undefined
  }
}

const dateForms = [
  /(?<!\d)(?<year>(?:19|20)\d\d)[-/年](?<month>\d{1,2})[-/月](?<day>\d{1,2})(?!\d)/u,
  /(?<!\d)(?<year>(?:19|20)\d\d)(?<month>\d\d)\/?(?<day>\d\d)(?!\d)/u,
] as const

/** The first day that an address or a text names, as `2017-10-09`. */
export const dateIn = (text: string): string | undefined => {
  for (const form of dateForms) {
    const { year, month, day } = form.exec(text)?.groups ?? {}
    if (!year || !month || !day) continue
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (isDate(date)) return date
  }
  return undefined
}
/** Names that the systems give the files of articles: content_52014.htm, nw.D110000example_20171016_1-01.htm, Articel01002BC.htm. */
export const isArticleName = (path: string): boolean =>
  /^(?:content_|nw\.D|Artic[el]{2}\d|con_)[^/]*\.s?html?$/iu.test(posix.basename(path))

/** Names that they give the files of pages: node_2.htm, nbs.D110000example_01.htm, Page01BC.htm. */
export const isPageName = (path: string): boolean =>
  /^(?:node_|nbs\.D|Page\d{1,3})[^/]*\.s?html?$/iu.test(posix.basename(path))

/** The page's number in the name of its file, where the system puts it there. */
export const numberInName = (path: string): string | undefined => {
  const name = posix.basename(path)
  const [, found] =
    /^nbs\.D[^_]*_(\w*\d+)\.s?html?$/iu.exec(name) ??
    /^node_([A-Z]{0,3}\d{2})\.s?html?$/u.exec(name) ??
    /^Page([A-Z]?\d{2})/iu.exec(name) ??
    /^nw\.D.*-([A-Z]?\d{1,3})\.s?html?$/iu.exec(name) ??
    []
  return found
}
