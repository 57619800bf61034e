/** Folder of a site for what only the press reads: servers give out nothing that begins with a dot. */
export const pressFolder = '.press'
