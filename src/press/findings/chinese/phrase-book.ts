/** Templates in English, each with its Chinese; `{}` stands for what differs, `{1}` in Chinese for the first of them; `(s)` may be there or not. */
export type PhraseBook = Readonly<Record<string, string>>

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** `page(s)`, `address(es)`, once escaped. */
const plural = /\\\((e?s)\\\)/g
const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.split('{}').map(escaped).join('([^]*?)').replace(plural, '(?:$1)?')}$`)

/** Whoever has the longer fixed text says more exactly what is meant: `a {}` would fit much. */
const fixedLength = (template: string): number => template.replaceAll('{}', '').length

/** Looks a phrase up; undefined for one that is not in the book. */
export const createPhrases = (book: PhraseBook): ((phrase: string) => string | undefined) => {
  const entries = Object.entries(book)
    .map(([english, chinese]) => ({ english, chinese, isFixed: !english.includes('{}') }))
    .sort((a, b) => fixedLength(b.english) - fixedLength(a.english))
  const fixed = new Map(entries.filter(({ isFixed }) => isFixed).map(({ english, chinese }) => [english, chinese]))
  const open = entries
    .filter(({ isFixed }) => !isFixed)
    .map(({ english, chinese }) => ({ pattern: patternOf(english), chinese }))
  return (phrase) => {
    const known = fixed.get(phrase)
    if (known !== undefined) return known
    for (const { pattern, chinese } of open) {
      const found = pattern.exec(phrase)
      if (found) return chinese.replace(/\{(\d)\}/g, (_, no: string) => found[Number(no)] ?? '')
    }
    return undefined
  }
}
