import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Files of the project, as paths from its root with slashes; of the root itself only its own files. */
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: folder !== '.' })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).split('\\').join('/'))
const files = ['.', 'deploy', 'docs', 'public', 'src', 'tests', 'vite'].flatMap(filesIn)

const isDoc = (path: string): boolean => /^(docs\/)?[^/]+\.md$|^src\/.*\bREADME\.md$/.test(path)
const docs = files.filter(isDoc).map((path) => ({ path, text: read(path) }))

const fenced = /^```[^\n]*\n(.*?)^```$/gms
const inline = /`([^`\n]+)`/g

/** Everything that a page has in backticks, inline or as a block. */
const codeIn = (text: string): string[] => [
  ...[...text.matchAll(fenced)].map(([, block = '']) => block),
  ...[...text.replace(fenced, '').matchAll(inline)].map(([, code = '']) => code),
]

/** Targets of a page's links and images that are not on another site. */
const linksIn = (text: string): string[] =>
  [
    ...text
      .replace(fenced, '')
      .replace(inline, '')
      .matchAll(/\]\(([^)\s]+)[^)]*\)/g),
  ]
    .map(([, target = '']) => target.replace(/#.*/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))

const brokenLinks = (path: string, text: string): string[] =>
  linksIn(text).filter((target) => !existsSync(join(root, posix.dirname(path), target)))

/** Paths from the project's root. `src/press/importers/<source>/` stands for the folder that it begins with. */
const pathsIn = (text: string): string[] =>
  codeIn(text)
    .flatMap((code) => [...code.matchAll(/(?<![\w./-])(?:src|tests|docs|deploy|vite|public)\/[\w./-]*/g)])
    .map(([path]) => path.replace(/[.,]$/, ''))

/** Source files by the end of their path, as in `page/nominal.ts`. Files that a build writes are not among them. */
const sourcesIn = (text: string): string[] =>
  codeIn(text)
    .flatMap((code) => [...code.matchAll(/(?<![\w/@<>*.-])[\w./-]+\.(?:ts|vue|js|css)(?![\w*])/g)])
    .map(([path]) => path)
    .filter((path) => !path.startsWith('dist/'))

const unknownFiles = (text: string): string[] => [
  ...pathsIn(text).filter((path) => !existsSync(join(root, path))),
  ...sourcesIn(text).filter((path) => !files.some((file) => file === path || file.endsWith(`/${path}`))),
]

const { scripts } = JSON.parse(read('package.json'))
const unknownScripts = (text: string): string[] =>
  [...text.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)]
    .map(([, run, own]) => run ?? own ?? '')
    .filter((script) => !(script in scripts))

/** What is wrong with each page that has something wrong with it. */
const offences = (wrongIn: (text: string, path: string) => readonly string[]): string[] =>
  docs.flatMap(({ path, text }) => wrongIn(text, path).map((wrong) => `${path}: ${wrong}`))

describe('the documentation', () => {
  it('is found in the root of the project, in docs and below src', () =>
    expect(docs.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['README.md', 'docs/architecture.md', 'src/text/README.md']),
    ))

  it('links only to files that exist', () => expect(offences((text, path) => brokenLinks(path, text))).toEqual([]))

  it('names only files and folders that exist', () => expect(offences(unknownFiles)).toEqual([]))

  it('names only npm scripts that package.json has', () => expect(offences(unknownScripts)).toEqual([]))

  it.each([
    ['link', () => brokenLinks('docs/x.md', 'See [this](gone.md) and [that](views.md#top).'), 'gone.md'],
    ['folder', () => unknownFiles('It is in `src/gone/`, not in `src/text/`.'), 'src/gone/'],
    ['end of a path', () => unknownFiles('It is in `gone/dates.ts`, not in `text/dates.ts`.'), 'gone/dates.ts'],
    ['path in a command', () => unknownFiles('```\ncp docs/gone docs/specimen\n```\n'), 'docs/gone'],
    ['script', () => unknownScripts('`npm run gone`, not `npm run check`'), 'gone'],
  ])('does not get away with a wrong %s', (_, find, wrong) => expect(find()).toEqual([wrong]))
})

/** The commands in the blocks of a page, without their comments. */
const commandsIn = (text: string): string[] =>
  [...text.matchAll(fenced)].flatMap(([, block = '']) =>
    block
      .trim()
      .split('\n')
      .map((line) => line.replace(/\s+#.*/, '')),
  )

describe('the README', () => {
  const english = read('README.md')
  const chinese = read('README.zh-CN.md')
  const topOf = (text: string): string => text.split('\n').slice(0, 5).join('\n')

  it('begins with npm start and npm test', () =>
    expect(commandsIn(english).slice(0, 2)).toEqual(['npm start', 'npm test']))

  it('gives the same commands in both languages', () => expect(commandsIn(chinese)).toEqual(commandsIn(english)))

  it('links to the other language at its top', () => {
    expect(linksIn(topOf(english))).toContain('README.zh-CN.md')
    expect(linksIn(topOf(chinese))).toContain('README.md')
  })
})

describe('the manual of a manuscript', () => {
  const english = read('docs/manuscript.md')
  const chinese = read('docs/manuscript.zh-CN.md')
  /** What the first cells of all table rows have in backticks. */
  const keysIn = (text: string): string[] =>
    [...text.matchAll(/^\| (`[^|]*)/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(inline)].map(([, key = '']) => key),
    )

  it('explains the same keys in both languages, in the same order', () => {
    expect(keysIn(english).length).toBeGreaterThan(60)
    expect(keysIn(chinese)).toEqual(keysIn(english))
  })
  it('has as many chapters in both languages', () => {
    const chapters = (text: string): number => text.match(/^##+ /gm)?.length ?? 0
    expect(chapters(chinese)).toBe(chapters(english))
  })
})
