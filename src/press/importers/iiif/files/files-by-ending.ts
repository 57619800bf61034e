import { posix } from 'node:path'

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    // A per cent sign that escapes nothing is part of the name.
    if (error instanceof URIError) return text
    throw error
  }
}

/** More steps of a path tell nothing. */
const mostSegments = 24

/**
 * The steps of an address or a path, in small letters, the host among them: `https://example.org/iiif/p%2F1` is example.org, iiif, p, 1. Whatever
 * an address says, it is only compared with the names of files that are there.
 */
export const segmentsOf = (address: string): string[] =>
  unescaped(
    address
      .slice(0, 4000)
      .replace(/[?#].*$/su, '')
      .replace(/^[a-z][a-z0-9+.-]*:/iu, ''),
  )
    .toLowerCase()
    .split(/[\\/]+/u)
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .slice(-mostSegments)

/** How many steps two paths share at their ends. */
const sharedAtEnd = (one: readonly string[], other: readonly string[]): number => {
  let count = 0
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count)) count++
  return count
}

const withoutPacking = (name: string): string => name.replace(/\.gz$/u, '')
const stemOf = (name: string): string => name.replace(/\.[a-z0-9]{1,5}$/u, '')

interface KnownFile {
  readonly path: string
  readonly segments: readonly string[]
}

/** More files of one name are not told apart. */
const mostNamesakes = 2000

const best = <Item>(items: readonly Item[], rankOf: (item: Item) => number): Item[] => {
  const ranks = items.map(rankOf)
  const most = ranks.reduce((high, rank) => Math.max(high, rank), 0)
  return items.filter((_, index) => ranks[index] === most)
}

/** Finds files of a folder by addresses that they had somewhere else, as a manifest names them: by how much their ends are alike. */
export class FilesByEnding {
  readonly #byName = new Map<string, KnownFile[]>()
  /** Pictures by every folder that they are in, and by their names without ending. */
  readonly #byStep = new Map<string, KnownFile[]>()

  constructor(paths: readonly string[]) {
    for (const path of paths) {
      const segments = segmentsOf(path)
      const file = { path, segments }
      this.#add(this.#byName, withoutPacking(segments.at(-1) ?? ''), file)
      if (!/\.(?:jpe?g|png|webp|avif|tiff?|jp2|j2k|jpf|jpx)$/iu.test(path)) continue
      const steps = new Set([...segments.slice(0, -1), stemOf(segments.at(-1) ?? '')])
      for (const step of steps) this.#add(this.#byStep, step, file)
    }
  }

  #add(files: Map<string, KnownFile[]>, name: string, file: KnownFile): void {
    const known = files.get(name)
    if (!known) files.set(name, [file])
    else if (known.length < mostNamesakes) known.push(file)
  }

  /** The file that an address in the file `from` means; of two that are equally like it, the nearer one. */
  find(address: string, from: string): string | undefined {
    const segments = segmentsOf(address)
    const name = segments.at(-1)
    if (name === undefined) return undefined
    for (const ending of ['', '.json', '.xml']) {
      const wanted = [...segments.slice(0, -1), name + ending]
      const namesakes = this.#byName.get(name + ending) ?? []
      const alike = best(namesakes, (file) =>
        sharedAtEnd(wanted, [...file.segments.slice(0, -1), withoutPacking(file.segments.at(-1) ?? '')]),
      )
      const [only, ...others] = this.#nearest(alike, from)
      if (only && others.length === 0) return only.path
    }
    return undefined
  }

  #nearest(files: readonly KnownFile[], from: string): readonly KnownFile[] {
    if (files.length < 2) return files
    const folder = posix.dirname(from)
    const here = files.filter(({ path }) => posix.dirname(path) === folder)
    if (here.length > 0) return here
    const own = segmentsOf(folder)
    return best(files, ({ segments }) => {
      const at = own.findIndex((step, index) => step !== segments[index])
      return at < 0 ? own.length : at
    })
  }

  /**
   * Pictures that may have been saved of an image service: below a folder with the service's name (`…/p1/full/full/0/default.jpg`), or with
   * that name themselves, the likeliest first.
   */
  picturesOf(service: string): readonly string[] {
    const segments = segmentsOf(service).filter((step, index, all) => step !== 'info.json' || index < all.length - 1)
    const name = segments.at(-1)
    if (name === undefined) return []
    const found = new Set([...(this.#byStep.get(name) ?? []), ...(this.#byStep.get(stemOf(name)) ?? [])])
    const own = new Set(segments)
    return best(
      [...found],
      (file) => file.segments.filter((step) => own.has(stemOf(step)) || own.has(step)).length,
    ).map(({ path }) => path)
  }
}
