/** Lengths are in letters (marks and spaces do not count), shares are of 1, unless the comment says otherwise. */

// Exact repeats

/** A shorter line may be printed twice with good reason (简讯, a subhead), so it is no repeat by itself. */
export const shortestExactRepeat = 8

// Immediate repeats

/** Shorter words may stand twice in a row in print: 一步一步. */
export const shortestCopy = 8
/** Longer copies are not searched for: the time grows with the length of the copy times that of the text. */
export const longestCopy = 400

// Alignment of two texts

/** A shorter run of letters stands in both texts by chance. */
export const shortestRun = 4
/** A run of this length is believed by itself, and two texts need one to be aligned; a shorter run needs a neighbour. */
export const convincingRun = 12
/** Letters between two runs that a misreading may have changed. A wider gap is other text. */
export const longestMisreadGap = 3

// A repeat read against its original

/** Two passages that share less are not compared: reports of one event share as much by right. */
export const fewestShared = 20
/** One letter more is a misreading, not text that the original lost. */
export const shortestInsert = 2
/** Letters that the original may have in place of lost text. With more, it has another reading there, and lost nothing. */
export const longestWreckage = 2
/** A longer difference is other text, not another reading of the same. */
export const longestVariant = 6

// Text of a repeat that stands elsewhere on the page

/** Share of a text that must consist of runs from known text before the text counts as known. */
export const knownShare = 0.85
/** A shorter run may stand in the known text by chance. */
export const shortestKnownRun = 12
/** The same for a text that is hardly longer itself, and for a run that goes on after a misreading. */
export const shortestKnownText = 6
/** Letters that a misreading may take between two runs of the same known text. */
export const longestKnownMisreading = 2
/** A shorter title before a repeat is taken for part of its text. */
export const shortestGluedTitle = 4

// Verdict on a repeat

/** Letters of a repeat in one run that fit nowhere. More are text that would be lost with it: the passage stays. */
export const longestLoose = 12
/** Share of all such letters. With more, the passage is a text of its own. */
export const mostLooseShare = 0.15
/** Letters that fit nowhere which even the shortest repeat may have. */
export const alwaysLoose = 2
/** Share of letters that the two texts read differently. With more, they are two texts. */
export const mostVariantShare = 0.08
/** Letters read differently that even the shortest repeat may have. */
export const alwaysVariant = 3
/** Texts up to this length that differ in a number are two entries of a list (5月3日…, 5月4日…). A longer text has it misread. */
export const longestEntry = 60
/** A title that runs on into the repeat without a space is believed only before this much shared text… */
export const fewestSharedAfterTitle = 40
/** …and only if the shared text is this many times longer than the title; else it may be the beginning of the text. */
export const sharedPerTitleLetter = 2

// Which of two passages goes

/**
 * Share of the later passage up to which an earlier one is a scrap, and goes. A larger one stands in its right place, and is mended
 * there.
 */
export const mostScrapShare = 0.6
/** Share of the original's length. A repeat with more text of its own glued to it stays. */
export const mostGluedShare = 0.5
/** Shared letters that outweigh one letter that fits nowhere, in the choice between several originals. */
export const looseWeight = 4
/** Letters at the end of two passages that must be equal before the jump line of one is given to the other. */
export const sameEnd = 6
/** A shorter line that looks like a title is one, even if its words stand in the text. */
export const shortestScrap = 12

// Repeated sentences. A sentence proves less than a passage, so it must agree better.

/** Letters that fit nowhere: at the head of a sentence that was joined to other text. */
export const mostLooseInSentence = 6
/** Letters read differently. */
export const mostVariantInSentence = 2

// Quotations in findings

/** Letters on each side of a difference, so that a person can find it on the printed page. */
export const quotedContext = 4
/** Letters before and after a place where text was put back. */
export const quotedNeighbours = 8
