import type { PictureId } from '@/bundle/ids'
import type { Article, Issue, Page } from '@/bundle/issue'
import { partsOf } from '@/bundle/jumps'
import type { IssueContent } from '../issue-content'

/** A picture in the book. */
export interface BookPicture {
  /** File in the book's folder. */
  readonly file: string
  readonly bytes: Uint8Array
}

/** What an EPUB is made from. */
export interface Book {
  readonly content: IssueContent
  /** By id of the bundle's picture; one that is not here is left out of the book, and its caption stays. */
  readonly pictures: ReadonlyMap<PictureId, BookPicture>
  /** The picture that shelves show. */
  readonly cover?: BookPicture
}

const threeDigits = (no: number): string => String(no).padStart(3, '0')

/** File of a page in the book. */
export const pageFile = ({ no }: Pick<Page, 'no'>): string => `page-${threeDigits(no)}.xhtml`

/** Id of the mark at which a printed page begins. */
export const pageMark = ({ no }: Pick<Page, 'no'>): string => `page-${no}`

/** Id of an article's element: ids of articles may begin with a digit, those of XML may not. */
export const articleMark = ({ id }: Pick<Article, 'id'>): string => `a-${id}`

/** Id of the place where an article moves to another page; `index` counts these places from 0. */
export const seamMark = (article: Pick<Article, 'id'>, index: number): string => `${articleMark(article)}-seam-${index}`

/** The page whose file holds an article: where it begins. */
export const homeOf = (issue: Issue, { id }: Pick<Article, 'id'>): Page | undefined => partsOf(issue, id)[0]?.page

/** Address of an article within the book; undefined if it stands on no page. */
export const articleHref = (issue: Issue, article: Pick<Article, 'id'>): string | undefined => {
  const home = homeOf(issue, article)
  return home && `${pageFile(home)}#${articleMark(article)}`
}
