/** Letters of an article's text. A shorter article is a brief, and is set as one. */
export const shortestStandard = 100

/**
 * A headline of two printed lines that ran together: letters at its beginning that also stand in the text. Fewer are
 * words that any headline shares with its text.
 */
export const shortestTextHead = 12
/** The letters after those, which also stand in a subhead. Fewer are a word that may stand there by chance. */
export const shortestSubheadTail = 5

/** Letters of its beginning by which an article is named: more than two articles share, and still on one line. */
export const longestName = 20

/** Affinity below which a headline has hardly a word of its own article… */
export const strangerAffinity = 0.1
/** …and from which it is most probably another one's. */
export const elsewhereAffinity = 0.6

/** Letters. An article with less text is a fragment: not even a brief is so short. */
export const shortestText = 30
/** Articles of a page. With fewer, one or two odd ones prove nothing. */
export const fewestFragments = 4
/** Share of fragments and articles without a headline from which the page was not read in its order. */
export const brokenShare = 0.5
