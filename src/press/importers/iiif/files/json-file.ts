import { decodeText } from '../../../io/decode-text'
import type { PackageReader } from '../../mets-alto/package-reader'
import { decodeResource, type Resource } from '../manifest/resource'

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    // Deeper than the parser goes, or no JSON.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined
    throw error
  }
}

/** The root of a file of JSON; undefined if it is none, which is reported. */
export const openJson = async (source: PackageReader, path: string): Promise<Resource | undefined> => {
  const bytes = await source.open(path)
  if (!bytes) return undefined
  const root = parsed(decodeText(bytes))
  const resource = typeof root === 'string' ? undefined : decodeResource(root)
  if (!resource) source.report.add('iiif-bad-json', source.placeOf(path), {})
  return resource
}

const contexts = /"@context"\s*:\s*(?:\[[^\]]{0,2000}?)?"https?:\/\/(?:www\.)?iiif\.io\/api\/presentation\/\d/u

/** Whether a file of JSON begins as those of IIIF Presentation do. */
export const isPresentation = (head: Uint8Array): boolean => contexts.test(new TextDecoder('latin1').decode(head))

/** What the root is, if that stands before anything nested: `AnnotationPage`. */
export const typeInHead = (head: Uint8Array): string | undefined =>
  /^[^{]*\{[^{}]*?"@?type"\s*:\s*"(?:sc:)?(\w+)"/u.exec(new TextDecoder('latin1').decode(head))?.[1]
