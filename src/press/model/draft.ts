import type { ArticleId, IssueId, PageLabel, PageNo, PictureId } from '@/bundle/ids'
import type { Block } from '@/bundle/block'
import type { Box } from '@/bundle/geometry'
import type { Article, ArticleKind, Masthead } from '@/bundle/issue'
import type { Mark } from '@/bundle/page-part'
import type { Paper } from '@/bundle/paper'
import type { JoinEvidence, JumpLine, Outline, TextRange } from '@/bundle/region'
import type { Setting } from '@/bundle/setting'
import type { Place } from '../finding'
import type { PageScore } from './page-score'

/** 头条, 二条, an ordinary article, 简讯; determines position and size. */
export type Weight = 'lead' | 'second' | 'standard' | 'brief'

/** A picture of the source; `file` is its path there. */
export interface PictureDraft {
  readonly id: PictureId
  readonly file: string
  readonly alt?: string
  /** Pixels, with the orientation applied. */
  readonly width: number
  readonly height: number
}

/**
 * Where a part of an article is. On a facsimile page the importer knows the outlines; on a typeset page the typesetter
 * determines range and outlines.
 */
export interface PartDraft {
  readonly page: PageNo
  /** Known if the source or a cut line determines it. */
  readonly range?: TextRange
  readonly outlines?: readonly Outline[]
  readonly continuedOn?: JumpLine
  readonly continuedFrom?: JumpLine
  readonly joinedBy?: readonly JoinEvidence[]
  /** The title printed on this page over a part that began elsewhere. */
  readonly head?: string
}

export interface ArticleDraft {
  readonly id: ArticleId
  readonly place: Place
  readonly kind: ArticleKind
  readonly weight: Weight
  /** Belongs to its page's banner headline. */
  readonly isUnderBanner: boolean
  /** What the editor asked for: a place at the top or the foot of the page, a width in columns. */
  readonly wish?: { readonly place?: 'top' | 'foot'; readonly columns?: number }
  /** A ruled box around it, or a tint behind it. */
  readonly box?: 'box' | 'tint' | 'none'
  /** Set in vertical lines on a page of horizontal ones. */
  readonly isVertical?: boolean
  readonly lang?: string
  readonly rubric?: string
  readonly kicker?: string
  readonly headline?: string
  readonly workingTitle?: string
  readonly deck?: readonly string[]
  readonly byline?: string
  readonly withdrawn?: NonNullable<Article['withdrawn']>
  readonly blocks: readonly Block[]
  readonly marks: readonly Mark[]
  /** At least one, in reading order. Parts on pages from `continues_on` have no range yet. */
  readonly parts: readonly PartDraft[]
}

/** A picture of a printed page, whose pixels are the page units, or of the nameplate: a path inside the source, and pixels. */
export interface PagePicture {
  readonly file: string
  readonly width: number
  readonly height: number
}

export interface PageDraft {
  readonly no: PageNo
  readonly label: PageLabel
  readonly place: Place
  readonly name?: string
  readonly editors?: Masthead['editors']
  readonly banner?: string
  /** The printed page; makes this a facsimile page. */
  readonly picture?: PagePicture
  /** What is printed on it and where, article by article, as the source read it. */
  readonly words?: readonly ReadWords[]
}

/** A word as it is printed, and where: pixels of the page's picture. */
export interface ReadWord {
  readonly text: string
  readonly box: Box
}

/** The words that the source read of an article on one page, in reading order, titles first. */
export interface ReadWords {
  /** Path of the article's file without `.md`. */
  readonly article: string
  readonly words: readonly ReadWord[]
}

/** Size and grid of the sheet that a typeset page is printed on. */
export interface SheetFormat {
  readonly widthMm: number
  readonly heightMm: number
  /** Basic columns; of a vertical page its tiers. */
  readonly columns: number
  readonly bodyMm: number
  /** From one line to the next. */
  readonly leadingMm: number
  /** Least width of a gutter, in ems of the body type. */
  readonly gutterEms: number
  /** At the sides; head and foot have a little less. */
  readonly marginMm: number
  /** Lines run down and follow each other from right to left. */
  readonly isVertical: boolean
}

/** A picture of the app: a path inside the source, pixels, and what it shows. */
export interface Screenshot {
  readonly file: string
  readonly width: number
  readonly height: number
  readonly label?: string
}

/** 报眼: an article of page one that stands beside the nameplate, if it fits there. */
export interface EarDraft {
  readonly article: ArticleId
  /** Whether the editor asked for it: if it does not fit, that is reported. */
  readonly isAsked: boolean
}

/** An issue on its way to a bundle: all that the source determines, before layout. */
export interface IssueDraft {
  readonly paper: Paper
  readonly sheet: SheetFormat
  readonly id: IssueId
  readonly date: string
  readonly edition?: string
  readonly revision: number
  readonly publishedAt?: string
  readonly lang: string
  readonly place: Place
  readonly masthead: Omit<Masthead, 'nameplate'>
  /** The drawn nameplate. */
  readonly nameplate?: PagePicture
  /** The first stands at the right of the nameplate, the second at its left. */
  readonly ears?: readonly EarDraft[]
  /** Pictures of the app, for the browser's installation dialog. */
  readonly screenshots?: readonly Screenshot[]
  readonly pages: readonly PageDraft[]
  readonly articles: readonly ArticleDraft[]
  readonly pictures: readonly PictureDraft[]
}

/** The result of setting a page. */
export interface PageSetting {
  readonly setting: Setting
  /** The sheet in page units; longer than planned if the text does not fit. */
  readonly width: number
  readonly height: number
  /** What the layout costs, in cells of one column and one row: `docs/score.md` lists the rules. */
  readonly cost: number
  readonly score: PageScore
}

/** An issue in which all parts are placed: their ranges and outlines are known. */
export interface SetIssue {
  readonly draft: IssueDraft
  readonly settings: ReadonlyMap<PageNo, PageSetting>
  /** Articles of a typeset page in reading order. */
  readonly orders: ReadonlyMap<PageNo, readonly ArticleId[]>
}
