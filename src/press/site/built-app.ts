import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { projectFolder } from '../io/project-folder'

/** The reader as it was built for browsers, for any paper and any address: what a site is composed from. */
export interface BuiltApp {
  /** Folder of the files that a site serves as they are, named by their content. */
  readonly assetsFolder: string
  readonly assets: readonly string[]
  /** Names of the scripts that start the app, all that are needed for it: below `assets/`. */
  readonly scripts: readonly string[]
  /** Styles of the first paint of anything. */
  readonly firstStyles: string
  /** Styles of an article, beside the first. */
  readonly articleStyles: string
  /** Puts the reader's settings on `<html>`; a script that stands in the page. */
  readonly beforePaint: string
  /** The service worker, of no site yet. */
  readonly worker: string
}

/** Of the bundler's manifest, what is read here: scripts and styles by the module that they were made from. */
const manifest = v.record(
  v.string(),
  v.object({
    file: v.string(),
    isEntry: v.optional(v.boolean(), false),
    css: v.optional(v.array(v.string()), []),
    imports: v.optional(v.array(v.string()), []),
  }),
)
type Manifest = v.InferOutput<typeof manifest>

const articleModule = 'src/reader/views/ArticlePane.vue'

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
  const article = withImports(chunks, articleModule).filter((chunk) => !first.includes(chunk))
  return {
    assetsFolder: join(folder, 'assets'),
    assets: (await readdir(join(folder, 'assets'))).sort(),
    scripts: first.map(({ file }) => file),
    firstStyles: await stylesOf(first),
    articleStyles: await stylesOf(article),
    beforePaint: (await read('before-paint.js')).trim(),
    worker: await read('sw.js'),
  }
}
