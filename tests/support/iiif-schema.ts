import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'

/** The schema of the IIIF consortium's own presentation validator; it is not ours to copy into the project. */
const file = join(process.env['BANMIAN_REAL_DATA'] ?? '', 'iiif/presentation-validator/iiif_3_0.json')

export const hasIiifSchema = existsSync(file)

/** A function that gives what the official schema of IIIF Presentation 3 has against a document. */
export const iiifValidator = (): ((document: unknown) => string[]) => {
  // The schema names no draft, and has keys that draft-07 does not know.
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  const { $schema: _, ...schema } = JSON.parse(readFileSync(file, 'utf8'))
  const validate = ajv.compile(schema)
  return (document) => {
    // As it is written: without what JSON leaves out.
    const isValid = validate(JSON.parse(JSON.stringify(document)))
    return isValid ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}
