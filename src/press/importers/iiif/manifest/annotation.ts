import * as v from 'valibot'
import { list, number, text, texts } from './fields'
import { readPlace, type CanvasPlace } from './place'
import { decodeResource } from './resource'

/** What an annotation says, or paints: a text, an image, or a choice of several. */
const body = v.object({
  id: text,
  '@id': text,
  type: texts,
  '@type': texts,
  format: text,
  language: texts,
  value: text,
  chars: text,
  width: number,
  height: number,
  service: list,
  items: list,
  default: list,
  item: list,
  source: list,
  full: list,
})
export type Body = v.InferOutput<typeof body>

const annotation = v.object({
  motivation: texts,
  body: list,
  resource: list,
  target: list,
  on: list,
  textGranularity: text,
  dcType: text,
  partOf: list,
  within: list,
})

/** An annotation of a canvas, in either form. */
export interface Annotation {
  /** `painting`, without the prefix of Presentation 2. */
  readonly motivations: readonly string[]
  readonly bodies: readonly Body[]
  readonly places: readonly CanvasPlace[]
  readonly granularity: string | undefined
  /** Collections of annotations that it belongs to. */
  readonly partOf: readonly string[]
}

/** Choices inside choices, and more targets than anything printed has. */
const [deepest, most] = [4, 64]

const bodiesIn = (values: readonly unknown[], depth: number): Body[] =>
  values.slice(0, most).flatMap((value): Body[] => {
    if (typeof value === 'string') return bodiesIn([{ id: value }], deepest)
    const decoded = v.safeParse(body, value)
    if (!decoded.success || Array.isArray(value)) return []
    const { items, default: chosen, item, source, full } = decoded.output
    const inner = [...chosen, ...item, ...items, ...source, ...full]
    return inner.length > 0 && depth < deepest ? bodiesIn(inner, depth + 1) : [decoded.output]
  })

export const idsOf = (values: readonly unknown[]): string[] =>
  values.flatMap((value) => decodeResource(value)?.id ?? [])

/** Undefined for what is no annotation. */
export const decodeAnnotation = (value: unknown): Annotation | undefined => {
  const decoded = v.safeParse(annotation, value)
  if (!decoded.success || Array.isArray(value)) return undefined
  const { motivation, body: said, resource, target, on, textGranularity, dcType, partOf, within } = decoded.output
  return {
    motivations: motivation.map((one) => one.replace(/^.*[:#/]/u, '').toLowerCase()),
    bodies: bodiesIn([...said, ...resource], 0),
    places: [...target, ...on].slice(0, most).flatMap((one) => readPlace(one) ?? []),
    granularity: (textGranularity ?? dcType)?.toLowerCase(),
    partOf: idsOf([...partOf, ...within]),
  }
}
