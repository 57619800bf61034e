import type { Outline } from '@/bundle/region'
import type { ArticleKind } from '@/bundle/issue'

/**
 * A printed issue as an importer read it from its source: pages with their pictures, articles with their text and places. Every importer
 * of printed pages gives one, and `write-manuscript.ts` makes a manuscript folder of it that a person can open and correct.
 */
export interface PrintedIssue {
  readonly paper: PrintedPaper
  /** `1900-06-03`; undefined if the source does not say it. */
  readonly date: string | undefined
  /** As printed. */
  readonly issueNo?: string
  readonly serialNo?: string
  readonly lunarDate?: string
  /** 早报, Morgenausgabe */
  readonly editionName?: string
  /** What else the source has of the masthead. */
  readonly masthead?: PrintedMasthead
  readonly pages: readonly PrintedPage[]
  /** In the order of the source. */
  readonly articles: readonly PrintedArticle[]
  /** How many characters were recognised by the press itself, and are doubtful. */
  readonly recognised?: number
}

/** Lines of the masthead beside day and numbers, as printed. */
export interface PrintedMasthead {
  /** 星期六 */
  readonly weekday?: string
  readonly channels?: readonly string[]
  readonly address?: string
  readonly hotline?: string
  readonly email?: string
  readonly fax?: string
  readonly permit?: string
  readonly site?: string
  readonly notice?: string
  /** Names by role: 责任编辑. */
  readonly editors?: Readonly<Record<string, readonly string[]>>
}

export interface PrintedPaper {
  /** Its domain. */
  readonly id?: string
  readonly name?: string
  /** BCP 47. */
  readonly lang: string
  /** The source does not say the language: an issue of a known paper has the paper's. */
  readonly isLangAssumed?: boolean
  /** Pages turn to the right, as in papers that are read down from the right. */
  readonly isRightToLeft?: boolean
}

/** A page; places on it are counted in the pixels of its picture. */
export interface PrintedPage {
  /** As printed, else its number. */
  readonly label: string
  /** 要闻 */
  readonly name?: string
  /** Of the picture, pixels; of a page without picture, the size that its places are counted in. */
  readonly width: number
  readonly height: number
  /** Path of the picture's file, or a picture that was made. Without one the page is drawn from its words. */
  readonly picture?: string | MadePicture
  /** The source knows only which articles are on it: our own press sets it from their texts. */
  readonly isWithoutLayout?: boolean
  /** 通栏: the line across the page, under which several articles stand. */
  readonly banner?: string
  /** Where the page was published. */
  readonly oldAddresses?: readonly string[]
}

/** A picture that is no file of the source, as a page of a PDF that has several, or what stands for a photograph that was not kept. */
export interface MadePicture {
  /** A name for its file, which no other of its page has. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** `[x, y, width, height]`, in pixels of the page, from its top left corner. */
export type WordBox = readonly [number, number, number, number]

/** Where a word of a text stands on its page: `length` code units from the offset `from`. */
export interface PlacedWord {
  readonly from: number
  readonly length: number
  readonly box: WordBox
}

/** A paragraph or a subhead, with hyphenated words put together, and with the places of its words, as far as the source has them. */
export interface PrintedBlock {
  readonly kind: 'paragraph' | 'subhead'
  readonly text: string
  readonly words: readonly PlacedWord[]
  /** It goes on in the middle of the paragraph with which the article's part before it ended. */
  readonly isContinued?: boolean
}

/** What an article has on one page. */
export interface PrintedPart {
  /** Index in the issue's pages. */
  readonly page: number
  /** Where it stands; if empty, it is found from its words. */
  readonly outlines: readonly Outline[]
  readonly blocks: readonly PrintedBlock[]
  /** Titles printed here, with the places of their words: they are told in the article's own fields, and are no blocks. */
  readonly titles: readonly PrintedBlock[]
}

/** A picture of an article. */
export interface ArticlePicture {
  readonly file: string | MadePicture
  readonly caption?: string
  /** 摄影署名 */
  readonly credit?: string
  readonly alt?: string
}

export interface PrintedArticle {
  /** The source's own id, by which it is recognised when the source is read again. */
  readonly sourceId: string
  readonly kind: ArticleKind
  readonly rubric?: string
  readonly kicker?: string
  readonly headline?: string
  readonly deck?: readonly string[]
  readonly byline?: string
  /** At least one, in reading order, also backwards through the pages. Two may stand on one page if another lies between them. */
  readonly parts: readonly PrintedPart[]
  /** Pictures that the source has for it. */
  readonly pictures?: readonly ArticlePicture[]
  /** How much room it needs where our own press sets it. If any article of a page says so, the first of its news leads the page. */
  readonly weight?: 'standard' | 'brief'
  /** Belongs to the banner of its page. */
  readonly isUnderBanner?: boolean
  /** The line to another page, ▶下转第七版, and that from one, where the source has them apart from the text. */
  readonly printedJump?: string
  readonly printedFrom?: string
  /** Where the article was published. */
  readonly oldAddresses?: readonly string[]
}
