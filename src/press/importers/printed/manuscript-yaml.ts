import { Document } from 'yaml'
import { onOneLine } from './one-line'

export type YamlValue =
  string | number | boolean | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined }

/** A record as a file of the manuscript has it: undefined values are left out; outlines stay on one line. */
export const yamlOf = (record: Readonly<Record<string, YamlValue | undefined>>): string => {
  const document = new Document({})
  for (const [key, value] of Object.entries(record))
    if (value !== undefined) document.set(key, document.createNode(value, { flow: key === 'outlines' }))
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** A value on one line; undefined without anything in it. */
export const lineOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : onOneLine(text) || undefined

/** Undefined without anything in it. */
export const some = <Value>(all: readonly Value[]): readonly Value[] | undefined => (all.length > 0 ? all : undefined)
