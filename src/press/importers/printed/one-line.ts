/**
 * A text on one line, with one space where it has white space; a single full-width space stays, which Chinese lines are parted by. What is no
 * character, as control characters and halves of a pair, is left out.
 */
export const onOneLine = (text: string): string =>
  text
    .replace(/\s+/gu, (space) => (space === '\u3000' ? space : ' '))
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .trim()
