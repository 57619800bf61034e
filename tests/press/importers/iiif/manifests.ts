import { iiif } from '@/press/importers/iiif/iiif'
import type { PrintedIssue } from '@/press/importers/printed/printed-issue'
import { Report } from '@/press/report'
import { filesOf, type Imported, type Package } from '../mets-alto/package'

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

export const root = 'https://library.example/iiif/paper-1'
export const canvasId = (no: number): string => `${root}/canvas/p${no}`

/** An image of a page as Presentation 3 paints it. */
export const painted = (no: number, size: readonly [number, number] = [1000, 1500]): Json => ({
  type: 'AnnotationPage',
  items: [
    {
      type: 'Annotation',
      motivation: 'painting',
      body: {
        id: `${root}-p${no}/full/max/0/default.jpg`,
        type: 'Image',
        width: size[0],
        height: size[1],
        service: [{ id: `${root}-p${no}`, type: 'ImageService3', profile: 'level1' }],
      },
      target: canvasId(no),
    },
  ],
})

/** A canvas of Presentation 3. */
export const canvas = (no: number, more: { readonly [key: string]: Json } = {}): Json => ({
  id: canvasId(no),
  type: 'Canvas',
  label: { de: [`Seite ${no}.`] },
  width: 1000,
  height: 1500,
  items: [painted(no)],
  ...more,
})

export const place = (no: number, xywh: string): Json => ({
  type: 'SpecificResource',
  source: canvasId(no),
  selector: { type: 'FragmentSelector', value: `xywh=${xywh}` },
})

export const range = (id: string, label: string | undefined, ...items: readonly Json[]): Json => ({
  id: `${root}/range/${id}`,
  type: 'Range',
  ...(label !== undefined && { label: { de: [label] } }),
  items,
})

/** A manifest of Presentation 3. */
export const manifest = (more: { readonly [key: string]: Json }): string =>
  JSON.stringify({
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: `${root}/manifest.json`,
    type: 'Manifest',
    label: { de: ['Der Bote - 1903-08-18'] },
    ...more,
  })

/** A page of annotations, each a text over a place. */
export const annotationPage = (
  no: number,
  texts: readonly (readonly [xywh: string | undefined, text: string])[],
  more: { readonly [key: string]: Json } = {},
): Json => ({
  '@context': 'http://iiif.io/api/presentation/3/context.json',
  id: `${root}/texts/p${no}.json`,
  type: 'AnnotationPage',
  items: texts.map(([xywh, value]) => ({
    type: 'Annotation',
    motivation: 'supplementing',
    ...more,
    body: { type: 'TextualBody', format: 'text/plain', language: 'de', value },
    target: xywh === undefined ? canvasId(no) : `${canvasId(no)}#xywh=${xywh}`,
  })),
})

export const importManifest = async (files: Package): Promise<Imported> => {
  const report = new Report()
  const issue = await iiif.read(filesOf(files), report)
  return { issue, report, codes: report.findings.map(({ code }) => code) }
}

/** Of a manifest that can be read. */
export const issueOf = async (files: Package): Promise<PrintedIssue> => {
  const { issue, codes } = await importManifest(files)
  if (!issue) throw new Error(`nothing was read: ${codes.join(', ')}`)
  return issue
}

/** What matters of an article, to compare: pages count from 1, boxes are x, y, width and height. */
export const toldOf = ({ articles }: PrintedIssue) =>
  articles.map(({ headline, rubric, kind, parts }) => ({
    ...(kind !== 'news' && { kind }),
    ...(headline !== undefined && { headline }),
    ...(rubric !== undefined && { rubric }),
    parts: parts.map(({ page, outlines, blocks }) => [
      page + 1,
      outlines.map(([x = 0, y = 0, right = 0, , , bottom = 0]) => [x, y, right - x, bottom - y].join(' ')),
      ...blocks.map(({ text, isContinued }) => (isContinued ? `… ${text}` : text)),
    ]),
  }))
