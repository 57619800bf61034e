import { availableParallelism } from 'node:os'
import type { PictureId, PageNo } from '@/bundle/ids'
import type { IssueDraft } from '../model/draft'
import { seal, type SealedPart } from '../model/seal'
import type { IssueImages } from '../model/finish'
import type { Progress } from '../progress'
import type { Report } from '../report'
import { encodePicture, type EncodedPicture, type Encoding } from './encode-picture'
import type { PictureCache } from './picture-cache'

/** Pictures of articles: for a phone, and for a large screen or after a tap. */
const articleWidths = { widths: [640, 1600], quality: 78 }
/** Facsimile pages: a thumbnail, one that fits a screen, and a large one. */
const facsimileWidths = { widths: [200, 1000, 2600], quality: 72 }
const nameplateWidths = { widths: [800], quality: 90 }

interface Task {
  readonly label: string
  readonly file: string
  readonly stem: string
  readonly role: 'picture' | 'facsimile' | 'nameplate'
  readonly done: (parts: readonly SealedPart[]) => void
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

/** Encodes all pictures of the issue that were not encoded before, several at a time; damaged ones are reported. */
export const encodeImages = async (
  draft: IssueDraft,
  readPicture: (path: string) => Promise<Buffer>,
  { progress, signal, cache }: EncodeOptions,
  report: Report,
): Promise<IssueImages> => {
  const encode = async (picture: Buffer, encoding: Encoding): Promise<readonly EncodedPicture[] | undefined> => {
    const kept = await cache?.find(picture, encoding)
    if (kept) return kept
    const encoded = await encodePicture(picture, encoding)
    if (encoded) await cache?.keep(picture, encoding, encoded)
    return encoded
  }
  const pictures = new Map<PictureId, readonly SealedPart[]>()
  const facsimiles = new Map<PageNo, readonly SealedPart[]>()
  const nameplates: SealedPart[] = []
  const twoDigits = (no: number): string => String(no).padStart(2, '0')
  const tasks: Task[] = [
    ...draft.pictures.map(({ id, file }): Task => ({
      label: file,
      file,
      stem: `picture-${id}`,
      role: 'picture',
      done: (parts) => void pictures.set(id, parts),
    })),
    ...draft.pages.flatMap(({ no, picture }): Task[] =>
      picture
        ? [
            {
              label: picture.file,
              file: picture.file,
              stem: `facsimile-${twoDigits(no)}`,
              role: 'facsimile',
              done: (parts) => void facsimiles.set(no, parts),
            },
          ]
        : [],
    ),
    ...(draft.nameplate
      ? [
          {
            label: draft.nameplate,
            file: draft.nameplate,
            stem: 'nameplate',
            role: 'nameplate' as const,
            done: (parts: readonly SealedPart[]) => void nameplates.push(...parts),
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
      task.done(
        await Promise.all(
          (encoded ?? []).map(({ bytes, width, height }) =>
            seal({ stem: `${stem}-${width}`, ending: 'webp', role, width, height }, bytes),
          ),
        ),
      )
      progress({ step: 'images', done: ++done, total: tasks.length, label: task.label })
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  await cache?.prune()
  return { pictures, facsimiles, ...(nameplates[0] && { nameplate: nameplates[0] }) }
}
