// Lengths are in letters: marks and spaces do not count. Affinities are from 0 to 1, see `articles/affinity.ts`.

// Banner

/** Blank lines below a line that set it apart. A single one may stand between any two lines of the page. */
export const bannerGap = 2
/** Reports that name the event. One report alone may name the subject of its own headline. */
export const fewestReports = 2
/** One more if neither a gap nor a third title line tells the banner from a kicker over its headline. */
export const moreReportsWithoutGap = 1
/** Title lines. Under a banner stand at least a kicker and a headline; of two lines the first may be just a kicker. */
export const fewestLinesWithBanner = 3
/** Affinity from which an article belongs to the banner's event even without naming it in full. */
export const bannerAffinity = 0.85

// Parts of a title block

/** Uses in the page's text that make the first part of a line a name, and so a kicker to the rest. */
export const fewestUses = 2
/** A longer first part is no name but half of the headline. */
export const longestName = 14
/** Letters by which the halves of a couplet (旧书换绿植 一本换一盆) may differ. Such a line is one headline. */
export const coupletDifference = 1
/** Letters of a line that can only be the end of the line above it. */
export const longestOverhang = 1

// Titles that lost their place

/** Affinity from which a line of several is taken for the title of an article of its own. */
export const wellFitting = 0.55
/** Affinity that moves a title to an article without a headline. With less, they may just share an event. */
export const neededAffinity = 0.55
/** Added for a title block that stands in the article itself, and so has hardly moved. */
export const homeBonus = 0.1
/** Affinity below which one of several lines over a text does not belong to it. */
export const strangerAffinity = 0.3
/** The same for the only line over a text: by its place it is the title, so it must share next to nothing… */
export const onlyStrangerAffinity = 0.15
/** …and fit another article as well as this. */
export const certainAffinity = 0.7
/** Affinity that is enough if just one title and one article are left: there is no other choice. */
export const lastAffinity = 0.2

// Titles among paragraphs

/** A longer subhead is reported as doubtful: it may be a headline, or a sentence that lost its marks. */
export const longestSubhead = 30
/** A subhead may quote its text. A longer quotation is a scrap of the text that was read twice. */
export const longestQuotingSubhead = 15
/** Blank lines before a title that begins another article, if no paragraph of the article has as many. */
export const articleGap = 2

/** Characters of an article's beginning that a finding quotes. */
export const quotedBeginning = 12

// Titles below their texts, or several in a row

/** Title runs below texts. Fewer do not show how a page was written. */
export const fewestTitleRuns = 2
/** How many times as much affinity titles must have to the texts above them where a title stands above the first text too. */
export const clearlyMore = 1.4
/** Affinity that a line must have more to another text than to that of the line above it. */
export const switchCost = 0.15
/** Affinity that all lines of a row gain together before any of them is moved. */
export const neededGain = 0.5
