import { isUtf8 } from 'node:buffer'
import { SaxesParser } from 'saxes'

/** Attributes by name as written, with prefix. */
export type Attributes = Readonly<Record<string, string>>

export interface XmlEvents {
  readonly open: (name: string, attributes: Attributes, line: number) => void
  readonly close: (name: string) => void
  readonly text?: (text: string) => void
}

/** What was wrong with a file of XML; what could be read of it was told all the same. */
export interface XmlFaults {
  /** Line of the first mistake in its form, from 1. */
  readonly brokenAt?: number
  /** Entities that the file uses or declares, which are never expanded: they stay as written. */
  readonly entities: readonly string[]
  /** An encoding that is declared, but not known. */
  readonly encoding?: string
}

const chunkBytes = 1 << 20
const declaredIn = (bytes: Uint8Array): string | undefined => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return /^[^<]{0,4}<\?xml[^>]{0,150}\bencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1]
}

const markOf = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined
}

const decoderFor = (label: string): TextDecoder | undefined => {
  try {
    return new TextDecoder(label)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** By its mark, else as declared; what claims to be UTF-8 and is not was written on an old Windows. */
const decoderOf = (bytes: Uint8Array): { decoder: TextDecoder; unknown?: string } => {
  const declared = markOf(bytes) ?? declaredIn(bytes) ?? 'utf-8'
  const decoder = decoderFor(declared)
  const old = new TextDecoder('windows-1252')
  if (decoder === undefined) return { decoder: isUtf8(bytes) ? new TextDecoder() : old, unknown: declared }
  return { decoder: decoder.encoding === 'utf-8' && !isUtf8(bytes) ? old : decoder }
}

/** Never opens what a DTD names, and expands nothing but the five entities of XML and numbered characters. */
export const parseXml = (bytes: Uint8Array, events: XmlEvents): XmlFaults => {
  const { decoder, unknown } = decoderOf(bytes)
  const parser = new SaxesParser({ xmlns: false, position: true })
  const entities = new Set<string>()
  let brokenAt: number | undefined
  parser.ENTITIES = new Proxy(parser.ENTITIES, {
    get: (known, name) => {
      const value: unknown = Reflect.get(known, name)
      if (value !== undefined || typeof name !== 'string' || !/^[\p{L}_:][\p{L}\p{N}_:.-]{0,60}$/u.test(name))
        return value
      entities.add(name)
      return `&${name};`
    },
  })
  parser.on('error', () => (brokenAt ??= parser.line))
  parser.on('doctype', (type) => {
    for (const [, name = ''] of type.matchAll(/<!ENTITY\s+(?:%\s+)?([^\s"'>]{1,60})/g)) entities.add(name)
  })
  parser.on('opentag', ({ name, attributes }) => events.open(name, attributes, parser.line))
  parser.on('closetag', ({ name }) => events.close(name))
  if (events.text) {
    parser.on('text', events.text)
    parser.on('cdata', events.text)
  }
  for (let from = 0; from < bytes.length; from += chunkBytes)
    parser.write(decoder.decode(bytes.subarray(from, from + chunkBytes), { stream: true }))
  parser.write(decoder.decode())
  parser.close()
  return {
    entities: [...entities].slice(0, 20),
    ...(brokenAt === undefined ? {} : { brokenAt }),
    ...(unknown === undefined ? {} : { encoding: unknown }),
  }
}

/** Without its prefix: packages use prefixes that they never declared. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
