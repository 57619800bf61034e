import type { BundleFolder } from '../../../io/bundle-folder'
import type { Report } from '../../../report'
import type { IssueContent } from '../issue-content'
import type { Book } from './book'
import { coverPicture, encodeForBook, readBookPictures, readFacsimileCover } from './book-pictures'

/**
 * An issue with its pictures as e-readers show them. Its cover is the front page.
 * @param readFront reads a picture of the front page as the press drew it, if it did
 * @throws BundleError
 */
export const readBook = async (
  bundle: BundleFolder,
  content: IssueContent,
  report: Report,
  readFront?: () => Promise<Uint8Array>,
): Promise<Book> => {
  const cover = readFront
    ? { file: coverPicture, bytes: await encodeForBook(await readFront()) }
    : await readFacsimileCover(bundle, report)
  return { content, pictures: await readBookPictures(bundle, content, report), ...(cover && { cover }) }
}
