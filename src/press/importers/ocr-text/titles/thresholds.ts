/** Lengths are in letters (marks and spaces do not count). Affinities are from 0 to 1, see `articles/affinity.ts`. */

// Banner

/** Blank lines below a line that set it apart from the titles under it. */
export const bannerGap = 2
/** Reports that name the event. One report alone may name the subject of its own headline. */
export const fewestReports = 2
/** One more if neither a gap nor a third title line sets the banner apart from an ordinary pair of kicker and headline. */
export const moreReportsWithoutGap = 1
/** Title lines. Under a banner stand at least a kicker and a headline; of two lines the first may be just a kicker. */
export const fewestLinesWithBanner = 3
/** Affinity from which an article belongs to the banner's event even if it does not spell out the name. */
export const bannerAffinity = 0.85

// Parts of a title block

/** How often the page's text must use the first part of a line before it is taken for a name, and the line for kicker and headline. */
export const fewestUses = 2
/** A longer first part is no name but half of the headline. */
export const longestName = 14
/** Letters by which the halves of a couplet (旧书换绿植 一本换一盆) may differ. Such a line is one headline. */
export const coupletDifference = 1

// Titles that lost their place

/** Affinity from which a line counts as part of an article's title, to tell apart titles of several articles that stand together. */
export const wellFitting = 0.55
/** Affinity that a title needs to be moved to an article without a headline. Unrelated titles of one page share up to half. */
export const neededAffinity = 0.55
/** Added for a title block that stands in the article itself. */
export const homeBonus = 0.1
/** Affinity below which one of several lines over a text does not belong to it. */
export const strangerAffinity = 0.3
/** The same for the only line over a text: by its place it is the title, so it must share next to nothing… */
export const onlyStrangerAffinity = 0.15
/** …and fit another article as well as this. */
export const certainAffinity = 0.7
/** Affinity that is enough if just one title and one article are left. */
export const lastAffinity = 0.2

// Titles among paragraphs

/** A longer subhead is reported as doubtful. */
export const longestSubhead = 30
/** A subhead may quote its text. A longer quotation is a scrap of the text that was read twice. */
export const longestQuotingSubhead = 15
/** Blank lines before a title that begins another article; more than any paragraph of the article has. */
export const articleGap = 2

/** Characters of an article's beginning that a finding quotes. */
export const quotedBeginning = 12
