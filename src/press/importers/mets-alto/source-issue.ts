import type { ArticleKind } from '@/bundle/issue'
import type { WordBox, PrintedPaper } from '../printed/printed-issue'
import type { SourcePage } from './pages/source-page'

/** Where a profile says that something stands. */
export interface PlaceName {
  /** Index in the pages. */
  readonly page: number
  /** A block, a group of blocks, a line, a word, or the first of several words; undefined for a rectangle. */
  readonly begin?: string
  readonly end?: string
  /** In pixels of the page's image, used if no id is named. */
  readonly box?: WordBox
}

/** What a piece of an article is. Headings inside the text are subheads. */
export type PieceRole = 'rubric' | 'kicker' | 'headline' | 'deck' | 'byline' | 'subhead' | 'paragraph' | 'picture'

/** One paragraph, title or picture, in one place or several. */
export interface NamedPiece {
  readonly role: PieceRole
  readonly places: readonly PlaceName[]
}

/** An article as a profile found it. */
export interface SourceArticle {
  readonly id: string
  readonly kind: ArticleKind
  readonly rubric?: string
  /** A title that the source tells, used if none is printed in pieces of its own. */
  readonly title?: string
  readonly kicker?: string
  readonly deck?: readonly string[]
  readonly byline?: string
  readonly pieces: readonly NamedPiece[]
  /** File and line that name it, for findings. */
  readonly file: string
  readonly line: number
}

/** What a profile makes of a package. */
export interface SourceIssue {
  readonly paper: Partial<PrintedPaper>
  readonly date?: string
  readonly issueNo?: string
  readonly pages: readonly SourcePage[]
  /** Undefined if the source names no articles at all: then each page is one. */
  readonly articles: readonly SourceArticle[] | undefined
}
