import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const folder = new URL('../../../../src/press/importers/ocr-text/', import.meta.url)

/** The rooms that each room may import, directly or through one of these. The README has the same graph. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  passages: [],
  ledger: ['passages'],
  masthead: ['passages', 'ledger'],
  repeats: ['passages', 'ledger'],
  joins: ['passages', 'ledger'],
  articles: ['passages', 'ledger'],
  titles: ['passages', 'ledger', 'articles'],
  pictures: ['passages', 'ledger', 'articles', 'titles', 'repeats'],
  issue: ['passages', 'ledger', 'masthead', 'articles', 'titles', 'pictures'],
  'read-page': ['passages', 'ledger', 'masthead', 'repeats', 'joins', 'articles', 'titles', 'pictures', 'issue'],
  'read-ocr-text': ['passages', 'ledger', 'issue', 'read-page'],
  'ocr-text': ['read-ocr-text'],
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))

const roomOf = (path: string): string => (path.split('/')[0] ?? '').replace(/\.ts$/u, '')

const importsOf = (path: string): readonly string[] =>
  [...readFileSync(new URL(path, folder), 'utf8').matchAll(/^import\b[^'"]*'(\.[^']+)'/gmu)]
    .map(([, target = '']) => posix.join(posix.dirname(path), target))
    .filter((target) => !target.startsWith('..'))

/** Numeric literals apart from 0, 1, 2 and those that are the whole value of a constant. */
const unnamedNumbersIn = (path: string): readonly string[] => {
  const source = ts.createSourceFile(path, readFileSync(new URL(path, folder), 'utf8'), ts.ScriptTarget.ESNext, true)
  const numbersIn = (node: ts.Node): readonly string[] =>
    ts.isNumericLiteral(node)
      ? ts.isVariableDeclaration(node.parent) || ['0', '1', '2'].includes(node.text)
        ? []
        : [node.getText()]
      : node.getChildren().flatMap(numbersIn)
  return numbersIn(source)
}

describe('the rooms of the importer', () => {
  it('are those that the table names', () =>
    expect([...new Set(files.map(roomOf))].sort(), 'a new room goes into mayImport above and into the README').toEqual(
      Object.keys(mayImport).sort(),
    ))

  it('import in one direction', () => {
    const offenders = files.flatMap((path) =>
      importsOf(path)
        .filter((target) => roomOf(target) !== roomOf(path) && !mayImport[roomOf(path)]?.includes(roomOf(target)))
        .map((target) => `${path} imports ${target}`),
    )
    expect(offenders, 'move what is imported down, or allow it in mayImport above and in the README').toEqual([])
  })

  it('have no number in their code but 0, 1 and 2: thresholds are named constants', () =>
    expect(
      files.flatMap((path) => unnamedNumbersIn(path).map((number) => `${path}: ${number}`)),
      'name the number as a constant, with its reason',
    ).toEqual([]))

  it('are named in the README, which has at most 30 lines', () => {
    const readme = readFileSync(new URL('README.md', folder), 'utf8')
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(30)
    for (const room of Object.keys(mayImport)) expect(readme).toContain(`\`${room}`)
  })
})
