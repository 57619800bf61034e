import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SaxesParser } from 'saxes'
import { validateXML } from 'xmllint-wasm'

const schemas = fileURLToPath(new URL('schemas/', import.meta.url))
const sitemapPackage = dirname(createRequire(import.meta.url).resolve('sitemap/package.json'))

const schemaFiles = {
  atom: join(schemas, 'atom.rng'),
  sitemaps: join(schemas, 'sitemaps.rng'),
  'open-search': join(schemas, 'open-search.rng'),
  urlset: join(sitemapPackage, 'schema/sitemap.xsd'),
} as const

/** What libxml2 finds wrong with a document by a schema; nothing if it is valid. */
export const xmlFaults = async (text: string, schema: keyof typeof schemaFiles): Promise<readonly string[]> => {
  const path = schemaFiles[schema]
  const { errors } = await validateXML({
    xml: [{ fileName: 'document.xml', contents: text }],
    schema: [await readFile(path, 'utf8')],
    extension: path.endsWith('.rng') ? 'relaxng' : 'schema',
    maxMemoryPages: 4096,
  })
  return errors.map(({ message }) => message)
}

/** The texts of all elements of a name, in order. @throws if the document is not well-formed */
export const textsOfElement = (text: string, name: string): string[] => {
  const parser = new SaxesParser()
  const texts: string[] = []
  const open: string[] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    open.push(tag.name)
    if (tag.name === name) texts.push('')
  })
  parser.on('text', (part) => {
    if (open.at(-1) === name) texts[texts.length - 1] += part
  })
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  return texts
}
