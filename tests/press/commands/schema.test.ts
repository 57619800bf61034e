import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { jsonSchemas } from '@/press/commands/schema'

const folder = new URL('../../../public/schema/', import.meta.url)

describe('the JSON Schema of the format', () => {
  it('is the one that the sources make (npm run schema writes it)', () => {
    const schemas = jsonSchemas()
    expect(readdirSync(folder).sort()).toEqual([...schemas.keys()].sort())
    for (const [name, text] of schemas) expect(readFileSync(new URL(name, folder), 'utf8'), name).toBe(text)
  })
})
