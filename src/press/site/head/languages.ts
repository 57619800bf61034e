/** Where a script is written by default: Open Graph names a language with a country. */
const countries: readonly (readonly [RegExp, string])[] = [
  [/^zh-(hant-)?hk\b/i, 'zh_HK'],
  [/^zh-(hant-)?mo\b/i, 'zh_HK'],
  [/^zh-(hant|tw)\b/i, 'zh_TW'],
  [/^zh\b/i, 'zh_CN'],
]

/** A BCP 47 language as Open Graph writes it, `zh_CN`; undefined if it names no country and is not Chinese. */
export const openGraphLocale = (lang: string): string | undefined => {
  const known = countries.find(([pattern]) => pattern.test(lang))?.[1]
  const [, language, country] = /^([a-z]{2,3})(?:-[A-Za-z]{4})?-([A-Z]{2})\b/.exec(lang) ?? []
  return known ?? (language && country ? `${language}_${country}` : undefined)
}
