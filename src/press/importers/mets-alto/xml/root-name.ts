import { localName } from './parse-xml'

/** The name of the root, without prefix, from the first bytes of a file; undefined if it is not XML, or its root comes later. */
export const rootName = (head: Uint8Array): string | undefined => {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  const text = new TextDecoder(!isWide ? 'latin1' : head[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head)
  let at = text.indexOf('<')
  while (at >= 0) {
    const rest = text.slice(at, at + 4)
    if (rest.startsWith('<!--')) at = text.indexOf('-->', at)
    else if (rest.startsWith('<?')) at = text.indexOf('?>', at)
    else if (rest.startsWith('<!')) at = endOfDoctype(text, at)
    else {
      const name = /^<([\p{L}_][\p{L}\p{N}_.:-]{0,80})/u.exec(text.slice(at, at + 90))?.[1]
      return name === undefined ? undefined : localName(name)
    }
    at = at < 0 ? -1 : text.indexOf('<', at + 1)
  }
  return undefined
}

/** A document type may hold declarations in brackets. */
const endOfDoctype = (text: string, from: number): number => {
  const end = text.indexOf('>', from)
  const bracket = text.indexOf('[', from)
  return bracket >= 0 && bracket < end ? text.indexOf(']', bracket) : end
}
