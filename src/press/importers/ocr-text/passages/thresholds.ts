// Lengths are in letters (marks and spaces do not count) unless the comment says otherwise. Shares are from 0 to 1.

/**
 * Lines that are not blank. A broadsheet of small advertisements has about 14 columns of 160; more is the text of several pages, in which
 * repeats and titles would be looked for across pages.
 */
export const mostLines = 3000
/** Characters. A dense broadsheet in English, of eight columns and 16,000 words, has about 100,000. */
export const mostCharacters = 150_000

/**
 * Two texts are compared only if they share a run of this many letters. With less, names and set phrases would make
 * nearly every two reports of a page worth comparing; with more, a repeat with a misreading every few words would be
 * missed.
 */
export const seedLength = 12

/** A title that was read as one line. A longer line without marks is a scrap of running text. */
export const longestTitle = 42
/** A whole title block (kicker, headline, deck) that was read as one line, with spaces between its parts. */
export const longestTitleBlock = 110
/** Parts between spaces. A line with fewer is one title, and may be no longer than one. */
export const fewestBlockParts = 3
/** One part of such a line. A longer part is running text. */
export const longestBlockPart = 32
/** Commas. A line with more is running text. */
export const mostTitleCommas = 2
/** A line with a comma that is shorter than this is the end of a sentence, cut off. */
export const shortestTitleWithComma = 9
/** A line with a comma that is longer than this is the beginning of a sentence, cut off. */
export const longestTitleWithComma = 32
/** A caption. A longer passage over a credit is the end of an article. */
export const longestCaption = 90

/** Lines. Fewer lines than this do not show the width of a column, so each line stays a paragraph. */
export const fewestColumnLines = 3
/** Ems. A wider block is set in paragraphs, one to a line, not in lines of a column. */
export const widestColumn = 60
/**
 * Share of a block's lines that are no wider than its column. The other lines may have run into a line of the next
 * column, so the widest line does not tell the width.
 */
export const columnLinesShare = 0.8
/** Share of the column's width from which a line counts as full. A shorter line ends a paragraph. */
export const fullLineShare = 0.75
/** Share of a block's lines that must be full before its line ends are taken for the ends of a column's lines. */
export const fullLinesShare = 0.6
/** Lines of a title over a report head, within a column. More lines without marks are no title. */
export const mostTitleLines = 3

/** The first code point that is one em wide. Here the CJK radicals begin; everything below counts as half-width. */
export const firstFullWidth = 0x2e80
/** Ems. Digits and Latin letters of a newspaper's text are near it on average; what matters is only how wide a block of lines is. */
export const halfWidth = 0.5

/** Characters. A longer text is quoted by its beginning and end, so that a finding fits a line or two of a terminal. */
export const longestQuotation = 60
