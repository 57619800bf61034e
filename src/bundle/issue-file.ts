/** Media type of an issue as one file. [B18] */
export const issueFileType = 'application/x-banmian'
/** How the name of such a file ends. [B18] */
export const issueFileEnding = '.banmian'
