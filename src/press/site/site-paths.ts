/** Folder of the issues in a site. */
export const dataPath = 'data/'

/** File of the page at an address below the site's base: what every static server answers that address with. */
export const fileOfAddress = (address: string): string => (address === '' ? 'index.html' : `${address}/index.html`)
