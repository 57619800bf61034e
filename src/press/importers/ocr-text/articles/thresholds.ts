/** Cohesion of two texts from which the second goes on about the same matter, so that a line between them is a subhead… */
export const sameMatter = 0.45
/** …and the same for a line that is longer than subheads usually are. */
export const sameMatterPastTitle = 0.8
/** Letters. A longer line between two texts is seldom a subhead. */
export const longestUsualSubhead = 12
/** Ems by which the measure of a text differs from that of the text above it only if it is another article's. */
export const otherMeasure = 2
