import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { tidy } from '@/text/tidy'

const src = fileURLToPath(new URL('../src', import.meta.url))
/** Roots whose code meets text from outside. */
const roots = ['text', 'bundle', 'library', 'press', 'reader', 'sw']
const length = 50_000
const mostMs = 300

interface Pattern {
  readonly at: string
  readonly pattern: RegExp
}

/** Every regular expression that is written out in the sources. */
const writtenPatterns = (): Pattern[] =>
  roots.flatMap((root) =>
    readdirSync(join(src, root), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|vue)$/.test(path))
      .flatMap((path) => {
        const text = readFileSync(join(src, root, path), 'utf8')
        const script = path.endsWith('.vue') ? (/<script[^>]*>([^]*?)<\/script>/.exec(text)?.[1] ?? '') : text
        const found: Pattern[] = []
        const visit = (node: ts.Node): void => {
          if (ts.isRegularExpressionLiteral(node)) {
            const end = node.text.lastIndexOf('/')
            const pattern = new RegExp(node.text.slice(1, end), node.text.slice(end + 1))
            found.push({ at: `${root}/${path} ${node.text}`, pattern })
          }
          ts.forEachChild(node, visit)
        }
        visit(ts.createSourceFile(path, script, ts.ScriptTarget.Latest))
        return found
      }),
  )

/** One character for each thing that a pattern may match, the wider classes first. */
const alphabetOf = ({ source }: RegExp): string[] => {
  const classes: readonly (readonly [RegExp, string])[] = [
    [/\\p\{(Script=)?Han\}/giu, '中'],
    [/\\p\{[^}]*\}/giu, 'a'],
    [/\\d|0-9/g, '1'],
    [/\\s/g, ' '],
    [/\\w|a-z|A-Z/g, 'a'],
    [/\\u\{?([0-9a-f]{4,5})\}?/gi, ''],
  ]
  const found = new Set<string>()
  let rest = source
  for (const [name, sample] of classes) {
    if (name.test(rest) && sample) found.add(sample)
    rest = rest.replace(name, (_, code?: string) =>
      sample === '' && code ? String.fromCodePoint(parseInt(code, 16)) : '',
    )
  }
  for (const character of rest
    .replace(/\\[bBnrt]|\(\?<?[=!:]|\(\?<\w+>|[[\](){}?*+|^$]|(?<!\\)\./g, '')
    .replace(/\\/g, ''))
    found.add(character)
  return ['x', ...found].slice(0, 8)
}

/** What makes a pattern try again and again: one character, two in turn, one and then the other; each as long as one likes. */
function* worstTextsFor(pattern: RegExp): Generator<(length: number) => string> {
  const alphabet = alphabetOf(pattern)
  for (const one of alphabet)
    for (const other of alphabet) {
      yield (long) => (one + other).repeat(long / 2) + '\u0001'
      if (one !== other) yield (long) => one.repeat(long / 2) + other.repeat(long / 2) + '\u0001'
    }
}

const msOf = (act: () => unknown): number => {
  const start = performance.now()
  act()
  return performance.now() - start
}
const useOf = (pattern: RegExp, text: string) => (): unknown =>
  pattern.global ? text.replace(pattern, '') : pattern.exec(text)

/** A pattern that takes long is seen to on a short text, before it would take hours on a long one. */
const lengths = [24, 200, 1000, length / 8, length]

const slowTextFor = (pattern: RegExp): string | undefined => {
  for (const textOf of worstTextsFor(pattern))
    for (const long of lengths) {
      const text = textOf(long)
      const ms = msOf(useOf(pattern, text))
      // Once more, as another process may have been in the way.
      if (ms > mostMs && msOf(useOf(pattern, text)) > mostMs)
        return JSON.stringify(`${text.slice(0, 4)}…${text.slice(-3, -1)}`)
      if (long === length / 8 && ms < mostMs / 40) break
    }
  return undefined
}
const slowOnes = (patterns: readonly Pattern[]): string[] =>
  patterns.flatMap(({ at, pattern }) => {
    const text = slowTextFor(pattern)
    return text === undefined ? [] : [`${at} on ${text}`]
  })

describe('a regular expression takes no time that grows faster than the text', () => {
  it('where it is written out', () => {
    const patterns = writtenPatterns()
    expect(patterns.length).toBeGreaterThan(200)
    expect(slowOnes(patterns)).toEqual([])
  }, 300_000)

  describe('where it is composed', () => {
    const made: Pattern[] = []
    beforeAll(async () => {
      const original = globalThis.RegExp
      globalThis.RegExp = new Proxy(original, {
        construct: (target, [source, flags]: [string, string?]) => {
          const pattern = new target(source, flags)
          // Only what the project composes for foreign text: not its libraries, nor the book in which the press looks up its own phrases.
          const [, , caller = ''] = new Error().stack?.split('\n') ?? []
          if (caller.includes('/src/') && !/node_modules|phrase-book/.test(caller))
            made.push({ at: `${pattern}`.slice(0, 200), pattern })
          return pattern
        },
      })
      try {
        for (const load of Object.values(
          import.meta.glob([
            '../src/{text,bundle,library}/**/*.ts',
            '../src/press/{importers,model,typeset,site,publish,findings}/**/*.ts',
          ]),
        ))
          await load()
        tidy('甲')
      } finally {
        globalThis.RegExp = original
      }
    })

    it('of parts', () => {
      expect(made.length).toBeGreaterThan(30)
      expect(slowOnes(made)).toEqual([])
    }, 300_000)
  })
})
