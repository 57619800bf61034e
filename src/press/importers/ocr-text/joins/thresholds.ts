// The strength of a seam is the sum of the signs that speak for it, see `seam.ts`.

/** The second text begins as no sentence does. This sign is enough by itself, anywhere on the page. */
export const goesOnSign = 3
/** The two characters at the seam stand together elsewhere on the page. Two characters often do so by chance. */
export const knownPairSign = 1
/** Three characters across the seam stand together elsewhere on the page. With the pair, that is enough. */
export const knownTripleSign = 2

/** Characters that are looked for together at a seam, and on the page: a pair, and three. */
export const pairLength = 2
export const tripleLength = 3

/** Strength of a continuation elsewhere on the page. A weaker one may begin a paragraph of another article. */
export const neededElsewhere = 3
/** Strength of a continuation past a title. The very next passage needs none: it is in the right place. */
export const neededPastTitle = 1
/** A continuation elsewhere must be stronger by more than this than the next text, which is in the right place. */
export const leadOverFollower = 1

/** Characters on each side of a seam in which to find the two letters next to it, past marks and spaces. */
export const seamReach = 12

/** Characters on each side of a seam that a finding quotes. */
export const quotedAtSeam = 12
/** Characters before a cut that goes on nowhere. They must be enough to find it on the printed page. */
export const quotedBeforeCut = 20
