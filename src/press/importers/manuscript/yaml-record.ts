import * as v from 'valibot'
import { isNode, LineCounter, parseDocument, type Document } from 'yaml'
import type { Report } from '../../report'
import { nearestWord } from './nearest-word'

/** YAML in a file; `firstLine` is the line on which it begins, if that is not the first (front matter). */
export interface YamlSource {
  readonly text: string
  readonly file: string
  readonly firstLine?: number
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

/**
 * Reads YAML with a strict schema. Every unknown key, invalid value and missing key is a finding at its line; undefined
 * if there is any.
 */
export const readRecord = <Schema extends RecordSchema>(
  { text, file, firstLine = 1 }: YamlSource,
  schema: Schema,
  report: Report,
): YamlRecord<v.InferOutput<Schema>> | undefined => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineOf = lineFinder(document, lines, firstLine)
  for (const error of document.errors)
    report.add('bad-yaml', { file, line: lines.linePos(error.pos[0]).line + firstLine - 1 }, { reason: error.message })
  if (document.errors.length > 0) return undefined
  const decoded = v.safeParse(schema, document.toJS({ maxAliasCount: 50 }) ?? {})
  if (decoded.success) return { value: decoded.output, lineOf }
  for (const issue of decoded.issues) {
    const path = (issue.path ?? []).flatMap(({ key }) =>
      typeof key === 'string' || typeof key === 'number' ? [key] : [],
    )
    const key = path.join('.')
    const at = { file, line: lineOf(...path) }
    if (issue.type === 'strict_object' && issue.expected === 'never')
      report.add('unknown-key', at, { key, near: nearestWord(key, Object.keys(schema.entries)) ?? '' })
    else if (issue.input === undefined) report.add('missing-key', at, { key })
    else report.add('bad-value', at, { key, reason: issue.message })
  }
  return undefined
}
