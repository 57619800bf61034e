import type { Page } from 'playwright-core'
import sharp from 'sharp'

/** A frame that the display showed. */
export interface ShownFrame {
  readonly png: Buffer
  /** CSS pixels of its width. */
  readonly width: number
}

/** Keeps each frame that the display shows from now on, oldest first; the first is what it shows already. */
export const recordFrames = async (page: Page): Promise<{ readonly shown: () => readonly ShownFrame[] }> => {
  const client = await page.context().newCDPSession(page)
  const frames: ShownFrame[] = []
  client.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ png: Buffer.from(data, 'base64'), width: metadata.deviceWidth })
    // The last frame may come while its page is being closed.
    client.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined)
  })
  await client.send('Page.startScreencast', { format: 'png' })
  return { shown: () => frames }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How much a box of a frame, CSS pixels, differs in itself: the standard deviation of its lightness, of 255; near 0 for a blank, 0 for no frame. */
export const contrastOf = async (frame: ShownFrame | undefined, box: Box): Promise<number> => {
  if (!frame) return 0
  const { png, width } = frame
  const { width: pixels = width, height: rows = 0 } = await sharp(png).metadata()
  const scale = pixels / width
  const [left, top] = [Math.max(0, Math.ceil(box.x * scale)), Math.max(0, Math.ceil(box.y * scale))]
  const area = {
    left,
    top,
    width: Math.min(pixels, Math.floor((box.x + box.width) * scale)) - left,
    height: Math.min(rows, Math.floor((box.y + box.height) * scale)) - top,
  }
  const cut = await sharp(png).extract(area).greyscale().png().toBuffer()
  const { channels } = await sharp(cut).stats()
  return channels[0]?.stdev ?? 0
}
