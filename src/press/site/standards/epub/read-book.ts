import type { BundleFolder } from '../../../io/bundle-folder'
import type { IssueContent } from '../issue-content'
import type { Book } from './book'
import { readBookPictures, readFacsimileCover } from './book-pictures'

/** An issue with its pictures as e-readers show them. @throws BundleError */
export const readBook = async (bundle: BundleFolder, content: IssueContent): Promise<Book> => {
  const cover = await readFacsimileCover(bundle)
  return { content, pictures: await readBookPictures(bundle, content), ...(cover && { cover }) }
}
