import * as v from 'valibot'
import { guessLanguage } from '../printed/guess-language'
import { mostFrequent } from '../mets-alto/mets/describe-mets'
import { readLanguage } from '../mets-alto/read-language'
import { issueDay, locateDay, weekdayNames } from './issue-day'
import type { Manifest } from './manifest/read-manifest'
import { readTexts, textFor, type TextInLanguage } from './manifest/texts'
import { plainText } from './annotations/plain-text'

/** What a manifest says of its issue. */
export interface IssueFacts {
  readonly paper: string | undefined
  readonly date: string | undefined
  readonly editionName: string | undefined
  readonly issueNo: string | undefined
  readonly serialNo: string | undefined
  readonly lunarDate: string | undefined
}

const entry = v.object({ label: v.optional(v.unknown()), value: v.optional(v.unknown()) })

/** Entries that are shown beside an object; more are not read. */
const mostEntries = 500

/** Values of the metadata whose name, in any language, is this. */
const metadataOf = ({ metadata }: Pick<Manifest, 'metadata'>, name: RegExp): readonly TextInLanguage[] =>
  metadata.slice(0, mostEntries).flatMap((one) => {
    const decoded = v.safeParse(entry, one)
    if (!decoded.success || !readTexts(decoded.output.label).some(({ text }) => name.test(text))) return []
    return readTexts(decoded.output.value).map((value) => ({ ...value, text: plainText(value.text).trim() }))
  })

const named = {
  date: /^(?:date|date issued|issue date|datum|erscheinungsdatum|date d['’]édition|fecha|data|日期|出版日期)$/iu,
  issueNo: /^(?:issue|issue (?:no\.?|number)|number|no\.?|nummer|nr\.?|numéro|número|numero|期号|期號|期)$/iu,
  serialNo: /^(?:总期号|總期號|总期|serial number)$/iu,
  lunarDate: /^(?:农历|農曆)$/u,
  language: /^(?:languages?|sprachen?|langues?|idiomas?|lingua|lingue|taal|språk|语言|語言|言語)$/iu,
}

/** Words of an edition of a day, as they follow the day. */
const editionWord = /ausgabe|edition|édition|editie|edición|edizione|utgave|[报報版刊]$|号外|號外/iu

/** A day of the week before the day: `The Herald, Sunday, January 1, 1905`. */
const weekday = new RegExp(`(?<![\\s,(])[\\s,(]+(?:${weekdayNames.join('|')})[\\s,.]*$`, 'iu')

/** What remains of the label before the day, and after it. */
const partsOfLabel = (label: string): { readonly paper: string | undefined; readonly edition: string | undefined } => {
  const day = locateDay(label)
  const trimmed = (text: string): string | undefined =>
    text
      .replace(/^[\s\-–—,;:.|/()[\]（），、]+|(?<![\s\-–—,;:|/([（，、])[\s\-–—,;:|/([（，、]+$/gu, '')
      .replace(/^\((.*)\)$/u, '$1') || undefined
  if (!day) return { paper: trimmed(label), edition: undefined }
  const [before, after] = [
    trimmed(label.slice(0, day.index).replace(weekday, '')),
    trimmed(label.slice(day.index + day.length).replace(/\)$/u, '')),
  ]
  const isEdition = after !== undefined && after.length <= 40 && editionWord.test(after)
  return { paper: before ?? (isEdition ? undefined : after), edition: isEdition ? after : undefined }
}

const oneOf = (texts: readonly TextInLanguage[], form: RegExp): string | undefined =>
  texts.map(({ text }) => text).find((text) => form.test(text))

export const issueFacts = (manifest: Manifest, lang: string | undefined): IssueFacts => {
  const label = textFor(manifest.label, lang)
  const { paper, edition } = label === undefined ? { paper: undefined, edition: undefined } : partsOfLabel(label)
  const dates = metadataOf(manifest, named.date).map(({ text }) => locateDay(text)?.date)
  return {
    paper: paper?.slice(0, 100),
    date: issueDay(manifest.navDate, label) ?? dates.find((date) => date !== undefined),
    editionName: edition,
    issueNo: oneOf(metadataOf(manifest, named.issueNo), /^\d{1,6}$/u),
    serialNo: oneOf(metadataOf(manifest, named.serialNo), /^\d{1,9}$/u),
    lunarDate: oneOf(metadataOf(manifest, named.lunarDate), /^.{2,30}$/u),
  }
}

/** BCP 47 with its capitals, `zh-Hans`; names and codes of three letters too. */
const tagOf = (text: string): string | undefined => {
  const told = text.trim()
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){1,3}$/iu.test(told)) {
    try {
      return Intl.getCanonicalLocales(told)[0]
    } catch (error) {
      if (error instanceof RangeError) return undefined
      throw error
    }
  }
  return readLanguage(told)
}

const isTag = (tag: string | undefined): tag is string => tag !== undefined

/** The language that a manifest says its issue is in: by its metadata, else by its texts, else by its own label. */
export const saidLanguage = (manifest: Manifest, ofTexts: readonly string[]): string | undefined => {
  const told = metadataOf(manifest, named.language).map(({ text }) => tagOf(text))
  return (
    told.find(isTag) ??
    mostFrequent(ofTexts.map(tagOf).filter(isTag)) ??
    manifest.label.map((one) => (one.lang === undefined ? undefined : tagOf(one.lang))).find(isTag)
  )
}

/** With the script of Chinese, which libraries seldom say; what nothing says is guessed from the text. */
export const languageOf = (said: string | undefined, text: string): string => {
  const guessed = guessLanguage(text)
  if (said === undefined) return guessed
  return said === 'zh-Hant' && guessed === 'zh-Hans' ? guessed : said
}
