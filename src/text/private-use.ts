/**
 * A character that a source has and Unicode has not stands in the private use area; no font draws it. It is kept in the text
 * and drawn as the sign that Chinese printers set for a missing type.
 */
export const drawnText = (text: string): string => text.replace(/\p{Co}/gu, '〓')
