/** Whether a BCP 47 language is written in traditional Chinese characters. */
export const isTraditional = (lang: string): boolean => /^(zh-(Hant|TW|HK|MO)|yue)\b/i.test(lang)
