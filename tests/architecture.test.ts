import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { codeOf, identifiersIn, misuseOfWords, textsIn, typesExportedBy } from './support/code-of'

const src = fileURLToPath(new URL('../src', import.meta.url))

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })

interface Source {
  /** Path below src, with slashes. */
  readonly path: string
  readonly root: string
  readonly text: string
  /** What it imports from the project, as paths below src without ending; packages as they are written. */
  readonly imports: readonly string[]
  readonly packages: readonly string[]
}

const importedBy = (text: string): string[] =>
  [...text.matchAll(/^(?:import|export)\b[^'";]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)].flatMap(
    ([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? [],
  )

const sources: Source[] = filesIn(src)
  .filter((path) => /\.(ts|vue)$/.test(path))
  .map((path) => {
    const own = relative(src, path).split('\\').join('/')
    const text = readFileSync(path, 'utf8')
    const specifiers = importedBy(text)
    const local = specifiers.filter((specifier) => /^[.@]\.?\//.test(specifier))
    return {
      path: own,
      root: own.split('/')[0] ?? '',
      text,
      imports: local.map((specifier) =>
        (specifier.startsWith('@/') ? specifier.slice(2) : posix.join(posix.dirname(own), specifier)).replace(
          /\.ts$/,
          '',
        ),
      ),
      packages: specifiers.filter((specifier) => !/^[.@]\.?\//.test(specifier)),
    }
  })

const offenders = (isOffence: (source: Source) => boolean | string | undefined): string[] =>
  sources.flatMap((source) => {
    const offence = isOffence(source)
    return offence ? [`${source.path}${typeof offence === 'string' ? `: ${offence}` : ''}`] : []
  })

/** Which roots a root may import. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  bundle: ['text'],
  archive: ['bundle', 'text'],
  library: ['archive', 'bundle', 'text'],
  reader: ['library', 'archive', 'bundle', 'text'],
  sw: ['library', 'bundle'],
  press: ['archive', 'bundle', 'text'],
  desk: ['bundle', 'text'],
}

describe('the structure of the code', () => {
  it('has the roots that the table names', () =>
    expect(Object.keys(mayImport)).toEqual(expect.arrayContaining([...new Set(sources.map(({ root }) => root))])))

  it('imports in one direction between roots', () =>
    expect(
      offenders(({ root, imports }) =>
        imports.find((path) => {
          const target = path.split('/')[0] ?? ''
          // The command line says the version that package.json has.
          if (path === '../package.json') return false
          // The page that every document is made from is the one that the development server shows.
          if (path === '../index.html?raw') return false
          // The record that the press and the desk both decode by; it imports bundle alone.
          if (root === 'desk' && path === 'press/preview/desk-record') return false
          return target !== root && !mayImport[root]?.includes(target)
        }),
      ),
    ).toEqual([]))

  it('crosses roots by @/ and stays inside one by relative paths', () =>
    expect(
      offenders(({ root, text }) =>
        importedBy(text).find((specifier) =>
          specifier.startsWith('@/')
            ? specifier.startsWith(`@/${root}/`)
            : /^(\.\.\/)+(text|bundle|archive|library|reader|sw|press|desk)\//.test(specifier),
        ),
      ),
    ).toEqual([]))

  it('keeps the pure roots free of packages but the schema library, and of Node', () =>
    expect(
      offenders(({ root, packages }) =>
        ['text', 'bundle'].includes(root) ? packages.find((name) => name !== 'valibot' || root === 'text') : undefined,
      ),
    ).toEqual([]))

  it('keeps the search of the archive free of packages but three', () =>
    expect(
      offenders(({ root, packages }) =>
        root === 'archive'
          ? packages.find((name) => !['valibot', 'fflate'].includes(name) && !name.startsWith('opencc-js/dict/'))
          : undefined,
      ),
    ).toEqual([]))

  /** Ranks inside the reader: ground ← features ← views ← the rest. Features meet only in views; `issue` serves them all. */
  const ground = ['location', 'ui', 'i18n', 'a11y', 'styles', 'type']
  const isView = (part: string) => part === 'views'
  it('lets the reader’s features meet only in views', () =>
    expect(
      offenders(({ root, path, imports }) => {
        const [, own = '', rest] = path.split('/')
        if (root !== 'reader' || rest === undefined || isView(own)) return undefined
        return imports.find((target) => {
          const [targetRoot, part = '', inside] = target.split('/')
          if (targetRoot !== 'reader' || part === own || ground.includes(part)) return false
          return ground.includes(own) || inside === undefined || isView(part) || part !== 'issue'
        })
      }),
    ).toEqual([]))

  it('lets importers, writers and the model of the press stand apart', () =>
    expect(
      offenders(({ root, path, imports }) => {
        const [, own = ''] = path.split('/')
        if (root !== 'press') return undefined
        const barred: Readonly<Record<string, readonly string[]>> = {
          importers: ['commands', 'writers', 'typeset', 'images', 'site'],
          writers: ['commands', 'importers', 'typeset', 'images'],
          model: ['commands', 'importers', 'writers', 'images', 'site', 'io'],
          typeset: ['commands', 'importers', 'writers', 'images', 'io'],
        }
        return imports.find((target) => barred[own]?.some((part) => target.startsWith(`press/${part}/`)))
      }),
    ).toEqual([]))

  it('has no import cycle', () => {
    const byPath = new Map(sources.map((source) => [source.path.replace(/\.ts$/, ''), source]))
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      if (done.has(path) || trail.includes(path)) return
      for (const target of byPath.get(path)?.imports ?? []) visit(target, [...trail, path])
      done.add(path)
    }
    for (const path of byPath.keys()) visit(path, [])
    expect(cycles).toEqual([])
  })

  it('has no file of more than 300 lines', () =>
    expect(offenders(({ text }) => text.split('\n').length > 301 && `${text.split('\n').length} lines`)).toEqual([]))

  it.each([
    ['v-html', /v-html|innerHTML|outerHTML|insertAdjacentHTML/],
    ['any', /\bas any\b|: any\b|<any>/],
    ['silenced compilers', /@ts-(ignore|nocheck|expect-error)|eslint-disable/],
    ['swallowed errors', /catch\s*(\([^)]*\))?\s*\{\s*\}/],
    ['code made from text', /\beval\(|new Function\(/],
    ['barrels', /export \* from/],
    ['a dynamic import of a computed path', /import\((?!\s*['"])/],
  ])('has no %s', (_, pattern) => expect(offenders(({ text }) => pattern.test(text))).toEqual([]))

  it('speaks to the console and the process in press/cli.ts alone', () =>
    expect(
      offenders(({ path, text }) => path !== 'press/cli.ts' && /\bconsole\.|\bprocess\.(?!getBuiltin)/.test(text)),
    ).toEqual([]))

  it('has no drawer', () =>
    expect(
      offenders(({ path }) => /(utils|helpers|common|misc|types|manager|service|shared)(\.|\/)/.test(path)),
    ).toEqual([]))

  it('names files by kebab-case nouns and components by two words', () =>
    expect(
      offenders(({ path }) => {
        const name = path.split('/').at(-1) ?? ''
        return name.endsWith('.vue')
          ? !/^(App|[A-Z][a-z]+([A-Z][a-z]+)+)\.vue$/.test(name)
          : !/^[a-z0-9-]+(\.d)?\.ts$/.test(name)
      }),
    ).toEqual([]))

  it('has a README of at most 30 lines in every root but the specification', () => {
    for (const root of new Set(sources.map((source) => source.root))) {
      const lines = readFileSync(join(src, root, 'README.md'), 'utf8').split('\n')
      expect(root === 'bundle' || lines.length <= 31, root).toBe(true)
    }
  })
})

/** Sources as a machine reads them, each parsed once. */
const codes = sources.map(({ path, root, text }) => ({ path, root, code: codeOf(path, text) }))

describe('the words of the interface', () => {
  const readers = codes.filter(({ path, root }) => root === 'reader' && !path.startsWith('reader/i18n/'))

  it('come from a table by useWords alone, and are kept whole, so that they follow the script', () =>
    expect(
      readers.flatMap(({ path, code }) => misuseOfWords(code).map((misuse) => `${path}: ${misuse}`)),
      'read the table by `const words = useWords(table)`, and each word by `words.name`',
    ).toEqual([]))

  const table = "import { zhHans } from '../i18n/zh-hans'"
  it.each([
    ['read directly', `${table}; const title = zhHans.title`, 'misuse.ts'],
    ['read in a template', `<script setup>${table}</script><template>{{ zhHans.title }}</template>`, 'misuse.vue'],
    ['handed on', `${table}; const words = useWords(zhHans); show(zhHans)`, 'misuse.ts'],
    ['renamed', "import { zhHans as words } from '../i18n/zh-hans'; useWords(words)", 'misuse.ts'],
    ['destructured', `${table}; const { title } = useWords(zhHans)`, 'misuse.ts'],
    ['imported whole', "import * as tables from '../i18n/zh-hans'", 'misuse.ts'],
    ['imported later', "const table = await import('../i18n/zh-hans')", 'misuse.ts'],
    ['exported again', "export { zhHans } from '../i18n/zh-hans'", 'misuse.ts'],
  ])('are found out where a table is %s', (_, text, path) => expect(misuseOfWords(codeOf(path, text))).toHaveLength(1))

  /** What is Chinese and no word of the interface: patterns that read what a paper prints. */
  const patterns: Readonly<Record<string, string>> = {
    'reader/aloud/utterances.ts': 'the marks at which a sentence is cut for the voice',
    'reader/calendar/lunar-day.ts': 'lunar dates as papers print them',
  }
  it('stand in i18n alone', () =>
    expect(
      readers.flatMap(({ path, code }) => {
        const chinese = textsIn(code).filter((text) => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/.test(text))
        return path in patterns ? [] : chinese.map((text) => `${path}: ${text}`)
      }),
      'put these words into a table of src/reader/i18n, and read them with useWords',
    ).toEqual([]))
})

describe('the words of the desk', () => {
  it('stand in its tables alone', () =>
    expect(
      codes
        .filter(({ path, root }) => root === 'desk' && !path.startsWith('desk/words/'))
        .flatMap(({ path, code }) =>
          textsIn(code)
            .filter((text) => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/.test(text))
            .map((text) => `${path}: ${text}`),
        ),
      'put these words into both tables of src/desk/words',
    ).toEqual([]))
})

describe('names', () => {
  it('of exported types have one meaning each', () => {
    const paths = new Map<string, string[]>()
    for (const { path, code } of codes)
      for (const name of typesExportedBy(code)) paths.set(name, [...(paths.get(name) ?? []), path])
    const shared = [...paths].filter(([, found]) => found.length > 1)
    expect(shared, 'give one of the types another name: the glossary in CONTRIBUTING.md has those taken').toEqual([])
  })

  const retiredWords = ['deed', 'deeds', 'beside', 'besides', 'stutter', 'stutters', 'place shape', 'place unit']
  /** Of `placeShape` or `place-shape`: ` place shape `. */
  const wordsIn = (name: string): string =>
    ` ${(name.match(/[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase()).join(' ')} `
  it('are made of none of the words that were retired', () =>
    expect(
      codes.flatMap(({ path, code }) =>
        [path, ...identifiersIn(code)].flatMap((name) => {
          const retired = retiredWords.find((word) => wordsIn(name).includes(` ${word} `))
          return retired ? [`${path}: ${name}`] : []
        }),
      ),
      'the glossary in CONTRIBUTING.md has the names used instead',
    ).toEqual([]))
})
