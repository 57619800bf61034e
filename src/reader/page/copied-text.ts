/** A stretch of a page as it is drawn, and as it is copied; where these differ, it is copied as a whole. */
export interface DrawnStretch {
  /** What it belongs to: stretches of one paragraph name the same, in whatever columns they stand. */
  readonly paragraph: string
  readonly drawn: string
  readonly copied: string
}

/** Text of a paragraph that is selected. */
export interface SelectedText {
  readonly paragraph: string
  readonly text: string
}

/** What is copied of stretches that follow each other, if `[from, to)` of the characters drawn is selected. */
export const selectedIn = (stretches: readonly DrawnStretch[], from: number, to: number): SelectedText[] => {
  let at = 0
  return stretches.flatMap(({ paragraph, drawn, copied }) => {
    const [start, end] = [Math.max(0, from - at), Math.min(drawn.length, to - at)]
    at += drawn.length
    if (start >= end) return []
    const text = drawn === copied ? copied.slice(start, end) : copied
    return text === '' ? [] : [{ paragraph, text }]
  })
}

/** Paragraphs in the order in which they begin; what is set between two columns of one stands after it. */
export const paragraphsOf = (selected: readonly SelectedText[]): string[] => {
  const paragraphs = new Map<string, string>()
  for (const { paragraph, text } of selected) paragraphs.set(paragraph, (paragraphs.get(paragraph) ?? '') + text)
  return [...paragraphs.values()].map((text) => text.trim()).filter((text) => text !== '')
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** The same as HTML, without a style of ours. */
export const htmlOf = (paragraphs: readonly string[]): string =>
  paragraphs.map((text) => `<p>${text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)}</p>`).join('')
