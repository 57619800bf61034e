import { availableParallelism } from 'node:os'
import type { PictureId, PageNo } from '@/bundle/ids'
import type { IssueDraft } from '../model/draft'
import { seal, type SealedPart } from '../model/seal'
import type { SealedImages, IssueImages } from '../model/finish'
import type { Progress } from '../progress'
import type { Report } from '../report'
import type { Encoded } from './encoded'
import { encodePicture, type Encoding } from './encode-picture'
import type { PictureCache } from './picture-cache'

/** Pictures of articles: for a phone, and for a large screen or after a tap. */
const articleWidths = { widths: [640, 1600], quality: 78 }
/** Facsimile pages: a thumbnail, one that fits a phone of 1,080 to 1,370 pixels, a large one, and tiles of what is larger still. */
const facsimileWidths = { widths: [200, 1100, 2600], quality: 72, tileSide: 512 }
const nameplateWidths = { widths: [800], quality: 90 }

interface Task {
  readonly label: string
  readonly file: string
  readonly stem: string
  readonly role: 'picture' | 'facsimile' | 'nameplate'
  readonly done: (images: SealedImages) => void
}

const encodings: Readonly<Record<Task['role'], Encoding>> = {
  picture: articleWidths,
  facsimile: facsimileWidths,
  nameplate: nameplateWidths,
}

export interface EncodeOptions {
  readonly progress: Progress
  readonly signal: AbortSignal
  /** Absent where the machine has no place for one. */
  readonly cache: PictureCache | undefined
}

/** Thousands of tiles may have names that differ in nothing but the digest. */
const tileLabel = { stem: 'tile', ending: 'webp', role: 'tile', digits: 16 }

const sealImages = async ({ images, levels }: Encoded, stem: string, role: Task['role']): Promise<SealedImages> => ({
  images: await Promise.all(
    images.map(({ bytes, width, height }) =>
      seal({ stem: `${stem}-${width}`, ending: 'webp', role, width, height }, bytes),
    ),
  ),
  levels: await Promise.all(
    levels.map(async ({ tiles, ...size }) => ({
      ...size,
      tiles: await Promise.all(tiles.map(({ bytes }) => seal(tileLabel, bytes))),
    })),
  ),
})

/** Encodes all pictures of the issue that were not encoded before, several at a time; damaged ones are reported. */
export const encodeImages = async (
  draft: IssueDraft,
  readPicture: (path: string) => Promise<Buffer>,
  { progress, signal, cache }: EncodeOptions,
  report: Report,
): Promise<IssueImages> => {
  const encode = async (picture: Buffer, encoding: Encoding): Promise<Encoded | undefined> => {
    const kept = await cache?.find(picture, encoding)
    if (kept) return kept
    const encoded = await encodePicture(picture, encoding)
    if (encoded) await cache?.keep(picture, encoding, encoded)
    return encoded
  }
  const pictures = new Map<PictureId, readonly SealedPart[]>()
  const facsimiles = new Map<PageNo, SealedImages>()
  const nameplates: SealedPart[] = []
  const twoDigits = (no: number): string => String(no).padStart(2, '0')
  const tasks: Task[] = [
    ...draft.pictures.map(({ id, file }): Task => ({
      label: file,
      file,
      stem: `picture-${id}`,
      role: 'picture',
      done: ({ images }) => void pictures.set(id, images),
    })),
    ...draft.pages.flatMap(({ no, picture }): Task[] =>
      picture
        ? [
            {
              label: picture.file,
              file: picture.file,
              stem: `facsimile-${twoDigits(no)}`,
              role: 'facsimile',
              done: (images) => void facsimiles.set(no, images),
            },
          ]
        : [],
    ),
    ...(draft.nameplate
      ? [
          {
            label: draft.nameplate.file,
            file: draft.nameplate.file,
            stem: 'nameplate',
            role: 'nameplate' as const,
            done: ({ images }: SealedImages) => void nameplates.push(...images),
          },
        ]
      : []),
  ]
  let done = 0
  const waiting = [...tasks]
  const worker = async (): Promise<void> => {
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      signal.throwIfAborted()
      const { file, stem, role } = task
      const encoded = await encode(await readPicture(file), encodings[role])
      if (!encoded) report.add('bad-picture', { file }, { picture: file, reason: 'the file is damaged' })
      task.done(encoded ? await sealImages(encoded, stem, role) : { images: [], levels: [] })
      progress({ step: 'images', done: ++done, total: tasks.length, label: task.label })
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  await cache?.prune()
  return { pictures, facsimiles, ...(nameplates[0] && { nameplate: nameplates[0] }) }
}
