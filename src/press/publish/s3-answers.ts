/** What a store says, in the little XML that it says it in. */

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** The text of the first element of that name; undefined if there is none. */
const textOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`)
    .exec(xml)?.[1]
    ?.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => entities[entity] ?? '')

/** A refusal: its code, and what it says to a person. */
export interface StoreRefusal {
  readonly code: string
  readonly message: string
}

/** Answers to HEAD, and of what stands before the store, have no XML: their status is all there is. */
export const parseRefusal = (body: string, status: number): StoreRefusal => ({
  code: textOf(body, 'Code') ?? `status ${status}`,
  message: textOf(body, 'Message') ?? '',
})

/** A page of a listing. */
export interface ListingPage {
  readonly objects: readonly { readonly key: string; readonly bytes: number }[]
  readonly isLast: boolean
}

/** Reads a listing that was asked for with `encoding-type=url`; undefined if it is none. */
export const parseListing = (xml: string): ListingPage | undefined => {
  const isTruncated = textOf(xml, 'IsTruncated')
  if (isTruncated === undefined) return undefined
  const objects = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, row = '']) => ({
    key: decodeURIComponent((textOf(row, 'Key') ?? '').replaceAll('+', ' ')),
    bytes: Number(textOf(row, 'Size') ?? 0),
  }))
  return { objects, isLast: isTruncated !== 'true' || objects.length === 0 }
}
