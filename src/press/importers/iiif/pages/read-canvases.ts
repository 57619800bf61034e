import type { PackageReader } from '../../mets-alto/package-reader'
import { finishPage } from '../../mets-alto/pages/read-pages'
import type { SourcePage, UnscaledPage } from '../../mets-alto/pages/source-page'
import type { PageSize } from '../articles/placed-article'
import type { PageWithText } from '../articles/print-articles'
import { labelsOfPages, readCanvasLabel } from '../canvas-labels'
import type { FilesByEnding } from '../files/files-by-ending'
import { RecentJson } from '../files/recent-json'
import { findPagePicture, type CanvasPicture } from '../files/page-picture'
import type { Size } from '../manifest/place'
import type { Canvas, Manifest } from '../manifest/read-manifest'
import { textFor } from '../manifest/texts'
import { pageOfAnnotations } from '../annotations/page-text'
import { readTextAnnotations } from '../annotations/text-annotations'
import { altoOfCanvases } from './alto-of-canvases'

/** The pages of a manifest with their pictures and texts. */
export interface ReadCanvases {
  readonly pages: readonly PageWithText[]
  readonly sizes: readonly PageSize[]
  /** Languages that the texts of pages say they are in. */
  readonly langs: readonly string[]
}

/** A page without picture is drawn in the units of its canvas, if these are pixels of a size that can be drawn. */
const [narrowest, widest, usualWidth] = [800, 8000, 3000]
const unknownSize: Size = { width: usualWidth, height: 4200 }

const pageSizeOf = (canvas: Size, { pixels }: CanvasPicture): Size => {
  if (pixels) return { width: pixels.width, height: pixels.height }
  const { width, height } = canvas
  const largest = Math.max(width, height)
  const factor = largest > widest || width < narrowest ? Math.min(usualWidth / width, widest / largest) : 1
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) }
}

/** The size of a canvas that does not say it: that of its ALTO, or of its picture. */
const canvasSizeOf = ({ size }: Canvas, alto: UnscaledPage | undefined, { pixels }: CanvasPicture): Size => {
  if (size) return size
  const own = pixels ?? (alto && alto.width > 0 && alto.height > 0 && alto.width < 1_000_000 ? alto : undefined)
  return own ? { width: own.width, height: own.height } : unknownSize
}

const some = (names: readonly string[]): { readonly count: string; readonly name: string } => ({
  count: String(names.length),
  name: (names[0] ?? '').slice(0, 200),
})

/** Reads the pages one after the other: the picture that lies in the folder, and the text of ALTO, else of annotations. */
export const readCanvases = async (
  { canvases, path: from }: Manifest,
  source: PackageReader,
  files: FilesByEnding,
): Promise<ReadCanvases> => {
  const place = source.placeOf(from)
  const absentTexts = new Set<string>()
  const alto = await altoOfCanvases(canvases, source, files, from, absentTexts)
  const said = canvases.map(({ label }) => readCanvasLabel(textFor(label, undefined)))
  const labels = labelsOfPages(said)
  const reader = { json: new RecentJson(source), files, from, absent: absentTexts }
  const pages: PageWithText[] = []
  const sizes: PageSize[] = []
  const langs: string[] = []
  const [absent, unfit]: [string[], string[]] = [[], []]
  for (const [index, canvas] of canvases.entries()) {
    const picture = await findPagePicture(canvas, files, source.files, from)
    if (picture.absent !== undefined) absent.push(picture.absent)
    if (picture.unfit !== undefined) unfit.push(picture.unfit)
    const ofAlto = alto.pages[index]
    const size = canvasSizeOf(canvas, ofAlto, picture)
    const page = pageSizeOf(size, picture)
    sizes.push({ canvas: size, page })
    const hasWords = ofAlto !== undefined && ofAlto.words.length > 0
    const annotated = hasWords
      ? undefined
      : pageOfAnnotations(await readTextAnnotations(canvas.texts, canvas.id, reader), size, page)
    const lang = annotated?.lang ?? ofAlto?.lang
    if (lang !== undefined) langs.push(lang)
    const { label = undefined, name = undefined } = said[index] ?? {}
    const ownName = label === undefined || labels[index] === label ? name : undefined
    const facts = {
      label: labels[index] ?? String(index + 1),
      pixels: page,
      ...(ownName !== undefined && { name: ownName }),
      ...(picture.file !== undefined && { picture: picture.file }),
    }
    const told = hasWords ? ofAlto : annotated?.page
    const finished: SourcePage = told
      ? finishPage(source, alto.paths[index] ?? from, told, facts)
      : { ...facts, ...page, isUnread: true, words: [], blocks: [], places: new Map() }
    // Whatever the text was counted in, places are pixels of the page from here on.
    pages.push({ page: { ...finished, fromImage: [1, 1] }, blocks: annotated?.blocks })
  }
  if (absentTexts.size > 0) source.report.add('iiif-text-missing', place, some([...absentTexts]))
  if (absent.length > 0) source.report.add('import-no-picture', place, some(absent))
  if (unfit.length > 0) source.report.add('iiif-picture-unfit', place, some(unfit))
  return { pages, sizes, langs }
}
