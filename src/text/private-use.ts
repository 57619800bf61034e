/**
 * Text as it is drawn: a character of a private use area, which no font has, becomes 〓, the sign that Chinese printers
 * set for a missing type. Sources use those areas for characters that Unicode lacks; the text itself keeps them.
 */
export const drawnText = (text: string): string => text.replace(/\p{Co}/gu, '〓')
