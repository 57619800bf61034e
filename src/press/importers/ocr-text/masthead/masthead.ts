import { weekdayOf } from '@/text/dates'
import { tidy } from '@/text/tidy'
import type { Ledger } from '../ledger'
import { Clipping } from '../passages/clipping'
import { foldedOf } from '../passages/letters'
import type { Passage } from '../passages/passage'
import { mastheadValuesOf, type MastheadValues } from './masthead-values'
import { fieldsIn, type PrintedField } from './printed-fields'
import { mostLeftOverShare, passagesAtFoot, shortestBody } from './thresholds'

/** 报头, as far as it was printed and could be read. */
export interface ReadMasthead extends MastheadValues {
  /** The printed lines. */
  readonly clippings: readonly Clipping[]
}

/** A passage that may belong to the masthead. */
interface Candidate {
  readonly passage: Passage
  readonly fields: readonly PrintedField[]
}

interface LeftOver {
  readonly text: string
  readonly clipping: Clipping
}

/** What stands between the fields of a passage. */
const leftOversOf = ({ passage, fields }: Candidate): readonly LeftOver[] =>
  [...fields, { start: passage.text.length }]
    .map(({ start }, at) => passage.clipping.slice(fields[at - 1]?.end ?? 0, start))
    .map((clipping) => ({ text: tidy(clipping.text), clipping }))
    .filter(({ text }) => foldedOf(text) !== '')

/** Whether a passage is mostly fields. One that ends like a sentence or has a jump line belongs to an article. */
const isFilled = (candidate: Candidate): boolean => {
  const { passage, fields } = candidate
  if (fields.length === 0 || passage.jump || passage.from || /。\s*$/u.test(passage.text)) return false
  const left = leftOversOf(candidate).reduce((sum, { text }) => sum + foldedOf(text).length, 0)
  return left <= passage.folded.length * mostLeftOverShare
}

/** Whether it holds fields that only a masthead prints. Others, such as a telephone number, may also end a notice. */
const isUnmistakable = ({ fields }: Candidate): boolean =>
  fields.some(({ name }) => ['editors', 'serial_no', 'permit', 'lunar_date'].includes(name))

const isRunningText = (candidate: Candidate): boolean =>
  candidate.passage.kind === 'head' || (candidate.passage.folded.length >= shortestBody && !isFilled(candidate))

/** Filled passages before the first running text and at the foot of the page; elsewhere only unmistakable ones. */
const candidatesOf = (passages: readonly Passage[]): readonly Candidate[] => {
  const all = passages.map((passage) => ({ passage, fields: fieldsIn(passage.text) }))
  const found = all.findIndex(isRunningText)
  const headEnd = found < 0 ? all.length : found
  return all.filter(
    (one, at) => isFilled(one) && (at < headEnd || at >= all.length - passagesAtFoot || isUnmistakable(one)),
  )
}

/** 3, —12—, 08: the number of a page, or a scrap; no title is a number alone. */
const numberAlone = /^[\s—－–·•.\-]*[0-9０-９]{1,4}[\s—－–·•.\-]*$/u

/** 城西报, The Western Post: a short line that ends or looks like the name of a paper. */
const isNameplate = (text: string): boolean =>
  /^[\p{Script=Han}\s]{2,12}(?:[报報]|新闻|周刊|通讯)$|^[A-Z][A-Za-z\s]{3,40}$/u.test(text.trim())

/** Names of the paper on lines of their own, above the line with the date. */
const nameplatesIn = (passages: readonly Passage[], found: readonly Candidate[]): readonly Passage[] => {
  const taken = found.map(({ passage }) => passage)
  const dated = found.findLast(({ fields }) => fields.some(({ name }) => name === 'date'))?.passage.order ?? -1
  return passages.filter((one) => !taken.includes(one) && one.order < dated && isNameplate(one.text))
}

/** Reports a masthead line. What is left over between its fields becomes notices, except the paper's name. */
const noticesOf = (candidate: Candidate, ledger: Ledger): readonly string[] => {
  const { clipping } = candidate.passage
  const leftOvers = leftOversOf(candidate)
  const notices = leftOvers.filter(({ text }) => !isNameplate(text))
  for (const leftOver of leftOvers)
    if (isNameplate(leftOver.text)) ledger.note('ocr-nameplate', leftOver.clipping, { text: leftOver.text })
  for (const notice of notices)
    ledger.note('ocr-doubtful', notice.clipping, {
      text: notice.text,
      reason: 'a piece of the masthead without a label, kept as a notice',
    })
  ledger.note('ocr-masthead', clipping, { text: ledger.quoteWhole(clipping) })
  return notices.map(({ text }) => text)
}

/** An issue without a date can't be built, nor one whose weekday is not that of its date. */
const checkDate = ({ singles }: MastheadValues, at: Clipping, ledger: Ledger): void => {
  const [date, weekday] = [singles.get('date'), singles.get('weekday')]
  const expected = date === undefined ? undefined : weekdayOf(date)
  if (date === undefined) ledger.note('ocr-no-date', at, {})
  else if (weekday !== undefined && expected !== undefined && weekday !== expected)
    ledger.note('ocr-doubtful', at, { text: weekday, reason: `${date} is ${expected}` })
}

/**
 * Takes the masthead out of the passages: lines at the head and foot of the page that hold only its fields, in whatever
 * order. What stands between the fields joins the notices, so that no text of these lines is lost.
 */
export const takeMasthead = (
  passages: readonly Passage[],
  ledger: Ledger,
): { readonly masthead: ReadMasthead; readonly rest: readonly Passage[] } => {
  const numbers = passages.filter(({ text, kind }) => kind === 'title' && numberAlone.test(text))
  for (const { clipping } of numbers) ledger.close('ocr-number', [clipping], { text: ledger.quote(clipping) })
  const found = candidatesOf(passages.filter((passage) => !numbers.includes(passage)))
  const nameplates = nameplatesIn(passages, found).filter((passage) => !numbers.includes(passage))
  for (const { clipping } of nameplates) ledger.close('ocr-nameplate', [clipping], { text: ledger.quote(clipping) })
  const notices = found.flatMap((candidate) => noticesOf(candidate, ledger))
  const values = mastheadValuesOf(found.flatMap(({ fields }) => fields))
  checkDate(values, found[0]?.passage.clipping ?? passages[0]?.clipping ?? Clipping.empty, ledger)
  const taken = new Set([...numbers, ...found.map(({ passage }) => passage), ...nameplates])
  return {
    masthead: {
      ...values,
      notices: [...values.notices, ...notices],
      clippings: found.map(({ passage }) => passage.clipping),
    },
    rest: passages.filter((passage) => !taken.has(passage)),
  }
}
