/** Passages. The staff list often stands at the foot of the page; the last few passages are searched for it. */
export const passagesAtFoot = 3
/** Share of a passage's letters outside its fields. A passage with more is text that mentions a field. */
export const mostLeftOverShare = 0.35
/** Letters. A passage of this length without enough fields is running text: the masthead ends before it. */
export const shortestBody = 60
