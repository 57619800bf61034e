import { onOneLine } from '../../printed/one-line'
import type { FilesByEnding } from '../files/files-by-ending'
import type { RecentJson } from '../files/recent-json'
import { decodeAnnotation, idsOf, type Annotation } from '../manifest/annotation'
import { decodeResource, isOfType, type Resource } from '../manifest/resource'
import type { CanvasArea } from '../manifest/place'
import { plainText } from './plain-text'

/** How much of a page an annotation tells, if it says so. */
export type Granularity = 'page' | 'block' | 'line' | 'word'

/** A printed text that an annotation tells. */
export interface AnnotatedText {
  readonly canvas: string
  readonly area: CanvasArea | undefined
  /** Lines end in line feeds. */
  readonly text: string
  readonly granularity: Granularity | undefined
  readonly lang: string | undefined
  /** Collections of annotations that it belongs to, as an article's whole text is one. */
  readonly partOf: readonly string[]
}

/** What is known of the texts of a manifest, while they are read. */
export interface AnnotationReader {
  readonly json: RecentJson
  readonly files: FilesByEnding
  /** The file of the manifest. */
  readonly from: string
  /** Addresses that lead to no file. */
  readonly absent: Set<string>
}

const granularities: Readonly<Record<string, Granularity>> = {
  page: 'page',
  block: 'block',
  paragraph: 'block',
  line: 'line',
  word: 'word',
}
/** Those that tell what is printed; comments, tags and links do not. */
const isPrinted = ({ motivations }: Annotation): boolean =>
  motivations.length === 0 || motivations.some((one) => ['supplementing', 'painting', 'transcribing'].includes(one))

/** Texts of one canvas, and letters of one text; more are none. */
const [mostTexts, longest] = [200_000, 2_000_000]
/** Files that follow one another. */
const mostFiles = 1000

const isText = (types: readonly string[]): boolean =>
  types.length === 0 || types.some((type) => /TextualBody|ContentAsText|(?:^|:)Text$/u.test(type))

/** A text that stands in a file of its own: all of it, or the characters from one to another. */
const fullText = /^([^#]+)(?:#char=(\d{1,9}),(\d{1,9}))?$/u

const textInFile = async (address: string, reader: AnnotationReader): Promise<string> => {
  const [, file, from, to] = fullText.exec(address) ?? []
  const path = file === undefined ? undefined : reader.files.find(file, reader.from)
  const text = path === undefined || path === reader.from ? undefined : (await reader.json.open(path))?.value
  if (text === undefined) {
    reader.absent.add(file ?? address)
    return ''
  }
  return from === undefined ? text : text.slice(Number(from), Number(to))
}

const linesOf = (written: string, format: string): string =>
  (/html/iu.test(format) ? plainText(written) : written)
    .slice(0, longest)
    .split(/\r\n?|\n/u)
    .map(onOneLine)
    .filter((line) => line !== '')
    .join('\n')

/** What pages of annotations say of all of theirs. */
interface PageFacts {
  readonly granularity: string | undefined
  readonly partOf: readonly string[]
}

const textsOf = async (
  annotation: Annotation,
  { granularity: ofPage, partOf }: PageFacts,
  reader: AnnotationReader,
): Promise<AnnotatedText[]> => {
  const [place] = annotation.places
  const granularity = annotation.granularity ?? ofPage ?? ''
  if (!place || !isPrinted(annotation) || granularity === 'glyph' || granularity === 'media') return []
  const texts: AnnotatedText[] = []
  for (const { value, chars, id, '@id': oldId, format = '', language, type, '@type': oldType } of annotation.bodies) {
    const types = [...type, ...oldType]
    const address = id ?? oldId
    const isNamed = value === undefined && chars === undefined && address !== undefined
    if (isNamed ? types.some((one) => /image|video|sound|dataset/iu.test(one)) : !isText(types)) continue
    const text = linesOf(isNamed ? await textInFile(address, reader) : (value ?? chars ?? ''), format)
    if (text === '') continue
    texts.push({
      canvas: place.canvas,
      area: place.area,
      text,
      granularity: granularities[granularity],
      lang: language[0],
      partOf: [...annotation.partOf, ...partOf],
    })
  }
  return texts
}

/** What is embedded, or lies in a file. */
const openPage = async (value: unknown, reader: AnnotationReader): Promise<Resource | undefined> => {
  const named = decodeResource(value)
  if (!named) return undefined
  if (named.items.length + named.resources.length > 0) return named
  if (named.id === undefined) return undefined
  const file = reader.files.find(named.id, reader.from)
  const page = file === undefined || file === reader.from ? undefined : await reader.json.open(file)
  if (page && ['AnnotationPage', 'AnnotationList'].some((type) => isOfType(page, type))) return page
  reader.absent.add(named.id)
  return undefined
}

/** An address with and without the letter that encrypts it is the same. */
export const canvasKey = (id: string): string => id.replace(/^https?:/iu, '')

type TextsByCanvas = ReadonlyMap<string, readonly AnnotatedText[]>

const decodePage = async (page: Resource, reader: AnnotationReader): Promise<TextsByCanvas> => {
  const [granularity, ...others] = page.textGranularity
  const facts = {
    // A page that has several says so of each annotation.
    granularity: others.length === 0 ? granularity?.toLowerCase() : undefined,
    partOf: idsOf([...page.partOf, ...page.within]),
  }
  const found = new Map<string, AnnotatedText[]>()
  for (const value of [...page.items, ...page.resources].slice(0, mostTexts)) {
    const annotation = decodeAnnotation(value)
    for (const text of annotation ? await textsOf(annotation, facts, reader) : []) {
      const key = canvasKey(text.canvas)
      const known = found.get(key)
      if (known) known.push(text)
      else found.set(key, [text])
    }
  }
  return found
}

/** Pages of annotations that were decoded: one file may tell all canvases. */
const decoded = new WeakMap<Resource, TextsByCanvas>()

/**
 * The texts of a canvas from pages of annotations, embedded or in files, in their order. Pages that name one canvas only, but another, are taken
 * as its own: it is the canvas that names them.
 */
export const readTextAnnotations = async (
  pages: readonly unknown[],
  canvas: string,
  reader: AnnotationReader,
): Promise<readonly AnnotatedText[]> => {
  let [own, all]: [readonly AnnotatedText[], readonly AnnotatedText[]] = [[], []]
  const canvases = new Set<string>()
  const waiting = [...pages]
  const seen = new Set<string>()
  for (let count = 0; waiting.length > 0 && count < mostFiles && own.length < mostTexts; count++) {
    const page = await openPage(waiting.shift(), reader)
    if (!page) continue
    const texts = decoded.get(page) ?? (await decodePage(page, reader))
    decoded.set(page, texts)
    own = own.concat(texts.get(canvasKey(canvas)) ?? [])
    for (const [key, others] of texts) {
      canvases.add(key)
      if (canvases.size === 1) all = all.concat(others)
    }
    // A long list goes on in other files.
    for (const next of idsOf(page.next)) {
      if (seen.has(next)) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  return own.length > 0 || canvases.size !== 1 ? own : all
}
