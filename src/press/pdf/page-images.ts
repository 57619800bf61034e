import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Issue, Page } from '@/bundle/issue'
import type { BundleFolder } from '../io/bundle-folder'
import type { OpenedForDrawing } from '../render/page-renderer'
import { writePrintFaces } from './print-faces'
import type { Printer } from './print-issue'
import { runBrowser } from './run-browser'
import { nominalWidthOf, sheetStyle } from './sheet-style'

/** A page as pixels. */
export interface PageImage {
  readonly page: Page
  readonly png: Buffer
  readonly width: number
  readonly height: number
}

const documentOf = (
  issue: Issue,
  { html, width, height }: { readonly html: string; readonly width: number; readonly height: number },
  { stylesheet, faces }: { readonly stylesheet: string; readonly faces: string },
): string => `<!doctype html>
<html lang="${issue.lang.replace(/[^\w-]/g, '')}"><head><meta charset="utf-8"><title>${issue.id}</title>
<link rel="stylesheet" href="${pathToFileURL(stylesheet).href}">
<style>${sheetStyle(issue, faces)}</style></head>
<body><div style="width:${width}px;height:${height}px;overflow:hidden"><div style="transform:scale(${width / nominalWidthOf(html)});transform-origin:0 0">${html}</div></div></body></html>`

/** Of a picture in several widths the widest: the browser would choose by a window, and these pixels are looked at from near. */
const widestOf = ({ pictures }: Issue): ReadonlyMap<string, string> =>
  new Map(pictures.flatMap(({ images }) => images.map((name) => [name, images.at(-1) ?? name] as const)))

/** Draws typeset pages as the reader draws them, one after another: the browser is started for each. */
export async function* drawPageImages(
  { issue, readPart, readPage }: BundleFolder,
  pages: readonly Page[],
  width: number,
  printer: Printer,
): AsyncGenerator<PageImage> {
  const work = await mkdtemp(join(tmpdir(), 'press-pages-'))
  try {
    for (const entry of issue.parts)
      if (entry.width !== undefined) await writeFile(join(work, entry.name), await readPart(entry))
    const faces = await writePrintFaces(issue, await Promise.all(pages.map(readPage)), work)
    const widest = widestOf(issue)
    const opened: OpenedForDrawing = {
      issue,
      origin: 'network',
      page: readPage,
      addressOf: (name) => widest.get(name) ?? name,
    }
    for (const page of pages) {
      printer.signal.throwIfAborted()
      const typeset = page.renditions.find(({ kind }) => kind === 'typeset')
      if (!typeset) continue
      const height = Math.round((width * typeset.height) / typeset.width)
      // Pictures further down would wait for somebody to scroll. Text can't look like an attribute: its quotes are escaped.
      const html = (await printer.renderer.renderSheet(opened, page.no)).replace(
        / (loading="lazy"|decoding="async")/g,
        '',
      )
      const source = join(work, `page-${page.no}.html`)
      const target = join(work, `page-${page.no}.png`)
      const { stylesheet } = printer.renderer
      await writeFile(source, documentOf(issue, { html, width, height }, { stylesheet, faces }))
      await runBrowser(
        printer,
        source,
        '--hide-scrollbars',
        `--window-size=${width},${height}`,
        `--screenshot=${target}`,
      )
      yield { page, png: await readFile(target), width, height }
    }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
