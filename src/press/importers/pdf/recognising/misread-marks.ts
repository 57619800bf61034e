import { parseJumpLine } from '@/text/jump-line'

const han = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/u
const digit = /^[0-9]$/u
/** What a one in a number is taken for. */
const likeOne = /^[\]|lI![]$/u
/** What stands before and after a number. */
const beforeNumber = /^[第总總0-9]$/u
const afterNumber = /^[年月日期版号號0-9]$/u
/** Marks that stand beside Chinese are wide. */
const wideMarks: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
}

/** A character as it must have been printed, from those beside it. */
export const mendedCharacter = (text: string, before: string | undefined, after: string | undefined): string => {
  const isInNumber =
    likeOne.test(text) &&
    (beforeNumber.test(before ?? '') || digit.test(after ?? '')) &&
    (afterNumber.test(after ?? '') || digit.test(before ?? ''))
  if (isInNumber) return '1'
  const wide = wideMarks[text]
  if (wide === undefined) return text
  const neighbour = text === '(' ? (after ?? before) : (before ?? after)
  return neighbour !== undefined && han.test(neighbour) ? wide : text
}

/** How many characters at the beginning of a line are none: an arrow before a printed jump is read as whatever looks like it. */
export const misreadArrow = (text: string): number => {
  const [first, ...rest] = [...text]
  const isArrow = first !== undefined && rest.length > 0 && !parseJumpLine(text) && parseJumpLine(rest.join(''))
  return isArrow ? 1 : 0
}
