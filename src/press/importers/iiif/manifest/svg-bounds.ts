import type { WordBox } from '../../printed/printed-issue'
import { boxAround } from '../../mets-alto/pages/source-page'

/** Longer ones are drawings, not outlines of something on a page. */
const longest = 200_000

const numberForm = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?/giu
const numbersIn = (text: string): number[] => (text.match(numberForm) ?? []).map(Number)

/** How many numbers each command of a path takes. */
const takes: Readonly<Record<string, number>> = { m: 2, l: 2, t: 2, h: 1, v: 1, c: 6, s: 4, q: 4, a: 7 }

/** The points that a path goes through or is drawn to by. */
const pointsOfPath = (path: string): (readonly [number, number])[] => {
  const points: (readonly [number, number])[] = []
  let [x, y] = [0, 0]
  for (const [, command = '', values = ''] of path.matchAll(/([a-df-z])([^a-df-z]*)/giu)) {
    const kind = command.toLowerCase()
    const count = takes[kind]
    if (count === undefined) continue
    const isRelative = command === kind
    const numbers = numbersIn(values)
    for (let at = 0; at + count <= numbers.length; at += count) {
      const own = numbers.slice(at, at + count)
      const [startX, startY] = isRelative ? [x, y] : [0, 0]
      if (kind === 'h') x = startX + (own[0] ?? 0)
      else if (kind === 'v') y = startY + (own[0] ?? 0)
      else {
        // Of an arc only the end is a point.
        const pairs = kind === 'a' ? own.slice(5) : own
        for (let pair = 0; pair + 1 < pairs.length; pair += 2) {
          ;[x, y] = [startX + (pairs[pair] ?? 0), startY + (pairs[pair + 1] ?? 0)]
          points.push([x, y])
        }
      }
      points.push([x, y])
    }
  }
  return points
}

const attributesOf = (element: string): ReadonlyMap<string, string> =>
  new Map(
    [...element.matchAll(/([\w-]{1,20})\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)].map(([, name = '', double, single]) => [
      name.toLowerCase(),
      double ?? single ?? '',
    ]),
  )

const pointsOf = (element: string): (readonly [number, number])[] => {
  const attributes = attributesOf(element)
  const value = (name: string): number => Number(attributes.get(name) ?? 0)
  const corners = numbersIn(attributes.get('points') ?? '')
  const points = corners.flatMap((x, index) => (index % 2 === 0 ? [[x, corners[index + 1] ?? 0] as const] : []))
  if (attributes.has('d')) points.push(...pointsOfPath(attributes.get('d') ?? ''))
  if (/^rect\b/u.test(element)) {
    const [x, y] = [value('x'), value('y')]
    points.push([x, y], [x + value('width'), y + value('height')])
  }
  if (/^(?:circle|ellipse)\b/u.test(element)) {
    const [across, down] = [value('rx') || value('r'), value('ry') || value('r')]
    points.push([value('cx') - across, value('cy') - down], [value('cx') + across, value('cy') + down])
  }
  return points
}

/** The box around the shapes of an SVG selector, without transforms; undefined if it has none. */
export const svgBounds = (svg: string): WordBox | undefined => {
  if (svg.length > longest) return undefined
  const elements = [...svg.matchAll(/<(path|rect|polygon|polyline|circle|ellipse)\b([^<>]*)/giu)]
  const points = elements.flatMap(([, name = '', rest = '']) => pointsOf(`${name.toLowerCase()} ${rest}`))
  const box = boxAround(points.filter((point) => point.every(Number.isFinite)).map(([x, y]): WordBox => [x, y, 0, 0]))
  return box && box[2] > 0 && box[3] > 0 ? box : undefined
}
