import { posix } from 'node:path'
import type { Place } from '../../finding'
import type { Reason } from '../../findings/chinese/reasons'
import type { Report } from '../../report'
import { decodedAddress } from './decoded-address'
import type { ManuscriptFiles } from './manuscript-files'

/** A picture of the manuscript: its path, and its size in pixels. */
export interface FoundPicture {
  readonly file: string
  readonly width: number
  readonly height: number
}

/** One spelling of names that look the same: accents apart or not, as file systems differ. */
const alike = (path: string): string => path.normalize('NFC')

/** The path of a picture as a file has it: as written first, then with %20 and the like decoded. */
export const picturePathOf = ({ pictures, others = [] }: ManuscriptFiles, written: string): string | undefined => {
  const known = [...pictures.keys(), ...others]
  const find = (path: string): string | undefined =>
    known.includes(path) ? path : known.find((name) => alike(name) === alike(path))
  return find(written) ?? find(decodedAddress(written))
}

/** Finds a picture by the path that was written, relative to `folder`; if it can't be used, says why. */
export const findPicture = (
  files: ManuscriptFiles,
  { folder, written }: { readonly folder: string; readonly written: string },
  place: Place,
  report: Report,
): FoundPicture | undefined => {
  const path = posix.normalize(`${folder}${written.replaceAll('\\', '/')}`)
  const file = picturePathOf(files, path)
  const found = file === undefined ? undefined : files.pictures.get(file)
  if (file !== undefined && found && !('reason' in found)) return { file, ...found }
  const ending = /\.[^./]*$/.exec(file ?? '')?.[0] ?? ''
  if (file !== undefined) {
    const reason: Reason = found && 'reason' in found ? found.reason : `the press does not read ${ending} files`
    report.add('bad-picture', place, { picture: written, reason })
    return undefined
  }
  const lower = alike(decodedAddress(path)).toLowerCase()
  const other = [...files.pictures.keys()].find((name) => alike(name).toLowerCase() === lower)
  if (other === undefined) report.add('missing-picture', place, { picture: written })
  else report.add('picture-case', place, { picture: written, other: other.slice(other.lastIndexOf('/') + 1) })
  return undefined
}
