import { readFileSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { withPdf } from '@/press/importers/pdf/reading/open-pdf'
import { drawPdf } from '@/press/images/pdf-page'
import { openBundleFolder } from '@/press/io/bundle-folder'
import { articlesOf, importAndBuild } from '../support/imported-issue'
import { picturePdf, type PicturePage } from '../support/picture-pdf'
import { compareIssues, overlap, type PdfFigures, type PrintedPdf } from './pdf-figures'

/** What recognition made of printed pages that became pictures. */
export interface RecognitionFigures extends PdfFigures {
  /** 1 less the edits that make the text of the articles that were found into the printed one, in characters of it. */
  readonly charactersRight: number
  /** Characters of these articles, and of all. */
  readonly compared: number
  readonly printed: number
  readonly seconds: number
  readonly findings: readonly string[]
}

/** Draws the pages of a PDF as a scanner would, and writes them as a PDF without text. */
export const scanPdf = async (pdf: string, dpi: number, to: string): Promise<void> => {
  const bytes = readFileSync(pdf)
  const alone = await withPdf(bytes, (open) => Array.from({ length: open.pages }, (_, page) => open.pageAlone(page)))
  const pages: PicturePage[] = []
  for (const page of alone ?? []) {
    const drawn = page && (await drawPdf(Buffer.from(page)))
    if (!drawn) throw new Error('a page can’t be drawn')
    const { data, width, height } = drawn
    const scan = await sharp(data, { raw: { width, height, channels: 4 } })
      .flatten({ background: '#fff' })
      .resize({ width: Math.round((width * dpi) / 300) })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    pages.push({ grey: scan.data, width: scan.info.width, height: scan.info.height, dpi })
  }
  writeFileSync(to, picturePdf(pages))
}

/** How many characters must be put in, taken out or changed to make one text of the other. */
export const editsBetween = (one: string, other: string): number => {
  const [from, to] = [[...one], [...other]]
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  from.forEach((character, index) => {
    const next = [index + 1]
    to.forEach((wanted, at) => {
      const changed = (row[at] ?? 0) + (character === wanted ? 0 : 1)
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    })
    row = next
  })
  return row[to.length] ?? 0
}

/** The same marks in both: how wide they are set is no matter of recognition. */
const evenMarks = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’]/gu, "'")

export const recognitionFiguresOf = async (
  { pdf, bundle }: PrintedPdf,
  work: string,
  ocr: string,
): Promise<RecognitionFigures> => {
  const started = performance.now()
  const printed = await openBundleFolder(bundle)
  const made = await importAndBuild(pdf, work, { ocr, date: printed.issue.date })
  const seconds = (performance.now() - started) / 1000
  const [wanted, found] = [await articlesOf(printed), await articlesOf(made.bundle)]
  let [edits, compared, all] = [0, 0, 0]
  for (const { text } of wanted) {
    all += text.length
    let [best, most] = ['', 0]
    for (const own of found) {
      const score = overlap(text, own.text)
      if (score > most) [best, most] = [own.text, score]
    }
    if (most < 0.6) continue
    compared += text.length
    edits += editsBetween(evenMarks(text), evenMarks(best))
  }
  return {
    ...(await compareIssues(printed, made.bundle)),
    charactersRight: 1 - edits / (compared || 1),
    compared,
    printed: all,
    seconds,
    findings: made.imported.findings.map(({ why }) => why),
  }
}
