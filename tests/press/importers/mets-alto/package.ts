import { Buffer } from 'node:buffer'
import { metsAlto } from '@/press/importers/mets-alto/mets-alto'
import type { PrintedArticle, PrintedIssue } from '@/press/importers/printed/printed-issue'
import type { SourceFiles } from '@/press/importers/printed/printed-source'
import { Report } from '@/press/report'

/** Files of a package by path: texts, or bytes. */
export type Package = Readonly<Record<string, string | Uint8Array>>

/** A package in memory. Pictures are as large as their text says: `2000x3000`. */
export const filesOf = (files: Package): SourceFiles => {
  const bytesOf = (path: string): Buffer | undefined => {
    const file = files[path]
    if (file === undefined) return undefined
    return typeof file === 'string' ? Buffer.from(file, 'utf8') : Buffer.from(file)
  }
  const sizeIn = (bytes: Buffer | undefined) => {
    const [, width, height] = /^(\d+)x(\d+)$/.exec(bytes?.toString('latin1') ?? '') ?? []
    return Promise.resolve(width && height ? { width: Number(width), height: Number(height) } : undefined)
  }
  return {
    paths: Object.keys(files).sort(),
    neighbours: () => Promise.resolve([]),
    read: (path) => Promise.resolve(bytesOf(path)),
    measure: (path) => sizeIn(bytesOf(path)),
    measureBytes: (bytes) => sizeIn(Buffer.from(bytes)),
  }
}

export interface Imported {
  readonly issue: PrintedIssue | undefined
  readonly report: Report
  readonly codes: readonly string[]
}

export const importPackage = async (files: Package): Promise<Imported> => {
  const report = new Report()
  const issue = await metsAlto.read(filesOf(files), report)
  return { issue, report, codes: report.findings.map(({ code }) => code) }
}

/** Of a package that can be read. */
export const issueOf = async (files: Package): Promise<PrintedIssue> => {
  const { issue, codes } = await importPackage(files)
  if (!issue) throw new Error(`nothing was read: ${codes.join(', ')}`)
  return issue
}

/** `[page from 1, text of each block]` of each part. */
export const partsOf = (article: PrintedArticle | undefined): readonly (readonly [number, ...string[]])[] =>
  (article?.parts ?? []).map(({ page, blocks }) => [page + 1, ...blocks.map(({ text }) => text)] as const)

export const articleOf = (issue: PrintedIssue, id: string): PrintedArticle | undefined =>
  issue.articles.find(({ sourceId }) => sourceId === id)

/** A block: where it stands, and its lines. A word is `text`, or attributes of its own. */
export interface TestBlock {
  readonly id: string
  readonly at?: readonly [number, number]
  readonly lines: readonly string[]
}

/** Of each word: as wide as its letters, 20 high; lines are 30 apart. */
const block = ({ id, at: [x, y] = [100, 100], lines }: TestBlock): string => {
  const widest = Math.max(...lines.map((line) => line.length)) * 10
  const rows = lines.map((line, row) => {
    let left = x
    const strings = line.split(' ').map((word, column) => {
      const string = `<String ID="${id}_${row}_${column}" HPOS="${left}" VPOS="${y + 30 * row}" WIDTH="${word.length * 10}" HEIGHT="20" CONTENT="${word}"/>`
      left += word.length * 10 + 10
      return string
    })
    return `<TextLine HPOS="${x}" VPOS="${y + 30 * row}" WIDTH="${widest}" HEIGHT="20">${strings.join('<SP/>')}</TextLine>`
  })
  return `<TextBlock ID="${id}" HPOS="${x}" VPOS="${y}" WIDTH="${widest}" HEIGHT="${30 * lines.length}">${rows.join('')}</TextBlock>`
}

interface TestPage {
  readonly unit?: string
  readonly size?: readonly [number, number]
  readonly namespace?: string
  readonly id?: string
}

/** A file of ALTO around what stands on its page. */
export const altoAround = (
  inside: string,
  { unit = 'pixel', size = [2000, 3000], namespace = '', id = 'P1' }: TestPage = {},
): string =>
  `<?xml version="1.0" encoding="UTF-8"?><alto${namespace === '' ? '' : ` xmlns="${namespace}"`}><Description><MeasurementUnit>${unit}</MeasurementUnit></Description><Layout><Page ID="${id}" WIDTH="${size[0]}" HEIGHT="${size[1]}"><PrintSpace>${inside}</PrintSpace></Page></Layout></alto>`

export const alto = (blocks: readonly TestBlock[], page: TestPage = {}): string =>
  altoAround(blocks.map(block).join(''), page)

interface TestMets {
  readonly attributes?: string
  readonly descriptions?: string
  /** Paths of the pages' files; their ids are A1, A2, … */
  readonly pages: readonly string[]
  readonly logical?: string
  readonly more?: string
}

/** METS of pages, with what is inside its logical structure. */
export const mets = ({ attributes = '', descriptions = '', pages, logical, more = '' }: TestMets): string => {
  const files = pages.map(
    (path, index) => `<file ID="A${index + 1}" MIMETYPE="text/xml"><FLocat xlink:href="file://./${path}"/></file>`,
  )
  const divs = pages.map(
    (_, index) =>
      `<div TYPE="PAGE" ORDER="${index + 1}"><fptr><par><area FILEID="A${index + 1}" BETYPE="IDREF" BEGIN="P1"/></par></fptr></div>`,
  )
  return `<?xml version="1.0"?>
<mets xmlns="http://www.loc.gov/METS/" ${attributes}>
${descriptions}
<fileSec><fileGrp>${files.join('')}</fileGrp></fileSec>
<structMap TYPE="PHYSICAL"><div TYPE="Newspaper">${divs.join('')}</div></structMap>
${logical === undefined ? '' : `<structMap TYPE="LOGICAL"><div TYPE="Newspaper"><div TYPE="ISSUE">${logical}</div></div></structMap>`}
${more}
</mets>`
}

/** A division that is one block, or several. */
export const div = (type: string, ...places: readonly (readonly [file: number, ...ids: string[]])[]): string =>
  `<div TYPE="${type}"><fptr><seq>${places
    .flatMap(([file, ...ids]) => ids.map((id) => `<area FILEID="A${file}" BETYPE="IDREF" BEGIN="${id}"/>`))
    .join('')}</seq></fptr></div>`
