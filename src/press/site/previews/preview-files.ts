/**
 * Side of a preview in pixels: chats want 300 at least and show it a finger wide. With 600, drawing and storing the pictures of an
 * archive would take half as much again.
 */
export const previewSide = 480

/** Folder of an issue's previews below the site. */
export const previewsOf = (issue: string): string => `previews/${issue}`

/** Stands for pages that are about no issue. */
export const appIcon = { file: 'icon-512.png', side: 512, alt: '' }
