import { heightOf, widthOf, type Glyph, type PageMarks, type Rectangle } from './page-marks'
import type { PdfiumCalls } from './pdfium-calls'

/** Pages have no more than these: what has is no page of a newspaper, and the rest is not read. */
const most = { glyphs: 200_000, objects: 200_000, nesting: 8 }
/** Kinds of objects on a page, as the library numbers them. */
const kinds = { path: 2, image: 3, form: 5 } as const
/** A rule is no thicker than this, points. */
const ruleThickness = 4
/** A rule is as long as this at least, points: shorter ones are ornaments, or underline a word. */
const ruleLength = 24

type Place = (x: number, y: number) => readonly [x: number, y: number]

/** Where a place of the page's own coordinates is on the page as it is shown, which may be turned or cut. */
const placeOn = (calls: PdfiumCalls, page: number, width: number, height: number): Place => {
  const steps = 1_000_000
  const shown = (x: number, y: number): readonly [number, number] => {
    const [across = 0, down = 0] =
      calls.separatePlaces('FPDF_PageToDevice', [page, 0, 0, steps, steps, 0], [x, y]) ?? []
    return [(across * width) / steps, (down * height) / steps]
  }
  const [x0, y0] = shown(0, 0)
  const [xx, xy] = shown(1000, 0)
  const [yx, yy] = shown(0, 1000)
  return (x, y) => [
    x0 + (x * (xx - x0)) / 1000 + (y * (yx - x0)) / 1000,
    y0 + (x * (xy - y0)) / 1000 + (y * (yy - y0)) / 1000,
  ]
}

