import type { PDFiumPage } from '@hyzyla/pdfium'
import { pdfium } from './pdfium'
import type { RawPicture } from './jpeg2000'

/** Print shops ask for 300 dots an inch: a scan of more shows nothing that was printed. */
const dotsPerPoint = 300 / 72
/** Pixels that a page is drawn with at most; a larger one is drawn more coarsely. */
const mostPixels = 40_000_000

export const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 1024).includes('%PDF-')

const sizeFor = ({ originalWidth, originalHeight }: { originalWidth: number; originalHeight: number }) => {
  const scale = Math.min(dotsPerPoint, Math.sqrt(mostPixels / (originalWidth * originalHeight)))
  const [width, height] = [Math.round(originalWidth * scale), Math.round(originalHeight * scale)]
  return width > 0 && height > 0 ? { width, height } : undefined
}

/** What the call makes of the first page; undefined if there is none that can be read, as of an encrypted file. */
const onFirstPage = async <Value>(
  bytes: Buffer,
  call: (page: PDFiumPage) => Value,
): Promise<Awaited<Value> | undefined> => {
  const library = await pdfium()
  // The library's own words are none for an editor: what it can't open is damaged or encrypted.
  const document = await library.loadDocument(bytes).catch(() => undefined)
  if (!document) return undefined
  try {
    return document.getPageCount() > 0 ? await call(document.getPage(0)) : undefined
  } finally {
    document.destroy()
  }
}

/** The size in which the first page is drawn, pixels. */
export const sizeOfPdf = (bytes: Buffer): Promise<{ readonly width: number; readonly height: number } | undefined> =>
  onFirstPage(bytes, (page) => sizeFor(page.getOriginalSize()))

/** Draws the first page. */
export const drawPdf = (bytes: Buffer): Promise<RawPicture | undefined> =>
  onFirstPage(bytes, async (page) => {
    const size = sizeFor(page.getOriginalSize())
    if (!size) return undefined
    const { data } = await page.render({ ...size, render: 'bitmap' })
    return { data, ...size }
  })
