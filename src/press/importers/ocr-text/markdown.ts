/** What Markdown reads as its own inside a line. */
const inline = /[\\`*_[\]<>|~]|!(?=\[)|&(?=#?\w+;)/gu
/** What makes a line something else than a paragraph: a heading, a list, a rule, a fence, indentation. */
const atStart = /^(?:#{1,6}(?=\s|$)|[-+=](?=[\s\-+=]|$)|(?<number>\d{1,9})[.)](?=\s|$))/u

/** Text as a Markdown paragraph that reads as that text and nothing else. */
export const escapeMarkdown = (text: string): string =>
  text
    .trim()
    .replace(inline, (mark) => `\\${mark}`)
    .replace(atStart, (mark) => (/\d/u.test(mark) ? `${mark.slice(0, -1)}\\${mark.slice(-1)}` : `\\${mark}`))
