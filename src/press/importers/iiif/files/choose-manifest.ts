import { headOf, type PackageReader } from '../../mets-alto/package-reader'
import { decodeResource, isOfType, type Resource } from '../manifest/resource'
import { textFor } from '../manifest/texts'
import { isPresentation, openJson, typeInHead } from './json-file'

/** The manifest that is read. */
export interface ChosenManifest {
  readonly path: string
  readonly manifest: Resource
}

const isJson = (path: string): boolean => /\.json(?:ld)?(?:\.gz)?$/iu.test(path)
/** Files that can be neither a manifest nor a collection. */
const pagesOfText = new Set(['AnnotationPage', 'AnnotationList', 'AnnotationCollection', 'Annotation'])

/** Files of IIIF Presentation, by how they begin; one that a person named is read whatever it begins with. */
const candidatesOf = (source: PackageReader, paths: readonly string[]): AsyncIterable<string> | readonly string[] =>
  paths.length === 1 ? paths : presentationFiles(source, paths)

/** Files of IIIF Presentation that may be a manifest or a collection. */
export async function* presentationFiles(source: PackageReader, paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    if (!isJson(path)) continue
    const head = await headOf(source.files, path)
    if (head && isPresentation(head) && !pagesOfText.has(typeInHead(head) ?? '')) yield path
  }
}

/** Names that a finding tells. */
const mostNames = 5
const listed = (names: readonly string[]): string =>
  [...names.slice(0, mostNames), ...(names.length > mostNames ? ['…'] : [])].join(', ')

interface Collection {
  readonly path: string
  readonly label: string
  /** Addresses of the issues that it holds, or of collections of them. */
  readonly members: readonly string[]
}

const isManifest = (root: Resource): boolean =>
  isOfType(root, 'Manifest') || (root.types.length === 0 && root.sequences.length > 0)

const membersOf = ({ items, members, manifests, collections }: Resource): string[] => {
  const all = [...items, ...members, ...collections, ...manifests].flatMap((one) => decodeResource(one) ?? [])
  const issues = all.filter((one) => isOfType(one, 'Manifest'))
  return (issues.length > 0 ? issues : all).flatMap(({ id }) => id ?? [])
}

/** Of several collections that which holds most is told. */
const reportCollections = (source: PackageReader, collections: readonly Collection[]): void => {
  const [first] = [...collections].sort((a, b) => b.members.length - a.members.length)
  if (first)
    source.report.add('iiif-collection-alone', source.placeOf(first.path), {
      label: first.label.slice(0, 100),
      count: String(first.members.length),
      name: (first.members[0] ?? '').slice(0, 200),
    })
}

/**
 * The one manifest of a folder. Of several the first is read, by the names of their files, and the others are named; a collection without any
 * is no issue, which is reported.
 */
export const chooseManifest = async (
  source: PackageReader,
  paths: readonly string[],
): Promise<ChosenManifest | undefined> => {
  let chosen: ChosenManifest | undefined
  const others: string[] = []
  const collections: Collection[] = []
  let found = 0
  for await (const path of candidatesOf(source, paths)) {
    found++
    const root = await openJson(source, path)
    if (!root) continue
    if (isManifest(root)) {
      if (chosen) others.push(path)
      else chosen = { path, manifest: root }
    } else if (isOfType(root, 'Collection'))
      collections.push({ path, label: textFor(root.label, undefined) ?? path, members: membersOf(root) })
  }
  const [other] = others
  if (chosen && other !== undefined)
    source.report.add('iiif-several-manifests', source.placeOf(chosen.path), {
      count: String(others.length),
      names: listed(others),
      name: other,
    })
  if (chosen) return chosen
  if (collections.length > 0) reportCollections(source, collections)
  else source.report.add(found > 0 ? 'iiif-no-pages' : 'iiif-none', source.placeOf(paths[0] ?? '.'), {})
  return undefined
}
