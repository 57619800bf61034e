/** Passages. The staff list often stands at the foot of the page; the last few passages are searched for it. */
export const passagesAtFoot = 3
/** Share of a passage's letters outside its fields. A passage with more is not masthead: it mentions a field in other text. */
export const mostLeftOverShare = 0.35
/** Letters. A passage this long that is not filled with fields is running text, and ends the masthead at the head of the page. */
export const shortestBody = 60