const rectangleOf = (place: Place, corners: readonly (readonly [number, number])[]): Rectangle => {
  const placed = corners.map(([x, y]) => place(x, y))
  const [xs, ys] = [placed.map(([x]) => x), placed.map(([, y]) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

const between = (place: Place, [left, top, right, bottom]: readonly [number, number, number, number]): Rectangle =>
  rectangleOf(place, [
    [left, top],
    [right, bottom],
  ])

const cutBy = (one: Rectangle, frame: Rectangle): Rectangle | undefined => {
  const cut = {
    left: Math.max(one.left, frame.left),
    top: Math.max(one.top, frame.top),
    right: Math.min(one.right, frame.right),
    bottom: Math.min(one.bottom, frame.bottom),
  }
  return widthOf(cut) > 0 && heightOf(cut) > 0 ? cut : undefined
}

/** Ligatures, and the forms of characters that some fonts have in place of the characters. */
const forms = /[\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06]/u
/** How the library tells a hyphen that divides a word at the end of a line. */
const dividingHyphen = 2
const textOf = (code: number): string => {
  if (code === dividingHyphen) return '-'
  // A code beyond Unicode, a half of a pair or a control is no character.
  if (code < 32 || code === 127 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) || code >= 0xfffe) return ''
  const text = String.fromCodePoint(code)
  return forms.test(text) ? text.normalize('NFKC') : text
}

const readGlyphs = (calls: PdfiumCalls, page: number, place: Place): Glyph[] => {
  const text = calls.call('FPDFText_LoadPage', page)
  if (text === 0) return []
  try {
    const count = Math.min(calls.call('FPDFText_CountChars', text), most.glyphs)
    const glyphs: Glyph[] = []
    const seen = new Set<string>()
    let lastObject = 0
    let isAfterBlank = false
    for (let at = 0; at < count; at++) {
      let code = calls.call('FPDFText_GetUnicode', text, at)
      if (code >= 0xd800 && code < 0xdc00) {
        const low = calls.call('FPDFText_GetUnicode', text, at + 1)
        if (low >= 0xdc00 && low < 0xe000) code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
      }
      const character = textOf(code)
      if (character.trim() === '' || calls.call('FPDFText_IsGenerated', text, at) === 1) {
        isAfterBlank ||= code === 32 || code === 160 || code === 0x3000
        continue
      }
      const loose = calls.structure(4, 'FPDFText_GetLooseCharBox', text, at)
      if (!loose) continue
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = loose
      const loosely = between(place, [x1, y1, x2, y2])
      const matrix = calls.structure(6, 'FPDFText_GetMatrix', text, at)
      const [, , c = 0, d = 1] = matrix ?? []
      const size = calls.call('FPDFText_GetFontSize', text, at) * Math.hypot(c, d)
      const [originX, originY] = calls.separate('double', 2, 'FPDFText_GetCharOrigin', text, at) ?? []
      // Fonts say very different heights for characters of one line: the line itself and the size of the type are sure.
      const [, baseline] = originX === undefined || originY === undefined ? [] : place(originX, originY)
      const isLevel = baseline !== undefined && baseline >= loosely.top - 1 && baseline <= loosely.bottom + 1
      const box = isLevel ? { ...loosely, top: baseline - 0.88 * size, bottom: baseline + 0.12 * size } : loosely
      if (!(size > 0) || !Number.isFinite(size + box.left + box.top + box.right + box.bottom)) continue
      const weight = calls.call('FPDFText_GetFontWeight', text, at)
      // Bold type is sometimes made by drawing twice, a little apart. The letters of a ligature stand at one place, too.
      const object = calls.call('FPDFText_GetTextObject', text, at)
      const last = glyphs.at(-1)
      const isOfLigature = object === lastObject && last?.left === box.left && last.right === box.right
      const isAgain =
        !isOfLigature &&
        [-1, 0, 1].some((step) => seen.has(`${character} ${Math.round(box.left) + step} ${Math.round(box.top)}`))
      const isTwin = (one: Glyph): boolean =>
        one.text === character &&
        Math.abs(one.left - box.left) < 0.15 * size &&
        Math.abs(one.top - box.top) < 0.15 * size
      if (isAgain && glyphs.some(isTwin)) continue
      lastObject = object
      seen.add(`${character} ${Math.round(box.left)} ${Math.round(box.top)}`)
      glyphs.push({ ...box, text: character, size, isBold: weight >= 600, ...(isAfterBlank && { isAfterBlank }) })
      isAfterBlank = false
    }
    return glyphs
  } finally {
    calls.call('FPDFText_ClosePage', text)
  }
}

interface DrawnShapes {
  readonly pictures: Rectangle[]
  readonly rules: Rectangle[]
  readonly boxes: Rectangle[]
}

type Matrix = readonly [number, number, number, number, number, number]
const unmoved: Matrix = [1, 0, 0, 1, 0, 0]

const matrixOf = (values: readonly number[] | undefined): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values ?? []
  return [a, b, c, d, e, f]
}
const after = ([a, b, c, d, e, f]: Matrix, place: Place): Place => {
  return (x, y) => place(a * x + c * y + e, b * x + d * y + f)
}

/** The frame outside of which an object does not show; undefined if there is none. */
const clipOf = (calls: PdfiumCalls, object: number, place: Place): Rectangle | undefined => {
  const clip = calls.call('FPDFPageObj_GetClipPath', object)
  if (clip === 0) return undefined
  let frame: Rectangle | undefined
  const paths = Math.min(calls.call('FPDFClipPath_CountPaths', clip), 64)
  for (let path = 0; path < paths; path++) {
    const corners: (readonly [number, number])[] = []
    const segments = Math.min(calls.call('FPDFClipPath_CountPathSegments', clip, path), 256)
    for (let at = 0; at < segments; at++) {
      const segment = calls.call('FPDFClipPath_GetPathSegment', clip, path, at)
      const [x, y] = calls.separate('float', 2, 'FPDFPathSegment_GetPoint', segment) ?? []
      if (x !== undefined && y !== undefined) corners.push([x, y])
    }
    if (corners.length < 2) continue
    const own = rectangleOf(place, corners)
    frame = frame ? (cutBy(frame, own) ?? own) : own
  }
  return frame
}

const readShapes = (calls: PdfiumCalls, page: number, place: Place, sheet: Rectangle): DrawnShapes => {
  const shapes: DrawnShapes = { pictures: [], rules: [], boxes: [] }
  let left = most.objects
  const read = (object: number, own: Place, depth: number): void => {
    if (object === 0 || left-- <= 0) return
    const kind = calls.call('FPDFPageObj_GetType', object)
    if (kind === kinds.form) {
      if (depth >= most.nesting) return
      const inner = after(matrixOf(calls.structure(6, 'FPDFPageObj_GetMatrix', object)), own)
      const count = Math.min(calls.call('FPDFFormObj_CountObjects', object), most.objects)
      for (let at = 0; at < count; at++) read(calls.call('FPDFFormObj_GetObject', object, at), inner, depth + 1)
      return
    }
    if (kind !== kinds.image && kind !== kinds.path) return
    const [x1, y1, x2, y2] = calls.separate('float', 4, 'FPDFPageObj_GetBounds', object) ?? []
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return
    const clip = clipOf(calls, object, own)
    const whole = between(own, [x1, y1, x2, y2])
    const [width, height] = [widthOf(whole), heightOf(whole)]
    const isThin = Math.min(width, height) <= ruleThickness
    if (kind === kinds.path && isThin) {
      if (Math.max(width, height) >= ruleLength) shapes.rules.push(whole)
      return
    }
    const shown = cutBy(clip ? (cutBy(whole, clip) ?? { ...whole, right: whole.left }) : whole, sheet)
    if (!shown || Math.min(widthOf(shown), heightOf(shown)) < 12) return
    const isGround = widthOf(shown) > 0.9 * widthOf(sheet) && heightOf(shown) > 0.9 * heightOf(sheet)
    if (kind === kinds.image) shapes.pictures.push(shown)
    else if (!isGround) shapes.boxes.push(shown)
  }
  const count = calls.call('FPDFPage_CountObjects', page)
  for (let at = 0; at < count && left > 0; at++)
    read(calls.call('FPDFPage_GetObject', page, at), after(unmoved, place), 0)
  return shapes
}

/** Reads what is printed on a page; undefined if the page is damaged, or has a size that no page has. */
export const readMarks = (calls: PdfiumCalls, document: number, index: number): PageMarks | undefined => {
  const page = calls.call('FPDF_LoadPage', document, index)
  if (page === 0) return undefined
  try {
    const [width, height] = [calls.call('FPDF_GetPageWidth', page), calls.call('FPDF_GetPageHeight', page)]
    // The format allows 200 inches; what is smaller than a stamp is no page.
    if (!(width >= 36 && height >= 36 && width <= 14_400 && height <= 14_400)) return undefined
    const place = placeOn(calls, page, width, height)
    const sheet = { left: 0, top: 0, right: width, bottom: height }
    const label = calls.text('FPDF_GetPageLabel', document, index).trim()
    return {
      width,
      height,
      label: label === '' ? undefined : label,
      glyphs: readGlyphs(calls, page, place),
      ...readShapes(calls, page, place, sheet),
    }
  } finally {
    calls.call('FPDF_ClosePage', page)
  }
}
