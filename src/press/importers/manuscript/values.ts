import * as v from 'valibot'
import { isDate } from '@/text/dates'
import { said } from '../../findings/chinese/reasons'

/** Values of a manuscript that mean more than their text, read from the text that was written. */

/** A whole number: something is counted. */
export const counted = (least = 1, most = 999_999_999) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, said('write a whole number')),
    v.transform(Number),
    v.minValue(least),
    v.maxValue(most),
  )

/** A number that may have decimals: something is measured. */
export const measured = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,9}(\.\d{1,9})?$/, said('write a number')),
    v.transform(Number),
    v.minValue(least),
    v.maxValue(most),
  )

export const oneOf = <const Words extends readonly string[]>(...words: Words) =>
  v.picklist(words, said(`write ${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`))

export const yesOrNo = v.pipe(
  oneOf('true', 'false'),
  v.transform((word) => word === 'true'),
)

/** The catalogues of the format begin with this year. [B6] */
const firstYear = 1600

export const calendarDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, said('write the day as 2026-11-24')),
  v.check(isDate, ({ input }) => said(`there is no day ${input}`)),
  v.check((day) => Number(day.slice(0, 4)) >= firstYear, said(`the year has to be ${firstYear} or later`)),
)

export const moment = v.pipe(
  v.string(),
  v.isoTimestamp(said('write it as 2026-11-24T05:10:00+08:00')),
  v.check(
    (text) => isDate(text.slice(0, 10)),
    ({ input }) => said(`there is no day ${input.slice(0, 10)}`),
  ),
)

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
export const timeZone = v.pipe(
  v.string(),
  v.check(isTimeZone, said('write the name of a time zone, such as Asia/Shanghai')),
)

/** BCP 47, as the format has it. */
export const language = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, said('write the code of a language, such as zh-Hans, zh-Hant or en')),
)

/** 4821-23 is short for 4821-4823: the last digits alone, two of them or more. */
const inFull = (printed: string, before: string): string =>
  printed.length > 1 && printed.length < before.length
    ? `${before.slice(0, before.length - printed.length)}${printed}`
    : printed

const isRising = (printed: string): boolean => {
  let before = ''
  return (printed.match(/\d+/g) ?? []).every((one) => {
    const number = inFull(one, before)
    const isNext = before === '' || Number(number) > Number(before)
    before = number
    return isNext
  })
}

/** The number of an issue as printed: 4821, 0031; 4821-4823 or 4821、4822 for a combined issue (合刊). */
export const runningNumber = v.pipe(
  v.string(),
  v.regex(
    /^\d{1,9}(?:\s*[-–—－~～〜至、，,/／+＋·]\s*\d{1,9}){0,20}$/u,
    said('write a number, or 4821-4823 for a combined issue'),
  ),
  v.check(isRising, said('the numbers of a combined issue have to rise, as in 4821-4823')),
)
