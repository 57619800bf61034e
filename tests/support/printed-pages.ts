import { inflateSync } from 'node:zlib'

/** A page of a PDF that Chromium printed, with what a person would look for on it. */
export interface PrintedPage {
  readonly width: number
  readonly height: number
  /** In the order of painting and in the form of `readText`. */
  readonly text: string
  /** Greatest distance by which text starts off the page, in points; 0 if all of it is on the page. */
  readonly astray: number
  /** Lightest colour of text: 0 is black, 1 is white. */
  readonly lightest: number
  readonly images: number
}

/** Pairs of a radical and the character that looks the same: a PDF has either, since a font draws both alike. */
const radicals = new Map(
  [
    '⺎兀',
    '⺝月',
    '⺟母',
    '⺠民',
    '⻄西',
    '⻅见',
    '⻆角',
    '⻉贝',
    '⻋车',
    '⻓长',
    '⻔门',
    '⻘青',
    '⻙韦',
    '⻚页',
    '⻛风',
    '⻜飞',
  ]
    .concat(['⻝食', '⻢马', '⻣骨', '⻤鬼', '⻥鱼', '⻦鸟', '⻨麦', '⻩黄', '⻬齐', '⻮齿', '⻰龙', '⻳龟'])
    .map(([radical = '', character = '']) => [radical, character]),
)

/** Text as it is compared with printed text: in compatibility form, without blanks. */
export const readText = (text: string): string =>
  [...text.normalize('NFKC').replace(/\s/g, '')].map((character) => radicals.get(character) ?? character).join('')

type Matrix = readonly [number, number, number, number, number, number]
type Codes = ReadonlyMap<string, string>
const identity: Matrix = [1, 0, 0, 1, 0, 0]

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
]

const hexOf = (number: number, digits: number): string => number.toString(16).padStart(digits, '0')
const unicodeOf = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)))

/** The characters of a font by their codes, from its ToUnicode table. */
const codesOf = (table: string): Codes => {
  const codes = new Map<string, string>()
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      codes.set(code.toLowerCase(), unicodeOf(text))
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let step = 0; step <= parseInt(to, 16) - parseInt(from, 16); step++) {
        const last = hexOf(parseInt(text.slice(-4), 16) + step, 4)
        codes.set(hexOf(parseInt(from, 16) + step, from.length), unicodeOf(text.slice(0, -4) + last))
      }
  return codes
}

/** The bytes of a string operand as hexadecimal digits. */
const bytesOf = (operand: string): string => {
  if (operand.startsWith('<')) return operand.slice(1, -1).toLowerCase()
  const plain = operand
    .slice(1, -1)
    .replace(/\\(\d{1,3}|.)/g, (_, sign: string) => (/\d/.test(sign) ? String.fromCharCode(parseInt(sign, 8)) : sign))
  return [...plain].map((character) => hexOf(character.charCodeAt(0), 2)).join('')
}

const strings = /<[\da-fA-F]*>|\((?:\\[\s\S]|[^\\()])*\)/g
const tokens =
  /\[(?:\((?:\\[\s\S]|[^\\()])*\)|[^\]])*\]|<[\da-fA-F]*>|\((?:\\[\s\S]|[^\\()])*\)|\/[\w.+-]+|[^\s[\]<>()/]+/g

/** Reads the pages of a PDF of Skia's, as far as their text and images. */
export const printedPages = (pdf: Buffer): PrintedPage[] => {
  const whole = pdf.toString('latin1')
  const objects = new Map<string, string>()
  for (const [, no = '', object = ''] of whole.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(no, object)
  const headOf = (object: string): string => object.split('stream\n', 1)[0] ?? ''
  const streamOf = (object: string): string => {
    const bytes = Buffer.from(object.slice(object.indexOf('stream\n') + 7), 'latin1')
    return headOf(object).includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1')
  }
  /** The objects that a dictionary names in one of its entries, by the names it gives them. */
  const namedIn = (object: string, entry: string): Map<string, string> =>
    new Map(
      [...(new RegExp(`/${entry} <<([^>]*)>>`).exec(headOf(object))?.[1] ?? '').matchAll(/(\/\S+) (\d+) 0 R/g)].map(
        ([, name = '', no = '']) => [name, objects.get(no) ?? ''],
      ),
    )
  const fonts = new Map<string, Codes>()
  const fontOf = (object: string): Codes => {
    const table = /\/ToUnicode (\d+) 0 R/.exec(object)?.[1]
    const codes = fonts.get(object) ?? codesOf(table === undefined ? '' : streamOf(objects.get(table) ?? ''))
    fonts.set(object, codes)
    return codes
  }

  const read = (object: string): PrintedPage => {
    const [, width = 0, height = 0] = (/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(object) ?? []).map(Number)
    const seen = { text: '', astray: 0, lightest: 0, images: 0 }
    const paint = (content: string, holder: string, placed: Matrix): void => {
      const [ownFonts, drawn] = [namedIn(holder, 'Font'), namedIn(holder, 'XObject')]
      let [place, ink, codes, line] = [placed, 0, new Map<string, string>() as Codes, identity]
      const kept: [Matrix, number][] = []
      let operands: string[] = []
      const numbers = (count: number): number[] => operands.slice(-count).map(Number)
      const matrix = (): Matrix => {
        const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(6)
        return [a, b, c, d, e, f]
      }
      const show = (operand: string): void => {
        const [, , , , x, y] = times(line, place)
        seen.astray = Math.max(seen.astray, -x, -y, x - width, y - height)
        seen.lightest = Math.max(seen.lightest, ink)
        const digits = [...codes.keys()][0]?.length ?? 4
        for (const string of operand.match(strings) ?? [])
          for (const code of bytesOf(string).match(new RegExp(`.{${digits}}`, 'g')) ?? [])
            seen.text += codes.get(code) ?? ''
      }
      const acts: Readonly<Record<string, () => unknown>> = {
        q: () => kept.push([place, ink]),
        Q: () => ([place, ink] = kept.pop() ?? [placed, 0]),
        cm: () => (place = times(matrix(), place)),
        rg: () => (ink = Math.max(...numbers(3))),
        g: () => (ink = Math.max(...numbers(1))),
        BT: () => (line = identity),
        Tm: () => (line = matrix()),
        Tf: () => (codes = fontOf(ownFonts.get(operands.at(-2) ?? '') ?? '')),
        Tj: () => show(operands.at(-1) ?? ''),
        TJ: () => show(operands.at(-1) ?? ''),
        Do: () => {
          const form = drawn.get(operands.at(-1) ?? '') ?? ''
          if (/\/Subtype \/Image/.test(headOf(form))) seen.images++
          else paint(streamOf(form), form, place)
        },
      }
      for (const [token] of content.matchAll(tokens)) {
        const act = acts[token]
        if (act) act()
        if (/^[A-Za-z]/.test(token)) operands = []
        else operands.push(token)
      }
    }
    const contents = objects.get(/\/Contents (\d+) 0 R/.exec(object)?.[1] ?? '') ?? ''
    paint(streamOf(contents), object, identity)
    return { width, height, ...seen, text: readText(seen.text) }
  }
  return [...objects.values()].filter((object) => /\/Type \/Page\b(?!s)/.test(headOf(object))).map(read)
}
