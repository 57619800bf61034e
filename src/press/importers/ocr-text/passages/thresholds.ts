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

/** Lines about as wide as a measure. Fewer do not show that anything is set in it. */
export const fewestOfMeasure = 3
/** Ems. A wider block is set in paragraphs, one to a line, not in lines of a column. */
export const widestColumn = 60
/** Ems by which a line of Chinese may be wider than its measure: marks hang, and figures are not as wide as reckoned. */
export const hangingMarks = 2
/** Ems that a line must lack before it is the last of its paragraph. Recognition may lose a character or two of a full one. */
export const shortLine = 2.5
/** The same for lines with words, which differ more, as shares of the measure. */
export const fullLatinShare = 0.72
export const wideLatinShare = 1.25

// How unlikely things are when lines are told apart, see `measures.ts`: about 1 for what is seen once on a page, about 2 for what is seen
// only where a page is damaged. What counts is the order of size; the figures are no measurement.

/** A line that stands for itself: a line as wide as the column belongs to the column if nothing else is known. */
export const aloneCost = 0.6
/** A full stop in a title. */
export const stopInTitleCost = 3
/** A title that ends in a comma, or begins inside a sentence. */
export const titleGoesOnCost = 2.2
export const commaInTitleCost = 0.4
export const indentedTitleCost = 1
/** A signature as a line of a text. */
export const signatureInTextCost = 3
/** A line far wider than its column. */
export const wideLineCost = 4
/** A line that is neither full nor the last of a paragraph. */
export const unevenCost = 0.9
/** A text that begins with a report head, an indent, or below a byline; or with none of these. */
export const textBeginsCost = 0.4
export const textBeginsPlainCost = 1
/** The last line of a paragraph without the mark at its end. */
export const lostMarkCost = 1.5
/** Such a line without any mark; a line of fewer ems is seldom a title. */
export const titleInTextCost = 3
export const shortestTitle = 4
/** A full line that goes on in nothing. */
export const tornSentenceCost = 2.2
/** A text of another measure, directly below. */
export const newMeasureCost = 1.5
export const newMeasureInSentenceCost = 3
/** A short line inside a paragraph. */
export const shortInsideCost = 2.2
/** A report head or an indent inside a sentence. */
export const headInsideCost = 1.2
/** Two lines of running text without any mark. */
export const noMarksCost = 0.5

/** The first code point that is one em wide. Here the CJK radicals begin; everything below counts as half-width. */
export const firstFullWidth = 0x2e80
/** Ems. Digits and Latin letters of a newspaper's text are near it on average; what matters is only how wide a block of lines is. */
export const halfWidth = 0.5

/** Characters. A longer text is quoted by its beginning and end, so that a finding fits a line or two of a terminal. */
export const longestQuotation = 60

// Columns side by side

/** Rows with text in several columns. Fewer may be a table, or a title with wide blanks in it. */
export const fewestRows = 4
/** Share of a block's rows that must have text in several columns. */
export const rowsShare = 0.3
/** Share of the rows in which a column must begin. */
export const mostHoles = 0.2
/** Half ems or characters by which lines of one column may begin apart: an indent, or what an extractor reckons wrong. */
export const columnTolerance = 5
