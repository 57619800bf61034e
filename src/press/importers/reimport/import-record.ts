import * as v from 'valibot'

/** The file in a manuscript's folder in which an import remembers what it wrote. Nothing else reads it: its name begins with a dot. */
export const importRecordName = '.import.json'

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

const importRecord = v.object({
  format: v.literal(1),
  /** False while files are written, and after an import that was interrupted. */
  isFinished: v.boolean(),
  files: v.record(
    v.string(),
    v.object({
      /** SHA-256 of what was written there; of an import that was interrupted, also of what was there before. */
      sha256: v.pipe(v.array(digest), v.readonly()),
      /** What it is of: an article by the source's id, a page by its picture. */
      meaning: v.string(),
    }),
  ),
  /** Files that a person deleted. */
  deleted: v.pipe(v.array(v.string()), v.readonly()),
})
export type ImportRecord = v.InferOutput<typeof importRecord>

/** Undefined for a text that is no record. */
export const parseImportRecord = (text: string): ImportRecord | undefined => {
  try {
    const decoded = v.safeParse(importRecord, JSON.parse(text))
    return decoded.success ? decoded.output : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

export const formatImportRecord = (record: ImportRecord): string => `${JSON.stringify(record, null, 1)}\n`
