/**
 * Soft hyphens, zero-width spaces, word joiners, marks of order and of direction: they say where a line may end or how it runs, and
 * in a copy they are in the way. Joiners and selectors stay, as they are part of a character.
 */
const layoutSigns = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g

/** A text as it is copied. */
export const copiedForm = (text: string): string => text.replace(layoutSigns, '')
