import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { decodePagePart } from '@/bundle/codec'
import type { Issue, Page } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'
import { pageRule, paperSizeOf } from '@/bundle/paper-size'
import type { FinishedIssue } from '../model/finish'
import type { OpenedForDrawing, PageRenderer } from '../render/page-renderer'
import { issueTitle } from '../site/standards/standard-words'
import { element } from '../xml'
import { writePrintFaces } from './print-faces'
import { runBrowser, type Browser } from './run-browser'
import { nominalWidthOf, sheetStyle } from './sheet-style'

/** What printing needs. */
export interface Printer extends Browser {
  readonly renderer: PageRenderer
}

/** CSS pixels per millimetre. */
const pixelsPerMm = 96 / 25.4

const partOf = ({ issue, parts }: FinishedIssue, page: Page): PagePart => {
  const bytes = parts.find(({ entry }) => entry.name === page.part)?.bytes
  return decodePagePart(bytes ?? new Uint8Array(), page.part, issue)
}

const sheetHtml = (page: Page, html: string, nominalWidth: number): string => {
  const { width, height } = paperSizeOf(page)
  const scale = (width * pixelsPerMm) / nominalWidth
  return `<div class="paper" style="page:p${page.no};width:${width}mm;height:${height}mm"><div style="transform:scale(${scale});transform-origin:0 0">${html}</div></div>`
}

const documentOf = (
  issue: Issue,
  sheets: readonly string[],
  { stylesheet }: PageRenderer,
  faces: string,
): string => `<!doctype html>
<html lang="${issue.lang.replace(/[^\w-]/g, '')}"><head><meta charset="utf-8">${element('title', {}, issueTitle(issue)).markup}
<link rel="stylesheet" href="${pathToFileURL(stylesheet).href}">
<style>${sheetStyle(issue, faces)}
.paper{overflow:hidden;break-after:page}
${issue.pages.map((page) => pageRule(paperSizeOf(page), `p${page.no}`)).join('\n')}
</style></head><body>${sheets.join('\n')}</body></html>`

/** Writes pictures as JPEG, which a PDF embeds unchanged; WebP would be stored uncompressed. */
const writePictures = async ({ parts }: FinishedIssue, folder: string): Promise<void> => {
  for (const { entry, bytes } of parts)
    if (entry.width !== undefined)
      await writeFile(
        join(folder, `${entry.name}.jpg`),
        await sharp(bytes).flatten({ background: '#fff' }).jpeg({ quality: 88 }).toBuffer(),
      )
}

/** Prints the pages of an issue to one PDF: the reader draws them, a Chromium prints them, and text stays text. */
export const printIssue = async (finished: FinishedIssue, target: string, printer: Printer): Promise<void> => {
  const { issue } = finished
  const work = await mkdtemp(join(tmpdir(), 'press-print-'))
  try {
    const opened: OpenedForDrawing = {
      issue,
      origin: 'network',
      page: async (page) => partOf(finished, page),
      addressOf: (name) => `${name}.jpg`,
    }
    await writePictures(finished, work)
    const sheets: string[] = []
    for (const page of issue.pages) {
      printer.signal.throwIfAborted()
      const html = await printer.renderer.renderSheet(opened, page.no)
      sheets.push(sheetHtml(page, html, nominalWidthOf(html)))
    }
    const parts = issue.pages.map((page) => partOf(finished, page))
    const faces = await writePrintFaces(issue, parts, work)
    const source = join(work, 'issue.html')
    await writeFile(source, documentOf(issue, sheets, printer.renderer, faces))
    await runBrowser(printer, source, '--no-pdf-header-footer', `--print-to-pdf=${resolve(target)}`)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
