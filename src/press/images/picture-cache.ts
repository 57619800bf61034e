import { readdir, readFile, stat, unlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import * as v from 'valibot'
import { digestOf } from '@/bundle/integrity'
import { makeFolder } from '../io/make-folder'
import { replaceFile } from '../io/write-file'
import { encoderVersion, type Encoding } from './encode-picture'
import type { Encoded, EncodedPicture } from './encoded'

/** What was encoded in earlier runs, so that a corrected word does not cost encoding every picture again. */
export interface PictureCache {
  /** @returns undefined if the picture has not been encoded in this way, or what was kept is damaged */
  readonly find: (picture: Buffer, encoding: Encoding) => Promise<Encoded | undefined>
  readonly keep: (picture: Buffer, encoding: Encoding, encoded: Encoded) => Promise<void>
  /** Deletes what was not used for longest, down to the limit. */
  readonly prune: () => Promise<void>
}

/** Some months of a daily paper's pictures. */
const mostBytes = 1024 ** 3

/** Where a machine keeps what can be made again; undefined if it has no such place. */
export const cacheFolderOf = ({
  XDG_CACHE_HOME,
  HOME,
}: Readonly<Record<string, string | undefined>>): string | undefined => {
  const folder = XDG_CACHE_HOME || (HOME && join(HOME, '.cache'))
  return folder ? join(folder, 'banmian', 'pictures') : undefined
}

/** A file begins with a digest of the rest, then has the sizes as a line of JSON, then the pictures. */
const digestLength = 64

/** Width, height and bytes of each. */
const sizes = v.array(v.tuple([v.number(), v.number(), v.number()]))
const level = v.object({ width: v.number(), height: v.number(), side: v.number(), tiles: sizes })
const contents = v.pipe(v.string(), v.parseJson(), v.object({ images: sizes, levels: v.array(level) }))

const sizesOf = (pictures: readonly EncodedPicture[]) =>
  pictures.map(({ width, height, bytes }) => [width, height, bytes.byteLength])

const pack = async ({ images, levels }: Encoded): Promise<Uint8Array> => {
  const head = { images: sizesOf(images), levels: levels.map((one) => ({ ...one, tiles: sizesOf(one.tiles) })) }
  const pictures = [...images, ...levels.flatMap(({ tiles }) => tiles)]
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...pictures.map(({ bytes }) => bytes)])
  return Buffer.concat([Buffer.from(await digestOf(new Uint8Array(body))), body])
}

const unpack = async (file: Buffer): Promise<Encoded | undefined> => {
  const body = new Uint8Array(file.subarray(digestLength))
  if (file.subarray(0, digestLength).toString() !== (await digestOf(body))) return undefined
  const lineEnd = body.indexOf(10)
  const head = v.parse(contents, Buffer.from(body.subarray(0, lineEnd)).toString())
  let at = lineEnd + 1
  const take = (of: v.InferOutput<typeof sizes>): EncodedPicture[] =>
    of.map(([width, height, length]) => ({ width, height, bytes: body.slice(at, (at += length)) }))
  const images = take(head.images)
  return { images, levels: head.levels.map((one) => ({ ...one, tiles: take(one.tiles) })) }
}

/** A cache in a folder, made when it is first needed. Its own faults are nobody's: then the picture is encoded. */
export const openPictureCache = (folder: string, limitBytes = mostBytes): PictureCache => {
  const pathOf = async (picture: Buffer, encoding: Encoding): Promise<string> => {
    const recipe = JSON.stringify([encoderVersion, encoding, sharp.versions])
    return join(folder, await digestOf(new Uint8Array(Buffer.concat([Buffer.from(recipe), picture]))))
  }
  return {
    find: async (picture, encoding) => {
      const path = await pathOf(picture, encoding)
      const file = await readFile(path).catch(() => undefined)
      const encoded = file && (await unpack(file))
      if (encoded) await utimes(path, new Date(), new Date()).catch(() => undefined)
      return encoded
    },
    keep: async (picture, encoding, encoded) =>
      replaceFile(await pathOf(picture, encoding), await pack(encoded)).catch(() => undefined),
    prune: async () => {
      await makeFolder(folder).catch(() => undefined)
      const names = await readdir(folder).catch((): string[] => [])
      const files = await Promise.all(
        names.map(async (name) => {
          const path = join(folder, name)
          const found = await stat(path).catch(() => undefined)
          return { path, bytes: found?.size ?? 0, usedMs: found?.mtimeMs ?? 0 }
        }),
      )
      let left = files.reduce((sum, { bytes }) => sum + bytes, 0)
      for (const { path, bytes } of files.sort((a, b) => a.usedMs - b.usedMs)) {
        if (left <= limitBytes) return
        left -= bytes
        await unlink(path).catch(() => undefined)
      }
    },
  }
}
