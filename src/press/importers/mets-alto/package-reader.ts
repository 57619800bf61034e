import { promisify } from 'node:util'
import { constants, gunzip } from 'node:zlib'
import type { Place } from '../../finding'
import type { Report } from '../../report'
import type { SourceFiles } from '../printed/printed-source'

/** No more of a file is parsed, packed or unpacked: XML that is larger is no page and no issue. */
export const mostBytes = 256 * 1024 * 1024

const unpack = promisify(gunzip)
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b
const lower = (path: string): string => path.toLowerCase()
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

const unescaped = (address: string): string => {
  try {
    return decodeURIComponent(address)
  } catch (error) {
    // A per cent sign that escapes nothing is part of the name.
    if (error instanceof URIError) return address
    throw error
  }
}

/** `file://./text/1.xml` and `.\text\1.xml` as parts of a path. */
const partsOf = (address: string): string[] =>
  unescaped(address.trim().replace(/^file:\/*/i, ''))
    .split(/[\\/]+/)
    .filter((part) => part !== '' && part !== '.')

/** Joins an address to a folder; undefined if it leaves the package. */
const joined = (folder: string, address: string): string | undefined => {
  const path = folder === '' ? [] : folder.split('/')
  for (const part of partsOf(address)) {
    if (part !== '..') path.push(part)
    else if (path.pop() === undefined) return undefined
  }
  return path.join('/')
}

/** Finds and opens the files of one package, and reports what is missing or damaged. */
export class PackageReader {
  readonly #byPath = new Map<string, string>()
  /** Undefined where two files have the same name. */
  readonly #byName = new Map<string, string | undefined>()
  readonly #opened = new Set<string>()

  constructor(
    readonly files: SourceFiles,
    readonly report: Report,
  ) {
    for (const path of files.paths) {
      this.#byPath.set(lower(path), path)
      const name = lower(nameOf(path))
      this.#byName.set(name, this.#byName.has(name) ? undefined : path)
    }
  }

  wasOpened(path: string): boolean {
    return this.#opened.has(path)
  }

  placeOf(path: string, line?: number): Place {
    return line === undefined ? { file: path } : { file: path, line }
  }

  /**
   * The file that an address means, as it stands in the file `from`: at that path, whatever its capital letters, or packed; else the only
   * file of that name, since packages are often moved without a folder that they name.
   */
  find(address: string, from: string): string | undefined {
    const path = joined(folderOf(from), address)
    const name = lower(partsOf(address).at(-1) ?? '')
    if (name === '' || name === '..') return undefined
    const exact =
      path === undefined ? undefined : (this.#byPath.get(lower(path)) ?? this.#byPath.get(`${lower(path)}.gz`))
    return exact ?? this.#byName.get(name) ?? this.#byName.get(`${name}.gz`)
  }

  /** Whole and unpacked. */
  async open(path: string): Promise<Uint8Array | undefined> {
    this.#opened.add(path)
    const bytes = await this.files.read(path)
    if (bytes === undefined) return undefined
    if (bytes.length > mostBytes) return this.#tooLarge(path)
    return isGzip(bytes) ? this.#unpacked(path, bytes) : bytes
  }

  async #unpacked(path: string, bytes: Uint8Array): Promise<Uint8Array | undefined> {
    try {
      return await unpack(bytes, { maxOutputLength: mostBytes })
    } catch (error) {
      if (error instanceof RangeError) return this.#tooLarge(path)
      this.report.add('import-file-damaged', this.placeOf(path), {})
      return beginningOf(bytes)
    }
  }

  #tooLarge(path: string): undefined {
    this.report.add('import-file-too-large', this.placeOf(path), {})
    return undefined
  }
}

/** What can be unpacked of a file that is damaged or cut off. */
const beginningOf = (bytes: Uint8Array): Promise<Uint8Array | undefined> =>
  unpack(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes }).catch(() => undefined)

const headBytes = 8192

/** The beginning of a file, unpacked; undefined if there is none. */
export const headOf = async (files: SourceFiles, path: string): Promise<Uint8Array | undefined> => {
  const bytes = await files.read(path)
  if (bytes === undefined || bytes.length > mostBytes) return undefined
  const head = bytes.subarray(0, headBytes)
  return isGzip(head) ? beginningOf(head) : head
}
