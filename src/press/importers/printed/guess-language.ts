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

const simplified = /[国会个们这来时说对报学发经]/gu
const traditional = /[國會個們這來時說對報學發經]/gu

/**
 * The language of a text, where its source says nothing: Chinese and Japanese by their script, six others by their most frequent words; `und`
 * for any other.
 */
export const guessLanguage = (text: string): string => {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const han = count(/\p{Script=Han}/gu)
  if (han * 2 > count(/\p{L}/gu) - han) {
    const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
    if (kana * 7 > han) return 'ja'
    if (han > 0) return count(traditional) > count(simplified) ? 'zh-Hant' : 'zh-Hans'
  }
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const counts = languages.map(({ lang, words: own }) => ({
    lang,
    count: words.filter((word) => own.has(word)).length,
  }))
  const [best, next] = counts.sort((one, other) => other.count - one.count)
  return best && best.count > 2 * (next?.count ?? 0) && best.count * 40 > words.length ? best.lang : 'und'
}
