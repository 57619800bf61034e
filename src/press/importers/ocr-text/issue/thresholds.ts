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
