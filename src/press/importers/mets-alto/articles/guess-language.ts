import type { SourceWord } from '../pages/source-page'

/** Frequent words that are not words of the others. */
const frequent: Readonly<Record<string, string>> = {
  de: 'der die und das nicht den von mit ist dem sich auf ein eine zu für im wird werden bei nach',
  fr: 'les des une dans pour qui que est pas sur avec ce par au aux du cette son ses plus',
  nl: 'het een van niet zijn dat voor met aan ook deze wordt door naar uit worden te heeft',
  en: 'the and of that was with for his this which have from are were been by not at',
  it: 'il che di della per con sono una del non gli alla nel dei più',
  es: 'los las que por para con una del se como más sus pero este',
}
const languages = Object.entries(frequent).map(([lang, words]) => ({ lang, words: new Set(words.split(' ')) }))

/** Where the source says nothing: Chinese and Japanese by their script, six others by their most frequent words. */
export const guessLanguage = (words: readonly SourceWord[]): string => {
  const counts = languages.map(({ lang, words: own }) => ({
    lang,
    count: words.reduce((sum, { text }) => sum + (own.has(text.toLowerCase()) ? 1 : 0), 0),
  }))
  const kana = words.filter(({ text }) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)).length
  const han = words.filter(({ text }) => /\p{Script=Han}/u.test(text)).length
  if (han * 2 > words.length) return kana * 10 > han ? 'ja' : 'zh-Hant'
  const [best, next] = counts.sort((a, b) => b.count - a.count)
  return best && best.count > 2 * (next?.count ?? 0) && best.count * 40 > words.length ? best.lang : 'und'
}
