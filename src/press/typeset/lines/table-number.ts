import { lineWidthOf, type LineFace } from '@/text/line-setting'

/** What is counted or measured in the cells of a table, the longer names first. */
const unit =
  '(?:[百千万亿]{0,2}(?:平方公里|平方千米|平方米|立方米|千瓦时|人民币|美元|港元|欧元|分钟|小时|公里|千米|厘米|毫米|公顷|公斤|千克|毫克|毫升|摄氏度|周岁|人次|[元角分年月日时秒岁周天人名个只台辆架套件米亩克吨升度倍次场届票家户项级层排号路版页本册份条头处所座艘班趟公斤两石])|[百千万亿]+|(?:kg|mg|km|cm|mm|ml|kW|min|kB|MB|GB|TB|°C|[gtmlLWVAhs])(?![A-Za-z]))'
const digits = '\\d+(?:[.,:：]\\d+)*'

/** A number with its sign, and its unit where it has one: 12.5元, −1.25%, 108元/10公斤, 8:05. No line ends inside it. */
const source = `[+\\-−–±¥￥$€£]{0,2}${digits}(?:[-–—~～]${digits})?\\s?(?:[%％‰℃°]|${unit})?(?:/\\d*${unit})?`
export const numberWithUnit = new RegExp(source, 'gu')

const wholeNumber = new RegExp(`^(?:约|近|第)?${source}[↑↓]?$`, 'u')
/** What stands for a number that there is none of. */
const noNumber = /^(?:[-–—―…×✓√/／*＊·]|——|……|无|未定)?$/u

/**
 * What should not be broken in a cell: numbers with their units, words between spaces, and up to four Han characters, the length of
 * a short label; of an address what stands between its marks.
 */
const wordPattern = new RegExp(`${source}|\\p{Script=Han}{1,4}|[^\\s\\p{Script=Han}]+`, 'gu')
const longestWord = 12
export const unbreakableIn = (text: string): string[] =>
  (text.match(wordPattern) ?? []).flatMap((word) =>
    word.length > longestWord ? word.split(/(?<=[-./_:@&=?#])/) : [word],
  )

/** How far the numbers of a column reach to either side of their points, thousandths of an em. */
export interface NumberColumn {
  readonly before: number
  readonly after: number
}

/** The point of a number, or where its whole digits end and its unit begins. */
const pointOf = (text: string): number => {
  const found = /\d[\d,]*/u.exec(text)
  return found ? found.index + found[0].length : 0
}

/** Widths of a number before its point and from there on. */
export const sidesOf = (text: string, face: LineFace): NumberColumn => {
  const before = lineWidthOf(text.slice(0, pointOf(text)), face)
  return { before, after: lineWidthOf(text, face) - before }
}

export const isNumber = (text: string): boolean => wholeNumber.test(text.trim())

/** The sides of a column whose cells are numbers, all but those that are empty; undefined of any other column. */
export const numberColumnOf = (cells: readonly string[], face: LineFace): NumberColumn | undefined => {
  const numbers = cells.filter(isNumber)
  if (numbers.length === 0 || cells.some((cell) => !isNumber(cell) && !noNumber.test(cell.trim()))) return undefined
  const sides = numbers.map((cell) => sidesOf(cell, face))
  return {
    before: Math.max(...sides.map(({ before }) => before)),
    after: Math.max(...sides.map(({ after }) => after)),
  }
}
