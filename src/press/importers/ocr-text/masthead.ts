import { weekdayOf } from '@/text/dates'
import { parseNumeral } from '@/text/numerals'
import { canonicalLabel } from '@/text/page-label'
import { tidy } from '@/text/tidy'
import type { Ledger } from './ledger'
import { foldedOf } from './letters'
import { fieldsIn, type FieldName, type PrintedField } from './masthead-fields'
import { kindOf } from './passage-kind'
import type { Passage } from './passages'
import { charactersOf, sliceStrip, type Strip } from './strip'

/** 报头, as far as it was printed and could be read. */
export interface ReadMasthead {
  readonly strips: readonly Strip[]
  readonly fields: ReadonlyMap<Exclude<FieldName, 'channels' | 'editors' | 'notice' | 'page'>, string>
  readonly channels: readonly string[]
  readonly editors: ReadonlyMap<string, readonly string[]>
  readonly notices: readonly string[]
  readonly pageLabel?: string
  readonly pageName?: string
}

/** The staff list often stands at the foot of the page; so many passages there are looked at. */
const passagesAtFoot = 4
/** A passage is masthead where fields fill it but for this share of its letters. */
const mostLeftOver = 0.35
/** Running text at least this long ends the zone at the head of the page. */
const shortestBody = 60

interface Candidate {
  readonly passage: Passage
  readonly text: string
  readonly fields: readonly PrintedField[]
}

/** What stands between the fields, as ranges of the text. */
const leftOversOf = ({ text, fields }: Candidate): { readonly start: number; readonly end: number }[] =>
  [...fields, { start: text.length, end: text.length }]
    .map(({ start }, at) => ({ start: fields[at - 1]?.end ?? 0, end: start }))
    .filter(({ start, end }) => foldedOf(text.slice(start, end)) !== '')

const isFilled = (candidate: Candidate): boolean => {
  const left = leftOversOf(candidate).reduce(
    (sum, { start, end }) => sum + foldedOf(candidate.text.slice(start, end)).length,
    0,
  )
  const hasJump = (candidate.passage.jump ?? candidate.passage.from) !== undefined
  return !hasJump && candidate.fields.length > 0 && left <= foldedOf(candidate.text).length * mostLeftOver
}

/** Only a masthead prints these; a telephone number may also end a notice. */
const isUnmistakable = ({ fields }: Candidate): boolean =>
  fields.some(({ name }) => name === 'editors' || name === 'serial_no' || name === 'permit' || name === 'lunar_date')

const candidatesOf = (raw: string, passages: readonly Passage[]): Candidate[] => {
  const all = passages.map((passage) => {
    const text = charactersOf(raw, passage.strip)
    return { passage, text, fields: fieldsIn(text) }
  })
  const isBody = (one: Candidate): boolean =>
    kindOf(raw, one.passage) === 'head' || (foldedOf(one.text).length >= shortestBody && !isFilled(one))
  const found = all.findIndex(isBody)
  const headEnd = found < 0 ? all.length : found
  return all.filter(
    (one, at) => isFilled(one) && (at < headEnd || at >= all.length - passagesAtFoot || isUnmistakable(one)),
  )
}

/** 李 四 is one name set wide; 薛某某 夏某 are two. */
const namesOf = (printed: string): string[] =>
  printed
    .split(/[\s、，,]+/u)
    .filter(Boolean)
    .reduce<string[]>((names, piece) => {
      const open = names.at(-1)
      if (open?.length === 1 && piece.length === 1) return [...names.slice(0, -1), open + piece]
      return [...names, piece]
    }, [])

/** 总第4489期 → 4489; also 总第四四八九期, digit by digit. */
const numberOf = (printed: string): number | undefined => {
  const [numeral = ''] = /[0-9０-９〇零一二三四五六七八九十]+(?=\s*[期号號])/u.exec(printed) ?? []
  const value = parseNumeral(numeral)
  return value === undefined || value < 1 ? undefined : value
}

const valueOf = ({ name, value }: PrintedField): string | undefined => {
  if (name === 'serial_no' || name === 'issue_no') return numberOf(value)?.toString()
  if (name === 'weekday') return `星期${value.slice(-1).replace('天', '日')}`
  return name === 'email' || name === 'site' || name === 'date' ? value : tidy(value)
}

