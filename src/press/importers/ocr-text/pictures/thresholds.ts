// Lengths are in letters: marks and spaces do not count. Affinities are from 0 to 1, see `articles/affinity.ts`.

/** A caption without a credit is longer than its sign (图为, ▲) and a word. */
export const shortestCaption = 8
/** Passages before a credit that are searched for its caption. Repeats may stand between the two. */
export const furthestCaption = 5
/** A report may hold a short caption word for word. A longer text may be a repeat of the report… */
export const longestQuotedCaption = 30
/** …and is one if the page's other text has this share of it. */
export const repeatedShare = 0.6

/** Affinity that a caption needs to the article it stands in before the picture belongs to the article… */
export const neededAffinity = 0.6
/** …and by how much it must exceed the affinity to any other article. Else the picture stands for itself. */
export const neededLead = 0.2
