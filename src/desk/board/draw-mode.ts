/** What the next rectangle that is drawn becomes: one more outline of the chosen article, or a new article. */
export type DrawMode = 'more' | 'new'
