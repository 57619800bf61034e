import { headOf, type PackageReader } from '../../mets-alto/package-reader'
import { readAltoFile } from '../../mets-alto/pages/read-pages'
import type { UnscaledPage } from '../../mets-alto/pages/source-page'
import { rootName } from '../../mets-alto/xml/root-name'
import { segmentsOf, type FilesByEnding } from '../files/files-by-ending'
import type { Canvas } from '../manifest/read-manifest'

const isXml = (path: string): boolean => /\.xml(?:\.gz)?$/iu.test(path)
const isAlto = async (source: PackageReader, path: string): Promise<boolean> => {
  const head = isXml(path) ? await headOf(source.files, path) : undefined
  return head !== undefined && rootName(head) === 'alto'
}

/** `page-2` of `page-2-alto.xml` or `…/page-2.jpg`. */
const stemOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.gz$/u, '')
    .replace(/\.[a-z0-9]{1,5}$/u, '')
    .replace(/[._-]alto$/u, '')

const byNumber = new Intl.Collator('en', { numeric: true })

/** What a canvas and its images are called. */
const namesOf = ({ id, images }: Canvas): string[] =>
  [id, ...images.flatMap(({ addresses, services }) => [...services, ...addresses])].flatMap((address) => {
    const name = segmentsOf(address).at(-1)
    return name === undefined ? [] : [stemOf(name)]
  })

/** The files of ALTO that a manifest does not name: by the names of images, else in order if there is one for each page. */
const guessed = (canvases: readonly Canvas[], altos: readonly string[]): readonly (string | undefined)[] => {
  const byStem = new Map(altos.map((path) => [stemOf(path.slice(path.lastIndexOf('/') + 1)), path]))
  const byName = canvases.map((canvas) => namesOf(canvas).flatMap((name) => byStem.get(name) ?? [])[0])
  const found = byName.filter((path) => path !== undefined)
  if (found.length > 0 && new Set(found).size === found.length) return byName
  // Where annotations tell the text, files that nothing names may belong to anything.
  const isTold = canvases.some(({ texts }) => texts.length > 0)
  return !isTold && altos.length === canvases.length ? [...altos].sort((a, b) => byNumber.compare(a, b)) : []
}

export interface AltoOfCanvases {
  /** Of each canvas; undefined if it has none. */
  readonly pages: readonly (UnscaledPage | undefined)[]
  /** The file of each. */
  readonly paths: readonly (string | undefined)[]
}

/** The ALTO of each canvas, as far as it lies in the folder; addresses that lead to no file are added to `absent`. */
export const altoOfCanvases = async (
  canvases: readonly Canvas[],
  source: PackageReader,
  files: FilesByEnding,
  from: string,
  absent: Set<string>,
): Promise<AltoOfCanvases> => {
  const named: (string | undefined)[] = []
  for (const canvas of canvases) {
    let own: string | undefined
    for (const address of canvas.files) {
      const path = files.find(address, from)
      if (path !== undefined && (await isAlto(source, path))) own ??= path
    }
    const [first] = canvas.files
    if (own === undefined && first !== undefined && /alto/iu.test(first)) absent.add(first)
    named.push(own)
  }
  let paths: readonly (string | undefined)[] = named
  if (named.every((path) => path === undefined)) {
    const altos: string[] = []
    for (const path of source.files.paths) if (await isAlto(source, path)) altos.push(path)
    paths = guessed(canvases, altos)
    const count = paths.filter((path) => path !== undefined).length
    if (count > 0) source.report.add('iiif-alto-by-name', source.placeOf(from), { count: String(count) })
  }
  const read = new Map<string, readonly UnscaledPage[]>()
  const used = new Map<string, number>()
  const pages: (UnscaledPage | undefined)[] = []
  for (const path of canvases.map((_, index) => paths[index])) {
    if (path === undefined) {
      pages.push(undefined)
      continue
    }
    const all = read.get(path) ?? (await readAltoFile(source, path))
    read.set(path, all)
    // A file that several pages name holds them one after the other.
    const at = used.get(path) ?? 0
    used.set(path, at + 1)
    pages.push(all[at])
  }
  return { pages, paths }
}
