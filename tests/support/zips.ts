import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate'
import { encode } from '@/bundle/codec'
import type { SmallIssue } from './small-issue'

/** Entries of a zip, in order. A name may occur twice, which is impossible in a folder on disk. */
export type ZipEntries = readonly (readonly [name: string, bytes: Uint8Array])[]

/** The files of an issue, as in its zip. */
export const entriesOf = ({ issue, files, signature }: SmallIssue): [string, Uint8Array][] => [
  ['issue.json', encode(issue)],
  ...(signature ? [['issue.sig', signature] satisfies [string, Uint8Array]] : []),
  ...files,
]

const blobOf = (chunks: readonly Uint8Array[]): Blob => new Blob(chunks.map((chunk) => new Uint8Array(chunk)))

/** A zip written as a stream, with sizes after the data, as many tools do; names may be repeated. */
export const streamedZip = (entries: ZipEntries): Blob => {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [name, bytes] of entries) {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(file)
    file.push(bytes, true)
  }
  zip.end()
  return blobOf(chunks)
}

export const plainZip = (entries: ZipEntries): Blob =>
  blobOf([zipSync(Object.fromEntries(entries.map(([name, bytes]) => [name, [bytes, { level: 6 }]])))])

/** The zip with every 32-bit size `from` in headers and directory replaced by `to`. */
export const withDeclaredSize = async (zip: Blob, from: number, to: number): Promise<Blob> => {
  const bytes = new Uint8Array(await zip.arrayBuffer())
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 46 < bytes.length; at++) {
    const offset = { 0x04034b50: 22, 0x02014b50: 24 }[view.getUint32(at, true)]
    if (offset && view.getUint32(at + offset, true) === from) view.setUint32(at + offset, to, true)
  }
  return new Blob([bytes])
}

export const text = strToU8
