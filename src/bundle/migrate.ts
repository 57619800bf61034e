import { BundleError } from './fault'

/** The major version that this code reads and writes. */
export const currentMajor = 1
export const currentFormat = '1.0'

type Json = Readonly<Record<string, unknown>>

/**
 * One step per major version: `migrations[n]` turns raw JSON of major version `n` into `n + 1`. Every major version
 * stays readable for ever. Format 1 is the first, so there are no steps yet. [B1]
 */
export const migrations: Readonly<Record<number, (raw: Json) => Json>> = {}

const isRecord = (raw: unknown): raw is Json => typeof raw === 'object' && raw !== null && !Array.isArray(raw)

/**
 * Converts raw JSON of any known version to the current one.
 * @throws BundleError `newer-format` for a higher major version, `wrong-shape` if there is no version
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
