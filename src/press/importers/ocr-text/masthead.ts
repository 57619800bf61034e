import { weekdayOf } from '@/text/dates'
import { tidy } from '@/text/tidy'
import type { Ledger } from './ledger'
import { foldedOf } from './letters'
import { fieldsIn, type PrintedField } from './masthead-fields'
import { mastheadValuesOf, type MastheadValues } from './masthead-values'
import { kindOf } from './passage-kind'
import type { Passage } from './passages'
import { charactersOf, sliceStrip, type Strip } from './strip'

/** 报头, as far as it was printed and could be read. */
export interface ReadMasthead extends MastheadValues {
  readonly strips: readonly Strip[]
}

/** The staff list often stands at the foot of the page; so many passages there are looked at. */
const passagesAtFoot = 3
/** A passage is masthead where fields fill it but for this share of its letters. */
const mostLeftOver = 0.35
/** Running text at least this long ends the zone at the head of the page. */
const shortestBody = 60

interface Candidate {
  readonly passage: Passage
  readonly text: string
  readonly fields: readonly PrintedField[]
}

interface LeftOver {
  readonly text: string
  readonly strip: Strip
}

/** What stands between the fields of a passage. */
const leftOversOf = ({ passage, text, fields }: Candidate): readonly LeftOver[] =>
  [...fields, { start: text.length }]
    .map(({ start }, at) => ({
      text: tidy(text.slice(fields[at - 1]?.end ?? 0, start)),
      strip: sliceStrip(passage.strip, fields[at - 1]?.end ?? 0, start),
    }))
    .filter((leftOver) => foldedOf(leftOver.text) !== '')

/** Fields and nothing else. A line that ends like a sentence, or in a jump line, belongs to an article. */
const isFilled = (candidate: Candidate): boolean => {
  const { passage, text, fields } = candidate
  if (fields.length === 0 || passage.jump || passage.from || /。\s*$/u.test(text)) return false
  const left = leftOversOf(candidate).reduce((sum, leftOver) => sum + foldedOf(leftOver.text).length, 0)
  return left <= foldedOf(text).length * mostLeftOver
}

/** Only a masthead prints these; a telephone number may also end a notice. */
const isUnmistakable = ({ fields }: Candidate): boolean =>
  fields.some(({ name }) => ['editors', 'serial_no', 'permit', 'lunar_date'].includes(name))

const candidatesOf = (raw: string, passages: readonly Passage[]): readonly Candidate[] => {
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

/** A short line among the masthead's that ends like the name of a paper; paper.yaml has it already. */
const isNameplate = (text: string): boolean =>
  /^[\p{Script=Han}\s]{2,12}[报報]$|^[A-Z][A-Za-z\s]{3,40}$/u.test(text.trim())

/** Names of the paper on lines of their own, above the line with the date. */
const nameplatesIn = (raw: string, passages: readonly Passage[], found: readonly Candidate[]): readonly Passage[] => {
  const taken = found.map(({ passage }) => passage)
  const dated = found.findLast(({ fields }) => fields.some(({ name }) => name === 'date'))?.passage.order ?? -1
  return passages.filter(
    (one) => !taken.includes(one) && one.order < dated && isNameplate(charactersOf(raw, one.strip)),
  )
}

const reportCandidate = ({ passage }: Candidate, notices: readonly LeftOver[], ledger: Ledger): void => {
  for (const { text, strip } of notices)
    ledger.note('ocr-doubtful', strip, { text, reason: 'a piece of the masthead without a label, kept as a notice' })
  ledger.note('ocr-masthead', passage.strip, { text: ledger.quote(passage.strip, Number.POSITIVE_INFINITY) })
}

/** An issue without a date can't be built, nor one whose weekday is not the date's. */
const checkDate = ({ singles }: MastheadValues, at: Strip, ledger: Ledger): void => {
  const [date, weekday] = [singles.get('date'), singles.get('weekday')]
  const expected = date === undefined ? undefined : weekdayOf(date)
  if (date === undefined) ledger.note('ocr-no-date', at, {})
  else if (weekday !== undefined && expected !== undefined && weekday !== expected)
    ledger.note('ocr-doubtful', at, { text: weekday, reason: `${date} is ${expected}` })
}

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
  const nameplates = nameplatesIn(raw, passages, found)
  for (const { strip } of nameplates) ledger.close('ocr-nameplate', [strip], { text: ledger.quote(strip) })
  const extra = found.flatMap((candidate) => {
    const leftOvers = leftOversOf(candidate)
    const notices = leftOvers.filter(({ text }) => !isNameplate(text))
    for (const { text, strip } of leftOvers) if (isNameplate(text)) ledger.note('ocr-nameplate', strip, { text })
    reportCandidate(candidate, notices, ledger)
    return notices.map(({ text }) => text)
  })
  const values = mastheadValuesOf(found.flatMap(({ fields }) => fields))
  checkDate(values, found[0]?.passage.strip ?? passages[0]?.strip ?? [], ledger)
  const taken = new Set([...found.map(({ passage }) => passage), ...nameplates])
  return {
    masthead: {
      ...values,
      notices: [...values.notices, ...extra],
      strips: found.map(({ passage }) => passage.strip),
    },
    rest: passages.filter((passage) => !taken.has(passage)),
  }
}