interface Collected {
  readonly fields: Map<Exclude<FieldName, 'channels' | 'editors' | 'notice' | 'page'>, string>
  readonly channels: string[]
  readonly editors: Map<string, string[]>
  readonly notices: string[]
  page?: { readonly label: string; readonly name?: string }
}

/** Two values for one field: the first is the field, the other keeps its label and joins the notices. */
const addField = (into: Collected, field: PrintedField): void => {
  const printed = tidy(field.label && field.name !== 'editors' ? `${field.label}：${field.value}` : field.value)
  const addNotice = (): void => {
    if (!into.notices.includes(printed)) into.notices.push(printed)
  }
  if (field.name === 'notice') return addNotice()
  if (field.name === 'channels') {
    if (!into.channels.includes(printed)) into.channels.push(printed)
    return
  }
  if (field.name === 'editors') {
    const role = tidy(field.label ?? '')
    const names = into.editors.get(role) ?? []
    into.editors.set(role, [...names, ...namesOf(field.value).filter((name) => !names.includes(name))])
    return
  }
  if (field.name === 'page') {
    const [, label = '', name] =
      /^(第?\s*[^\s版]+\s*版|[A-Z]\d{1,2}\s*版?)\s*[:：·|｜]?\s*(\p{Script=Han}*)$/u.exec(field.value) ?? []
    if (into.page || !label) return addNotice()
    into.page = { label: canonicalLabel(label), ...(name && { name }) }
    return
  }
  const value = valueOf(field)
  const known = into.fields.get(field.name)
  if (value === undefined || (known !== undefined && known !== value)) return addNotice()
  into.fields.set(field.name, value)
}

/** A short line among the masthead's that ends like the name of a paper; paper.yaml has it already. */
const isNameplate = (text: string): boolean =>
  /^[\p{Script=Han}\s]{2,12}[报報]$|^[A-Z][A-Za-z\s]{3,40}$/u.test(text.trim())

/**
 * Takes the masthead from the passages: the lines at the head and foot of the page that hold nothing but its fields, in
 * whatever order. What stands between the fields joins the notices, so that nothing of these lines is lost.
 */
export const takeMasthead = (
  raw: string,
  passages: readonly Passage[],
  ledger: Ledger,
): { readonly masthead: ReadMasthead; readonly rest: readonly Passage[] } => {
  const found = candidatesOf(raw, passages)
  const into: Collected = { fields: new Map(), channels: [], editors: new Map(), notices: [] }
  for (const candidate of found) {
    for (const field of candidate.fields) addField(into, field)
    for (const { start, end } of leftOversOf(candidate)) {
      const text = tidy(candidate.text.slice(start, end))
      const strip = sliceStrip(candidate.passage.strip, start, end)
      if (isNameplate(text)) ledger.note('ocr-nameplate', strip, { text })
      else {
        into.notices.push(text)
        ledger.note('ocr-doubtful', strip, {
          text,
          reason: 'a piece of the masthead without a label, kept as a notice',
        })
      }
    }
    ledger.note('ocr-masthead', candidate.passage.strip, { text: ledger.quote(candidate.passage.strip, 400) })
  }
  const lastAtHead = Math.max(
    -1,
    ...found.filter(({ fields }) => fields.some(({ name }) => name === 'date')).map(({ passage }) => passage.order),
  )
  const taken = new Set(found.map(({ passage }) => passage))
  const nameplates = passages.filter(
    (passage) => !taken.has(passage) && passage.order < lastAtHead && isNameplate(charactersOf(raw, passage.strip)),
  )
  for (const { strip } of nameplates) ledger.close('ocr-nameplate', [strip], { text: ledger.quote(strip) })
  const { date, weekday } = { date: into.fields.get('date'), weekday: into.fields.get('weekday') }
  const first = found[0]?.passage.strip ?? passages[0]?.strip ?? []
  if (date === undefined) ledger.note('ocr-no-date', first, {})
  else if (weekday !== undefined && weekdayOf(date) !== weekday)
    ledger.note('ocr-doubtful', first, { text: weekday, reason: `${date} is ${weekdayOf(date)}` })
  return {
    masthead: {
      strips: found.map(({ passage }) => passage.strip),
      fields: into.fields,
      channels: into.channels,
      editors: into.editors,
      notices: into.notices,
      ...(into.page && { pageLabel: into.page.label }),
      ...(into.page?.name && { pageName: into.page.name }),
    },
    rest: passages.filter((passage) => !taken.has(passage) && !nameplates.includes(passage)),
  }
}
