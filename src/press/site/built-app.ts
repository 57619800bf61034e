import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import * as v from 'valibot'
import { projectFolder } from '../io/project-folder'

/** The reader as it was built for browsers, for any paper and any address: what a site is composed from. */
export interface BuiltApp {
  /** Folder of the files that a site serves as they are, named by their content. */
  readonly assetsFolder: string
  readonly assets: readonly string[]
  /** The scripts that start the app, the entry last; paths below the site. */
  readonly scripts: readonly string[]
  /** The last of them. */
  readonly entry: string
  /** Beside these, what draws a page. */
  readonly pageModules: readonly string[]
  /** The faces of typeset pages. */
  readonly settingFonts: readonly string[]
  /** Styles of the first paint of anything, and their files. */
  readonly firstStyles: string
  readonly firstStyleFiles: readonly string[]
  /** Styles of a printed page, beside the first; a typeset one needs no others. */
  readonly printedStyles: string
  /** Styles of an article, beside the first. */
  readonly articleStyles: string
  /** Styles of the calendar, beside the first. */
  readonly calendarStyles: string
  /** The script that stands in every page: applies the reader's settings, then starts the app. */
  readonly firstScript: string
  /** The service worker, of no site yet. */
  readonly worker: string
}

/** Of the bundler's manifest, what is read here: scripts and styles by the module that they were made from. */
const manifest = v.record(
  v.string(),
  v.object({
    file: v.string(),
    name: v.optional(v.string()),
    isEntry: v.optional(v.boolean(), false),
    css: v.optional(v.array(v.string()), []),
    assets: v.optional(v.array(v.string()), []),
    imports: v.optional(v.array(v.string()), []),
  }),
)
type Manifest = v.InferOutput<typeof manifest>

/** Names of everything that the bundler made; what else lies in its folder, such as a `.DS_Store`, is no part of the app. */
const assetsOf = (all: Manifest): string[] => {
  const files = Object.values(all).flatMap(({ file, css, assets }) => [file, ...css, ...assets])
  return [...new Set(files.map((file) => posix.basename(file)))].sort()
}

/** A chunk and everything that it imports, imports first. */
const withImports = (all: Manifest, key: string, seen = new Set<string>()): Manifest[string][] => {
  const chunk = all[key]
  if (!chunk || seen.has(key)) return []
  seen.add(key)
  return [...chunk.imports.flatMap((imported) => withImports(all, imported, seen)), chunk]
}

/** The app in `dist/app`; undefined if it has not been built. */
export const readBuiltApp = async (folder = join(projectFolder(), 'dist/app')): Promise<BuiltApp | undefined> => {
  const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
  const json = await read('manifest.json').catch(() => undefined)
  if (json === undefined) return undefined
  const chunks = v.parse(manifest, JSON.parse(json))
  const entry = Object.keys(chunks).find((key) => chunks[key]?.isEntry) ?? ''
  const first = withImports(chunks, entry)
  const stylesOf = async (of: readonly Manifest[string][]): Promise<string> =>
    (await Promise.all(of.flatMap(({ css }) => css).map(read))).join('')
  const assets = assetsOf(chunks)
  /** Names of chunks: vite/reader.ts. */
  const named = (name: string) => Object.values(chunks).filter((chunk) => chunk.name === name)
  const modulesOf = (name: string): string[] => {
    const key = Object.keys(chunks).find((one) => chunks[one]?.name === name) ?? ''
    return withImports(chunks, key).flatMap((chunk) => (first.includes(chunk) ? [] : [chunk.file]))
  }
  return {
    assetsFolder: join(folder, 'assets'),
    assets,
    scripts: first.map(({ file }) => file),
    entry: chunks[entry]?.file ?? '',
    pageModules: modulesOf('page'),
    settingFonts: assets.filter((name) => /^setting-\d+-.*\.woff2$/.test(name)).map((name) => `assets/${name}`),
    firstStyles: await stylesOf(first),
    firstStyleFiles: first.flatMap(({ css }) => css),
    printedStyles: await stylesOf(named('page')),
    articleStyles: await stylesOf(named('article')),
    calendarStyles: await stylesOf(named('CalendarView')),
    firstScript: (await read('first-script.js')).trim(),
    worker: await read('sw.js'),
  }
}
