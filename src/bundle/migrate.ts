import { BundleError } from './fault'

/** The major version that this code reads and writes. */
export const currentMajor = 1
export const currentFormat = '1.0'

type Json = Readonly<Record<string, unknown>>

/**
 * One step a major version: `migrations[n]` turns the raw JSON of major `n` into that of `n + 1`. Majors are read for
 * ever; format 1 is the first, so the list is empty. [B1]
 */
export const migrations: Readonly<Record<number, (raw: Json) => Json>> = {}

const isRecord = (raw: unknown): raw is Json => typeof raw === 'object' && raw !== null && !Array.isArray(raw)

/**
 * Raw JSON of any known version as the current one.
 * @throws BundleError `newer-format` for a higher major, `wrong-shape` where there is no version
 */
export const migrate = (raw: unknown, file: string, steps = migrations, target = currentMajor): unknown => {
  const format = isRecord(raw) ? raw['format'] : undefined
  const match = typeof format === 'string' ? /^(\d{1,3})\.\d{1,3}$/.exec(format) : null
  if (!isRecord(raw) || !match) throw new BundleError({ kind: 'wrong-shape', file, path: 'format' })
  let major = Number(match[1])
  if (major > target) throw new BundleError({ kind: 'newer-format', file, found: match[0] })
  let current: Json = raw
  for (; major < target; major++) {
    const step = steps[major]
    if (!step) throw new BundleError({ kind: 'wrong-shape', file, path: 'format' })
    current = step(current)
  }
  return current
}
