import sharp from 'sharp'
import type { Issue, PartEntry } from '@/bundle/issue'
import { findPart } from '@/bundle/lookup'
import type { ArticleSummary } from '../head/article-summary'
import { previewSide, previewsOf } from './preview-files'

/** The narrowest version that is at least so large is cut: a chat shows it a finger wide, and a larger one takes longer. */
const sharpSide = 400
/** A picture with a shorter side is no picture to show: it would be blurred. */
const shortestSide = 300
const ground = '#fbf8f1'
const quality = 70

/** An article's own picture, to be cut square. */
export interface SquarePicture {
  /** File below the site, named by the picture's content. */
  readonly file: string
  readonly source: PartEntry
}

const shortOf = ({ width = 0, height = 0 }: PartEntry): number => Math.min(width, height)

/** The picture that stands for the article, if it has one that is large enough. */
export const squareOf = (issue: Issue, { picture }: Pick<ArticleSummary, 'picture'>): SquarePicture | undefined => {
  if (!picture) return undefined
  const parts = picture.images.flatMap((name) => findPart(issue, name) ?? []).sort((a, b) => shortOf(a) - shortOf(b))
  const source = parts.find((part) => shortOf(part) >= sharpSide) ?? parts.at(-1)
  if (!source || shortOf(source) < shortestSide) return undefined
  return { file: `${previewsOf(issue.id)}/${picture.id}.${source.sha256.slice(0, 10)}.jpg`, source }
}

/** Cuts a picture square, around what catches the eye. */
export const cutSquare = async (bytes: Uint8Array): Promise<Buffer> =>
  sharp(bytes)
    .flatten({ background: ground })
    .resize(previewSide, previewSide, { fit: 'cover', position: sharp.strategy.attention })
    .jpeg({ quality })
    .toBuffer()
