import { encodePicture } from '../images/encode-picture'
import { folderOf, type PrintedManuscript } from '../importers/printed/write-manuscript'
import type { SourceFiles } from '../importers/printed/printed-source'

/** Sharp enough to see at twice the width of a desk's board what stands where. */
const encoding = { widths: [2400], quality: 75 }

/** A picture in a form that browsers show. */
export interface ShownPicture {
  readonly type: 'image/webp' | 'image/svg+xml'
  readonly bytes: Uint8Array
}

/** Pictures of pages for the desk. */
export interface PagePictures {
  /** Undefined if the page has no picture, or a damaged one. */
  readonly of: (index: number, manuscript: PrintedManuscript) => Promise<ShownPicture | undefined>
}

export const createPagePictures = (files: SourceFiles): PagePictures => {
  /** A scan takes seconds, and stays the same. */
  const scans = new Map<string, Promise<ShownPicture | undefined>>()
  const encode = async (bytes: Uint8Array | undefined): Promise<ShownPicture | undefined> => {
    const [image] = (bytes && (await encodePicture(Buffer.from(bytes), encoding)))?.images ?? []
    return image && { type: 'image/webp', bytes: image.bytes }
  }
  return {
    of: async (index, { copies, texts }) => {
      const folder = `${folderOf(index)}/page.`
      const [path, from] = [...copies].find(([name]) => name.startsWith(folder)) ?? []
      if (path === undefined || from === undefined) {
        // Drawn from the words, which corrections change.
        const drawn = texts.get(`${folder}svg`)
        return drawn === undefined ? undefined : { type: 'image/svg+xml', bytes: Buffer.from(drawn) }
      }
      const made =
        scans.get(path) ?? (typeof from === 'string' ? files.read(from) : Promise.resolve(from.bytes)).then(encode)
      scans.set(path, made)
      return made
    },
  }
}
