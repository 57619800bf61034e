import type { ArticleId, IssueId, PageLabel, PageNo, PictureId } from '@/bundle/ids'
import type { Block } from '@/bundle/block'
import type { ArticleKind, Masthead } from '@/bundle/issue'
import type { Mark } from '@/bundle/page-part'
import type { Paper } from '@/bundle/paper'
import type { JoinEvidence, JumpLine, Outline, TextRange } from '@/bundle/region'
import type { Setting } from '@/bundle/setting'
import type { Place } from '../finding'

/** 头条, 二条, an ordinary article, 简讯: decides place and size. */
export type Weight = 'lead' | 'second' | 'standard' | 'brief'

/** A picture as the source has it; `file` is its path inside the source. */
export interface PictureDraft {
  readonly id: PictureId
  readonly file: string
  readonly alt?: string
  /** Pixels, after orientation. */
  readonly width: number
  readonly height: number
}

/**
 * Where a part of an article stands. Of a facsimile page the importer knows outlines; of a typeset page the typesetter
 * finds range and outlines.
 */
export interface PartDraft {
  readonly page: PageNo
  /** Known where the source or a cut line fixes it. */
  readonly range?: TextRange
  readonly outlines?: readonly Outline[]
  readonly continuedOn?: JumpLine
  readonly continuedFrom?: JumpLine
  readonly joinedBy?: readonly JoinEvidence[]
  /** The title that this page prints over a part that began elsewhere. */
  readonly head?: string
}

export interface ArticleDraft {
  readonly id: ArticleId
  readonly place: Place
  readonly kind: ArticleKind
  readonly weight: Weight
  /** Stands under its page's banner head. */
  readonly isUnderBanner: boolean
  /** What the editor fixed: at the head or the foot of the page, over so many columns. */
  readonly wish?: { readonly place?: 'top' | 'foot'; readonly columns?: number }
  /** A ruled box round it, or a tint under it. */
  readonly box?: 'box' | 'tint' | 'none'
  /** Its lines run down, on a page whose others run across. */
  readonly isVertical?: boolean
  readonly lang?: string
  readonly rubric?: string
  readonly kicker?: string
  readonly headline?: string
  readonly workingTitle?: string
  readonly deck?: readonly string[]
  readonly byline?: string
  readonly blocks: readonly Block[]
  readonly marks: readonly Mark[]
  /** At least one, in reading order. Pages named by `continues_on` follow without a range. */
  readonly parts: readonly PartDraft[]
}

/** The picture of a printed page; `width` and `height` in pixels are the page's units. */
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
  /** The printed page: then it is a facsimile page. */
  readonly picture?: PagePicture
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

/** An issue on its way to a bundle: everything decided that the source decides, nothing yet laid out. */
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
  /** The nameplate's picture, a path inside the source. */
  readonly nameplate?: string
  /** Pictures of the app, for the dialogue that installs it. */
  readonly screenshots?: readonly Screenshot[]
  readonly pages: readonly PageDraft[]
  readonly articles: readonly ArticleDraft[]
  readonly pictures: readonly PictureDraft[]
}

/** A typeset page as it is set. */
export interface PageSetting {
  readonly setting: Setting
  /** The sheet, page units; longer than wished where the text would not fit. */
  readonly width: number
  readonly height: number
  /** What the layout costs, in cells of one column and one row: `docs/typesetting.md` explains the score. */
  readonly cost: number
}

/** An issue with every part of every article placed: ranges and outlines known. */
export interface SetIssue {
  readonly draft: IssueDraft
  readonly settings: ReadonlyMap<PageNo, PageSetting>
  /** Articles of a typeset page in reading order. */
  readonly orders: ReadonlyMap<PageNo, readonly ArticleId[]>
}
