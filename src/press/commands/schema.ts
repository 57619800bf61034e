import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { catalog, yearCatalog } from '@/bundle/catalog'
import { issue } from '@/bundle/issue'
import { pagePart } from '@/bundle/page-part'
import { pageWords } from '@/bundle/page-words'
import { replaceFile } from '../io/write-file'
import type { Outcome } from './outcome'

const schemas = { issue, 'page-part': pagePart, 'page-words': pageWords, catalog, 'year-catalog': yearCatalog } as const

/** The JSON Schemas of the format by file name, generated from the schemas with which the reader decodes. */
export const jsonSchemas = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore', target: 'draft-2020-12' }), null, 2)}\n`,
    ]),
  )

/** Writes the JSON Schemas into a folder. */
export const writeSchemas = async (out: string): Promise<Outcome> => {
  const files = jsonSchemas()
  for (const [name, text] of files) await replaceFile(join(out, name), text)
  return {
    exitCode: 0,
    findings: [],
    lines: [...files.keys()].map((name) => join(out, name)),
    record: [...files.keys()],
  }
}
