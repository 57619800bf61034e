/** Characters that are Markdown syntax inside a line. */
const inline = /[\\`*_[\]<>|~]|!(?=\[)|&(?=#?\w+;)/gu
/** Beginnings that make a line something other than a paragraph: a heading, a list item, a rule. */
const atStart = /^(?:#{1,6}(?=\s|$)|[-+=](?=[\s\-+=]|$)|(?<number>\d{1,9})[.)](?=\s|$))/u

/** Escapes a text so that Markdown reads it as one paragraph of exactly that text. */
export const escapeMarkdown = (text: string): string =>
  text
    .trim()
    .replace(inline, (mark) => `\\${mark}`)
    .replace(atStart, (mark) => (/\d/u.test(mark) ? `${mark.slice(0, -1)}\\${mark.slice(-1)}` : `\\${mark}`))
