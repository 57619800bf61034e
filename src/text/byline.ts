/** Who wrote or photographed, as a newspaper signs: a role and names. */
export interface Byline {
  /** 记者, 通讯员, 摄影 …, as printed. */
  readonly role: string
  readonly names: readonly string[]
}

const role =
  '(?:本报|本報)?(?:见习记者|實習記者|实习记者|首席记者|特约记者|记者|記者|通讯员|通訊員|特约通讯员|摄影记者)'
const name = '[\\p{Script=Han}·]{2,8}'
const names = `${name}(?:[\\s、，,]+${name})*`

const head = new RegExp(
  `^\\s*(本[报報][讯訊]|[^\\s（(]{0,8}[讯訊电電])?\\s*[（(]\\s*(${role})\\s*(${names})\\s*[）)]\\s*`,
  'u',
)
const credit = new RegExp(
  `^\\s*(?:[（(]\\s*)?(?:图片?[:：]?\\s*)?(?:${role})?\\s*(${names})\\s*(摄影报道|摄影|图文|供图|攝影|摄|攝|图)\\s*(?:[）)])?\\s*$`,
  'u',
)

const namesOf = (printed: string): string[] => printed.split(/[\s、，,]+/).filter(Boolean)

/** “本报讯（记者 彭璐 来俊祥）今年是…”: who signs, how long the printed head is, and its dateline (本报讯). */
export const parseReportHead = (
  paragraph: string,
): { readonly byline: Byline; readonly dateline?: string; readonly length: number } | undefined => {
  const [whole, dateline, printedRole, printedNames] = head.exec(paragraph) ?? []
  if (!whole || !printedRole || !printedNames) return undefined
  return {
    byline: { role: printedRole, names: namesOf(printedNames) },
    ...(dateline && { dateline }),
    length: whole.length,
  }
}

/** “记者 姜辉辉 摄”: a picture's credit on a line of its own. */
export const parseCredit = (text: string): Byline | undefined => {
  const [, printedNames, printedRole] = credit.exec(text) ?? []
  return printedNames && printedRole ? { role: printedRole, names: namesOf(printedNames) } : undefined
}

/** 记者 彭璐 来俊祥 */
export const formatByline = ({ role: printedRole, names: all }: Byline): string => [printedRole, ...all].join(' ')
