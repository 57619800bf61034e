import type { WordBox } from '../../printed/printed-issue'
import type { PackageReader } from '../package-reader'
import { readPoints } from '../pages/read-alto'
import { allWithin, attribute, childrenOf, tidy, valueOf, type XmlElement } from '../xml/xml-tree'

export interface MetsFile {
  readonly address: string
  readonly isImage: boolean
  readonly isXml: boolean
}

/** Where a division stands: in a file, at an id or from one id to another, or in a rectangle of an image. */
export interface Area {
  readonly file: string
  readonly begin?: string
  readonly end?: string
  readonly box?: WordBox
}

export interface Div {
  readonly id: string | undefined
  /** In capital letters, without prefix and underscores: `TITLESECTION`. */
  readonly type: string
  readonly label: string | undefined
  readonly orderLabel: string | undefined
  readonly descriptions: readonly string[]
  readonly areas: readonly Area[]
  readonly children: readonly Div[]
  readonly line: number
}

export interface StructMap {
  /** In capital letters. */
  readonly type: string
  readonly divs: readonly Div[]
}

export interface Mets {
  readonly path: string
  readonly root: XmlElement
  readonly label: string | undefined
  readonly profile: string
  readonly files: ReadonlyMap<string, MetsFile>
  readonly maps: readonly StructMap[]
  readonly descriptions: ReadonlyMap<string, XmlElement>
}

const image = /\.(?:jp2|jpx|j2k|jpe?g|tiff?|png)$/i
const xml = /\.xml(?:\.gz)?$/i

const filesOf = (root: XmlElement): Map<string, MetsFile> => {
  const files = new Map<string, MetsFile>()
  for (const file of allWithin(root, 'file')) {
    const id = valueOf(file, 'ID')
    const location = childrenOf(file, 'FLocat')[0]
    const address = location && valueOf(location, 'href')
    if (id === undefined || address === undefined) continue
    const mime = valueOf(file, 'MIMETYPE') ?? ''
    // What a name says is truer than a type: a TIFF is often named where a JPEG 2000 is given.
    const isImage = image.test(address) || (!xml.test(address) && mime.startsWith('image/'))
    files.set(id, { address, isImage, isXml: xml.test(address) || (!isImage && mime.endsWith('xml')) })
  }
  return files
}

/** RECT, or what surrounds another shape; undefined for what is no list of pairs. */
const boxOf = (coords: string): WordBox | undefined => {
  const points = readPoints(coords)
  if (!points || points.length < 2) return undefined
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, top] = [xs.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.min(a, b))]
  return [left, top, xs.reduce((a, b) => Math.max(a, b)) - left, ys.reduce((a, b) => Math.max(a, b)) - top]
}

/** Reads what is in a file of METS; nothing else is opened. */
export const readMets = (root: XmlElement, path: string, source: PackageReader): Mets => {
  const areaOf = (element: XmlElement): Area | undefined => {
    const { attributes } = element
    const file = attribute(attributes, 'FILEID')
    if (file === undefined) return undefined
    const coords = attribute(attributes, 'COORDS')
    const box = coords === undefined ? undefined : boxOf(coords)
    if (coords !== undefined && box === undefined)
      source.report.add('import-odd-coordinates', source.placeOf(path, element.line), {
        text: coords.slice(0, 60),
        count: '1',
      })
    const begin = attribute(attributes, 'BEGIN')
    const end = attribute(attributes, 'END')
    return {
      file,
      ...(begin === undefined || begin === '' ? {} : { begin }),
      ...(end === undefined || end === '' ? {} : { end }),
      ...(box === undefined ? {} : { box }),
    }
  }

  const divOf = (element: XmlElement): Div => {
    const label = valueOf(element, 'LABEL')
    const orderLabel = valueOf(element, 'ORDERLABEL')
    const pointers = childrenOf(element, 'fptr').flatMap((pointer) => [
      ...allWithin(pointer, 'fptr'),
      ...allWithin(pointer, 'area'),
    ])
    return {
      id: valueOf(element, 'ID'),
      type: (valueOf(element, 'TYPE') ?? '')
        .replace(/^.*:/, '')
        .replace(/[^\p{L}]/gu, '')
        .toUpperCase(),
      label: label === undefined ? undefined : tidy(label),
      orderLabel: orderLabel === undefined ? undefined : tidy(orderLabel),
      descriptions: (valueOf(element, 'DMDID') ?? '').split(/\s+/).filter((id) => id !== ''),
      areas: pointers.flatMap((pointer) => areaOf(pointer) ?? []),
      children: inOrder(childrenOf(element, 'div')).map(divOf),
      line: element.line,
    }
  }

  const named = (name: string): Map<string, XmlElement> =>
    new Map(childrenOf(root, name).map((element) => [valueOf(element, 'ID') ?? '', element]))
  return {
    path,
    root,
    label: valueOf(root, 'LABEL'),
    profile: valueOf(root, 'PROFILE') ?? '',
    files: filesOf(root),
    maps: childrenOf(root, 'structMap').map((map) => ({
      type: (valueOf(map, 'TYPE') ?? '').toUpperCase(),
      divs: childrenOf(map, 'div').map(divOf),
    })),
    descriptions: named('dmdSec'),
  }
}

/** By ORDER, if all have one. */
const inOrder = (divs: readonly XmlElement[]): readonly XmlElement[] => {
  const orders = divs.map((div) => Number(valueOf(div, 'ORDER') ?? Number.NaN))
  if (!orders.every(Number.isFinite)) return divs
  return divs
    .map((div, index) => ({ div, order: orders[index] ?? 0, index }))
    .sort((a, b) => a.order - b.order || a.index - b.index)
    .map(({ div }) => div)
}

/** The division and all inside. */
export function* divsWithin(div: Div): Generator<Div> {
  yield div
  for (const child of div.children) yield* divsWithin(child)
}
