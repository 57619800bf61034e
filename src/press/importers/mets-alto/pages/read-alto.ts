import type { WordBox } from '../../printed/printed-issue'
import { localName, parseXml, type Attributes, type XmlFaults } from '../xml/parse-xml'
import { attribute, tidy } from '../xml/xml-tree'
import { PageBuilder } from './page-builder'
import type { UnscaledPage } from './source-page'

export interface AltoFile {
  /** Most files have one. */
  readonly pages: readonly UnscaledPage[]
  readonly faults: XmlFaults
  /** Lists of coordinates that are no pairs, as written. */
  readonly oddCoordinates: readonly string[]
}

/** Pixels at 300 dots an inch. */
const unitsInPixels: Readonly<Record<string, number>> = { mm10: 300 / 254, inch1200: 300 / 1200, mm100: 300 / 2540 }

const groups = new Set(['TextBlock', 'ComposedBlock', 'PrintSpace', 'Illustration', 'GraphicalElement', 'TextLine'])
const numberOf = (attributes: Attributes, name: string): number => {
  const value = Number(attribute(attributes, name) ?? Number.NaN)
  return Number.isFinite(value) ? value : Number.NaN
}

const boxOf = (attributes: Attributes): WordBox | undefined => {
  const box: WordBox = [
    numberOf(attributes, 'HPOS'),
    numberOf(attributes, 'VPOS'),
    numberOf(attributes, 'WIDTH'),
    numberOf(attributes, 'HEIGHT'),
  ]
  return box.every(Number.isFinite) && box[2] >= 0 && box[3] >= 0 ? box : undefined
}

/** `276,324 276,50` or `276 324 276 50`; undefined for what is no list of pairs. */
export const readPoints = (points: string): readonly (readonly [number, number])[] | undefined => {
  const numbers = points.split(/[\s,]+/).filter((part) => part !== '')
  if (numbers.length === 0 || numbers.length % 2 === 1) return undefined
  const values = numbers.map(Number)
  if (!values.every(Number.isFinite)) return undefined
  return values.flatMap((x, index) => (index % 2 === 0 ? [[x, values[index + 1] ?? 0] as const] : []))
}

const halfOf = (attributes: Attributes): 1 | 2 | undefined => {
  const type = attribute(attributes, 'SUBS_TYPE')?.toLowerCase()
  return type === 'hyppart1' ? 1 : type === 'hyppart2' ? 2 : undefined
}

/**
 * Reads ALTO of any version, with any namespace or none, as a stream: words in the order of the file, each block and group as a range of
 * them. A file that breaks off gives what stood before.
 */
export const readAlto = (bytes: Uint8Array): AltoFile => {
  const pages: UnscaledPage[] = []
  const oddCoordinates: string[] = []
  let unit = ''
  let isUnit = false
  let page: PageBuilder | undefined
  const order: string[] = []

  const finishPage = (): void => {
    if (page) pages.push(page.finish(unitsInPixels[unit.trim().toLowerCase()]))
    page = undefined
  }

  const openPage = (attributes: Attributes): void => {
    finishPage()
    page = new PageBuilder({
      id: attribute(attributes, 'ID'),
      width: numberOf(attributes, 'WIDTH'),
      height: numberOf(attributes, 'HEIGHT'),
      printedNumber: attribute(attributes, 'PRINTED_IMG_NR'),
    })
  }

  const addWord = (attributes: Attributes): void => {
    const half = halfOf(attributes)
    const whole = half === undefined ? '' : tidy(attribute(attributes, 'SUBS_CONTENT') ?? '')
    page?.addWord({
      id: attribute(attributes, 'ID'),
      text: tidy(attribute(attributes, 'CONTENT') ?? ''),
      box: boxOf(attributes),
      ...(half === undefined ? {} : { half }),
      ...(whole === '' ? {} : { whole }),
    })
  }

  const faults = parseXml(bytes, {
    open: (fullName, attributes) => {
      const name = localName(fullName)
      if (name === 'String') addWord(attributes)
      else if (name === 'SP') page?.addSpace()
      else if (name === 'HYP') page?.addHyphen()
      else if (groups.has(name))
        page?.open(
          name,
          attribute(attributes, 'ID'),
          boxOf(attributes),
          attribute(attributes, 'LANG') ?? attribute(attributes, 'language'),
        )
      else if (name === 'Polygon') {
        const points = attribute(attributes, 'POINTS') ?? ''
        const corners = readPoints(points)
        if (corners) page?.shape(corners)
        else oddCoordinates.push(points)
      } else if (name === 'ElementRef') order.push(attribute(attributes, 'REF') ?? '')
      else if (name === 'Page') openPage(attributes)
      else if (name === 'MeasurementUnit') isUnit = true
    },
    close: (fullName) => {
      const name = localName(fullName)
      if (groups.has(name)) page?.close()
      else if (name === 'Page') finishPage()
      else if (name === 'MeasurementUnit') isUnit = false
    },
    text: (text) => {
      if (isUnit) unit += text
    },
  })
  finishPage()
  return { pages: order.length === 0 ? pages : pages.map((one) => inOrder(one, order)), faults, oddCoordinates }
}

/** ALTO 4.3 may tell the order of reading; what it leaves out comes last. */
const inOrder = (page: UnscaledPage, order: readonly string[]): UnscaledPage => {
  const rank = new Map(order.map((id, index) => [id, index]))
  const rankOf = (id: string | undefined): number => (id === undefined ? order.length : (rank.get(id) ?? order.length))
  const blocks = page.blocks.map((block, index) => ({ block, index, rank: rankOf(block.id) }))
  blocks.sort((a, b) => a.rank - b.rank || a.index - b.index)
  return { ...page, blocks: blocks.map(({ block }) => block) }
}
