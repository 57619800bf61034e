import * as v from 'valibot'
import { isMap, isNode, LineCounter, parseDocument, visit, type Document } from 'yaml'
import type { Place } from '../../finding'
import type { Report } from '../../report'
import { tagIn, withoutComments } from './markup'
import { nearestWord } from './nearest-word'
import { formless, valueWords, yamlWords } from './yaml-words'
import { readReason, type Reason } from '../../findings/chinese/reasons'

/** YAML in a file; `firstLine` is the line on which it begins, if that is not the first (front matter). */
export interface YamlSource {
  readonly text: string
  readonly file: string
  readonly firstLine?: number
  /** Whether the press has written it itself, with texts as they stand in the articles. */
  readonly isOwn?: boolean
  /** Keys that it knows at any depth, for a misspelt one; by default those at its top. */
  readonly keys?: readonly string[]
}

/** A decoded record that knows on which line of the file each key is. */
export interface YamlRecord<Output> {
  readonly value: Output
  readonly lineOf: (...path: readonly (string | number)[]) => number
}

type RecordSchema = v.StrictObjectSchema<v.ObjectEntries, undefined>

const lineFinder =
  (document: Document, lines: LineCounter, firstLine: number) =>
  (...path: readonly (string | number)[]): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const node: unknown = document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line + firstLine - 1
    }
    return firstLine
  }

/** Undefined if lists and maps are nested so deeply that the parser, which calls itself for each level, has no room left. */
const parseYaml = (text: string, lineCounter: LineCounter): Document.Parsed | undefined => {
  try {
    return parseDocument(text, { schema: 'failsafe', lineCounter, prettyErrors: false })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** A key as a Chinese keyboard writes it. */
const wideColon = /^[a-z_]+[ \t]*：/m

/** What keeps YAML from being read, each with its place in the text. Aliases can make a small file huge, and no manuscript needs them. */
const yamlFaults = (document: Document.Parsed, text: string): { readonly at: number; readonly reason: Reason }[] => {
  const wide = wideColon.exec(text)
  if (wide && (document.errors.length > 0 || !isMap(document.contents)))
    return [{ at: wide.index, reason: 'the colon after a key has to be a half-width one, with a blank after it' }]
  const faults = document.errors.map(({ pos: [at], code }) => ({ at, reason: yamlWords[code] }))
  visit(document, {
    Alias: (_, { range }) => void faults.push({ at: range?.[0] ?? 0, reason: yamlWords.BAD_ALIAS }),
  })
  if (document.contents !== null && !isMap(document.contents))
    faults.push({ at: document.contents.range[0], reason: 'each line has to begin with a key and a colon' })
  const seen = new Set<number>()
  return faults.filter(({ at }) => !seen.has(at) && seen.add(at))
}

/** Reports every value with a tag of HTML, at the line of the tag; it is printed as it stands. */
const reportMarkup = (document: Document.Parsed, text: string, placeOf: (at: number) => Place, report: Report): void =>
  visit(document, {
    Scalar: (key, { value, range }) => {
      const found = key === 'key' || typeof value !== 'string' ? undefined : tagIn(value)
      if (found === undefined || !range) return
      const at = Math.max(range[0], text.indexOf(found, range[0]))
      report.add('printed-tag', placeOf(at), { tag: found.slice(0, 60) })
    },
  })

/**
 * Reads YAML with a strict schema. Comments of HTML are not part of any value; other tags are reported. Every value is a text, exactly as written: what is counted, the schema turns into a number. (YAML by
 * itself reads 007 as 7 and 1e3 as 1000.) Every unknown key, invalid value and missing key is a finding at its line; undefined if there is
 * any.
 */
export const readRecord = <Schema extends RecordSchema>(
  { text: source, file, firstLine = 1, isOwn = false, keys }: YamlSource,
  schema: Schema,
  report: Report,
): YamlRecord<v.InferOutput<Schema>> | undefined => {
  const text = isOwn ? source : withoutComments(source, { file, firstLine }, report)
  const lines = new LineCounter()
  const document = parseYaml(text, lines)
  if (!document) {
    report.add('bad-yaml', { file, line: firstLine }, { reason: yamlWords.RESOURCE_EXHAUSTION })
    return undefined
  }
  const lineOf = lineFinder(document, lines, firstLine)
  const faults = yamlFaults(document, text)
  const placeOf = (at: number): Place => ({ file, line: lines.linePos(at).line + firstLine - 1 })
  for (const { at, reason } of faults) report.add('bad-yaml', placeOf(at), { reason })
  if (faults.length > 0) return undefined
  if (!isOwn) reportMarkup(document, text, placeOf, report)
  const decoded = v.safeParse(schema, document.toJS() ?? {}, { message: valueWords, abortPipeEarly: true })
  if (decoded.success) return { value: decoded.output, lineOf }
  for (const issue of decoded.issues) {
    const path = (issue.path ?? []).flatMap(({ key }) =>
      typeof key === 'string' || typeof key === 'number' ? [key] : [],
    )
    const key = path.join('.')
    const at = { file, line: lineOf(...path) }
    if (issue.type === 'strict_object' && issue.expected === 'never')
      report.add('unknown-key', at, {
        key,
        near: nearestWord(keys ? key.slice(key.lastIndexOf('.') + 1) : key, keys ?? Object.keys(schema.entries)) ?? '',
      })
    else if (issue.input === undefined) report.add('missing-key', at, { key })
    else report.add('bad-value', at, { key, reason: readReason(issue.message) ?? formless })
  }
  return undefined
}
