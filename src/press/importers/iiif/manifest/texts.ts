import { onOneLine } from '../../printed/one-line'
import { listOf } from './lists'

/** A text, and the language that the manifest says it has. */
export interface TextInLanguage {
  readonly lang: string | undefined
  readonly text: string
}

/** More languages, and more values in one, than any label has. */
const most = 200

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const inLanguage = (lang: string | undefined, text: string): TextInLanguage[] => {
  const plain = onOneLine(text)
  return plain === '' ? [] : [{ lang: lang === 'none' || lang === '@none' ? undefined : lang, text: plain }]
}

/** `{ "@value": "Seite 1", "@language": "de" }` */
const readValue = (value: object): TextInLanguage[] | undefined => {
  if (!('@value' in value)) return undefined
  const lang = '@language' in value && typeof value['@language'] === 'string' ? value['@language'] : undefined
  return typeof value['@value'] === 'string' ? inLanguage(lang, value['@value']) : []
}

/** A label or a value in any form: a text, a list, values with a language (Presentation 2), texts by language (3 and 4). */
export const readTexts = (value: unknown): readonly TextInLanguage[] =>
  listOf(value)
    .slice(0, most)
    .flatMap((one) => {
      if (typeof one === 'string') return inLanguage(undefined, one)
      if (!isObject(one)) return []
      return (
        readValue(one) ??
        Object.entries(one)
          .slice(0, most)
          .flatMap(([lang, texts]) =>
            listOf(texts)
              .slice(0, most)
              .flatMap((text: unknown) => (typeof text === 'string' ? inLanguage(lang, text) : [])),
          )
      )
    })

const baseOf = (lang: string): string => lang.toLowerCase().split('-')[0] ?? ''

/** What a label says in a language, else without one, else in the first that it has; undefined if it says nothing. */
export const textFor = (texts: readonly TextInLanguage[], lang: string | undefined): string | undefined => {
  const [first] = texts
  if (!first) return undefined
  const own = texts.find((one) => one.lang !== undefined && lang !== undefined && baseOf(one.lang) === baseOf(lang))
  const chosen = own ?? texts.find((one) => one.lang === undefined) ?? first
  return texts
    .filter((one) => one.lang === chosen.lang)
    .map(({ text }) => text)
    .join(' ')
}
