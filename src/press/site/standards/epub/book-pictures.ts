import sharp from 'sharp'
import type { PartName, PictureId } from '@/bundle/ids'
import type { Picture } from '@/bundle/issue'
import { findPart, findPicture } from '@/bundle/lookup'
import type { BundleFolder } from '../../../io/bundle-folder'
import type { Report } from '../../../report'
import type { IssueContent } from '../issue-content'
import type { BookPicture } from './book'

/** About the width of an e-reader's page, in pixels. */
const bookWidth = 1000

/** File of the cover's picture in the book. */
export const coverPicture = 'cover.jpg'

/** JPEG, which every e-reader shows; WebP came with EPUB 3.3. */
export const encodeForBook = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp(bytes)
      .flatten({ background: '#fff' })
      .resize({ width: bookWidth, withoutEnlargement: true })
      .jpeg({ quality: 75 })
      .toBuffer(),
  )

/** The narrowest image that is wide enough, or the widest. */
const imageFor = ({ images }: Pick<Picture, 'images'>, { issue }: BundleFolder): PartName | undefined =>
  images.find((name) => (findPart(issue, name)?.width ?? 0) >= bookWidth) ?? images.at(-1)

/** A picture that can't be decoded is reported, and left out. @throws BundleError */
const readForBook = async (
  bundle: BundleFolder,
  picture: Pick<Picture, 'images'>,
  file: string,
  report: Report,
): Promise<BookPicture | undefined> => {
  const name = imageFor(picture, bundle)
  const entry = name && findPart(bundle.issue, name)
  if (!entry) return undefined
  const bytes = await bundle.readPart(entry)
  const encoded = await encodeForBook(bytes).catch(() => undefined)
  if (!encoded) report.add('picture-left-out', { file: `${bundle.issue.id}/${name}` }, {})
  return encoded && { file, bytes: encoded }
}

const picturesIn = ({ issue, textOf }: IssueContent): ReadonlySet<PictureId> =>
  new Set(
    issue.articles.flatMap((article) =>
      textOf(article).blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture] : [])),
    ),
  )

/** The pictures of all articles, for the book. @throws BundleError */
export const readBookPictures = async (
  bundle: BundleFolder,
  content: IssueContent,
  report: Report,
): Promise<ReadonlyMap<PictureId, BookPicture>> => {
  const found = await Promise.all(
    [...picturesIn(content)].map(async (id) => {
      const picture = findPicture(content.issue, id)
      return [id, picture && (await readForBook(bundle, picture, `picture-${id}.jpg`, report))] as const
    }),
  )
  return new Map(found.flatMap(([id, picture]) => (picture ? [[id, picture] as const] : [])))
}

/** The printed page one as a cover; undefined if there is no picture of it. @throws BundleError */
export const readFacsimileCover = async (bundle: BundleFolder, report: Report): Promise<BookPicture | undefined> => {
  const facsimile = bundle.issue.pages[0]?.renditions.find((rendition) => rendition.kind === 'facsimile')
  return facsimile?.kind === 'facsimile' ? readForBook(bundle, facsimile, coverPicture, report) : undefined
}
