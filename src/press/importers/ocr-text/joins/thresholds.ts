/** Strengths are the sums of the signs at a seam (`seam.ts`). */

/** Sign: the second text begins with a mark, or the end of a word, that no sentence begins with. Enough by itself anywhere. */
export const torn = 3
/** Sign: the two characters at the seam stand together elsewhere on the page. Two characters often do so by chance. */
export const knownPair = 1
/** Sign: three characters across the seam stand together elsewhere on the page. */
export const knownTriple = 2

/** Strength of a continuation elsewhere on the page. A weaker one may well be the beginning of another article's paragraph. */
export const neededElsewhere = 3
/** Strength of a continuation past a title. The next passage with no title between needs none: that is where it stands in print. */
export const neededPastTitle = 1
/** A continuation elsewhere must be more than this much stronger than the next running text, which is in the right place. */
export const leadOverFollower = 1

/** Characters on each side of a seam that are looked at. */
export const seamReach = 12

/** Characters on each side of a seam that a finding quotes. */
export const quotedAtSeam = 12
/** Characters before a cut that goes on nowhere. A person must find it on the printed page by them. */
export const quotedBeforeCut = 20
