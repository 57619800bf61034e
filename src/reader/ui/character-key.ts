/**
 * The key that was pressed, for shortcuts; undefined if it is a character and the reader has switched these shortcuts off, as people
 * do who speak to their device or whose hands tremble (WCAG 2.1.4). Keys that write no character always have their meaning.
 */
export const shortcutOf = ({ key }: KeyboardEvent): string | undefined =>
  key.length === 1 && key !== ' ' && document.documentElement.dataset['keys'] === 'off' ? undefined : key
