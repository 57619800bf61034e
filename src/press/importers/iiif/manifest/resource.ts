import * as v from 'valibot'
import { list, number, text, texts } from './fields'
import { readTexts } from './texts'

const inLanguages = v.optional(v.pipe(v.unknown(), v.transform(readTexts)), [])

/** A manifest, a collection, a sequence, a canvas, a range or a file, in the words of Presentation 2 and of 3 and 4. */
const fields = v.object({
  id: text,
  '@id': text,
  type: texts,
  '@type': texts,
  label: inLanguages,
  format: text,
  profile: texts,
  items: list,
  sequences: list,
  canvases: list,
  ranges: list,
  members: list,
  manifests: list,
  collections: list,
  structures: list,
  images: list,
  annotations: list,
  otherContent: list,
  resources: list,
  seeAlso: list,
  rendering: list,
  metadata: list,
  partOf: list,
  within: list,
  supplementary: list,
  first: list,
  next: list,
  source: list,
  full: list,
  selector: list,
  behavior: texts,
  viewingHint: text,
  /** Of a page of annotations: how much each of them tells. */
  textGranularity: texts,
  /** Of a file that is a text. */
  value: text,
  viewingDirection: text,
  navDate: text,
  width: number,
  height: number,
})

const resource = v.pipe(
  fields,
  v.transform(({ '@id': oldId, '@type': oldTypes, id, type, ...others }) => ({
    ...others,
    id: id ?? oldId,
    /** Without the prefix of Presentation 2: `Canvas` for `sc:Canvas`. */
    types: [...type, ...oldTypes].map((one) => one.replace(/^\w+:(?!\/)/u, '')),
  })),
)

export type Resource = v.InferOutput<typeof resource>

/** An object, or an id that stands for one; undefined for anything else. */
export const decodeResource = (value: unknown): Resource | undefined => {
  if (Array.isArray(value)) return undefined
  const decoded = v.safeParse(resource, typeof value === 'string' ? { id: value } : value)
  return decoded.success ? decoded.output : undefined
}

/** Those of a list that are resources. */
export const resourcesIn = (values: readonly unknown[]): Resource[] =>
  values.map(decodeResource).filter((one) => one !== undefined)

export const isOfType = ({ types }: Pick<Resource, 'types'>, type: string): boolean => types.includes(type)
