/** Names of files that the press writes and readers ask for. */

/** The newest issues. [B6] */
export const catalogFile = 'catalog.json'
/** Every issue of a year. [B6] */
export const yearCatalogFile = (year: number): string => `catalog-${year}.json`

/** The signature of issue.json, next to it. [B17] */
export const signatureFile = 'issue.sig'
