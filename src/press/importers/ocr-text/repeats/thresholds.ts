// Lengths are in letters: marks and spaces do not count. Shares are from 0 to 1.

// Exact repeats

/** A shorter line may be printed twice with good reason (简讯, a subhead), so it is no repeat by itself. */
export const shortestExactRepeat = 8

// Immediate repeats

/** Shorter words may stand twice in a row in print: 一步一步. */
export const shortestCopy = 8
/** Longer copies are not searched for: the time grows with the length of the copy times that of the text. */
export const longestCopy = 400

// Which texts are compared

/**
 * Texts of a page in which the same seed stands. A page is read again in parts a few times at most; what stands in more texts is the set
 * phrase of a list (拟录用人员名单公示如下…), and comparing all of a long list with each other takes minutes.
 */
export const mostSharing = 40

// Alignment of two texts

/** A shorter run of letters stands in both texts by chance. */
export const shortestRun = 4
/** Two texts need a run of this length to be aligned. A shorter run counts only next to one that counts. */
export const convincingRun = 12
/** Letters between two runs that a misreading may have changed. A wider gap is other text. */
export const longestMisreadGap = 3

// A repeat read against its original

/** Two passages that share less are no repeats: the name of an event with a set phrase is about as long. */
export const fewestShared = 20
/** One letter more is a misreading, not text that the original lost. */
export const shortestInsert = 2
/** Letters that the original may have in place of lost text. With more, it has another reading there. */
export const longestWreckage = 2
/** A longer difference is other text, not another reading of the same. */
export const longestVariant = 6

// Text of a repeat that stands elsewhere on the page

/** Share of a text that must be runs of known text before the text is known. The rest may be misread. */
export const knownShare = 0.85
/** A shorter run may stand in the known text by chance. */
export const shortestKnownRun = 12
/** The same for a short text, and for a run that goes on after a misreading. */
export const shortestKnownText = 6
/** Letters that a misreading may take between two runs of the same known text. With more, other text stands between. */
export const longestKnownMisreading = 2
/** A shorter title before a repeat is taken for part of its text. */
export const shortestGluedTitle = 4

// Verdict on a repeat

/** Letters of a repeat in one run that fit nowhere. More are text that would be lost with it: the passage stays. */
export const longestLoose = 12
/** Share of all such letters in the passage. With more, it is a text of its own. */
export const mostLooseShare = 0.15
/** Letters that fit nowhere which even a short repeat may have, where the share would allow none. */
export const alwaysLoose = 2
/** Share of letters that the two texts read differently. With more, they are two texts. */
export const mostVariantShare = 0.08
/** Letters read differently which even a short repeat may have, where the share would allow hardly any. */
export const alwaysVariant = 3
/** Texts up to this length that differ in a number are entries of a list (5月3日…). In a longer one it is misread. */
export const longestEntry = 60
/** A title that runs on into the repeat without a space is believed only before this much shared text… */
export const fewestSharedAfterTitle = 40
/** …and only if the shared text is this many times longer than the title; else it may be the beginning of the text. */
export const sharedPerTitleLetter = 2

// Which of two passages goes

/**
 * Share of the later passage up to which an earlier one is a scrap, and goes. A larger one stands in its right place,
 * and is mended there; so is one of `fewestShared` letters or more.
 */
export const mostScrapShare = 0.6
/** Share of the original's length. A passage with more text of its own next to the repeated text stays whole. */
export const mostGluedShare = 0.5
/** Shared letters that outweigh one letter that fits nowhere, in the choice between several originals. */
export const looseWeight = 4
/** Letters at the end of two passages that must agree before one takes over the other's jump line. */
export const sameEnd = 6
/** A shorter line that looks like a title is one, even if its words stand in the text. */
export const shortestScrap = 12

// Repeated sentences. A sentence proves less than a passage, so it must agree better.

/** Letters that fit nowhere: they belong to text that the sentence was joined to. */
export const mostLooseInSentence = 6
/** Letters read differently. With more, they are two sentences about the same thing. */
export const mostVariantInSentence = 2

// Quotations in findings

/** Letters on each side of a difference, so that a person can find it on the printed page. */
export const quotedContext = 4
/** Letters before and after a place where text was put back. */
export const quotedNeighbours = 8

// Repeated lines of a column

/** Letters. Fewer are the name of something that two articles write about, at the beginnings of lines by chance. */
export const shortestLineRepeat = 28
/** Letters by which a repeat may seem to begin or end beside a line's beginning or end. */
export const mostLinesApart = 3
/** Letters that must agree again after a misreading. */
export const resumedRun = 3
