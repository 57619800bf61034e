import { isTraditional } from './language'
import { canonicalLabel, formatPageLabel } from './page-label'

/** `on`: the text continues elsewhere. `from`: it began elsewhere. `see`: a teaser, which continues nothing. */
export type JumpDirection = 'on' | 'from' | 'see'

export interface ParsedJumpLine {
  readonly direction: JumpDirection
  /** Labels of the pages it names, in the canonical form of `page-label.ts`: `7`, `A4`. */
  readonly labels: readonly string[]
  /** 《…》 in the line: the title at the other end. */
  readonly title?: string
}

const verbs: Readonly<Record<JumpDirection, string>> = {
  on: '下转|下轉|下接|紧接|緊接|转至|轉至|转入|轉入|转|轉|续|續|未完转|未完轉|未完接',
  from: '本文上接|本文接|上接|接续|接續|续接|續接|接|承接|承',
  see: '详见|詳見|全文见|全文見|另见|另見|参见|參見|请看|請看|见|見',
}

const label = '头|頭|末|特刊\\d{1,2}|[A-Za-zＡ-Ｚａ-ｚ]{0,2}[0-9０-９]{1,3}|[一二三四五六七八九十廿]{1,4}'
const separator = '[、，,—\\-－~～至和及]'
const opening = '[▶►▷→◀◄◁←★☆●■◆△▲▼\\-－—―·•（(\\[【〔\\s]*'
const closing = '[▶►▷→◀◄◁←★☆●■◆△▲▼\\-－—―·•）)\\]】〕\\s。]*'
const pageWord = '[版坂面页頁]'

const lineOf = (direction: JumpDirection): RegExp =>
  new RegExp(
    `^${opening}(?:${verbs[direction]})\\s*(?:本报|本報|今日|今天)?\\s*[第笫]?\\s*` +
      `((?:${label})(?:\\s*${separator}\\s*(?:${label}))*)\\s*(${pageWord})?\\s*(?:《([^》]{1,60})》)?${closing}$`,
    'u',
  )

/** No printed jump line is longer, even with a title. */
const longestLine = 90

const lines = (['on', 'from', 'see'] as const).map((direction) => ({ direction, pattern: lineOf(direction) }))

/**
 * A text that is a printed jump line and nothing else: “▶下转第七版”, “（下接二版）”, “－－本文接第一版－－”, “◀ 上接 A01 版”, “下转７坂” (a
 * misread 版). The wordings are all observed in print. A verb that names no page (转载, 上接口) is not a jump, nor is a
 * number without the word for page, unless the verb is unmistakable (下转7).
 */
export const parseJumpLine = (text: string): ParsedJumpLine | undefined => {
  if (text.length > longestLine) return undefined
  for (const { direction, pattern } of lines) {
    const [, labels, page, title] = pattern.exec(text) ?? []
    if (!labels || (!page && !/[下上][转轉接]/.test(text))) continue
    return {
      direction,
      labels: labels.split(new RegExp(separator)).map(canonicalLabel),
      ...(title && { title }),
    }
  }
  return undefined
}

/** A paragraph without the jump line that it began or ended with. */
export interface SplitJump {
  readonly text: string
  /** As printed. */
  readonly line: string
  readonly jump: ParsedJumpLine
}

const leading =
  /^[\s◀◄◁←（(【〔\-－—―]*(?:本文)?(?:上接|[续續]接|接)[^，。；！？]{0,16}?[版坂面页頁][\s）)】〕\-－—―▶◀]*/u

/** Splits off a jump line at the end of a paragraph: “…阵地。 ▶下转第七版”. */
export const splitTrailingJump = (paragraph: string): SplitJump | undefined => {
  for (let at = Math.max(0, paragraph.length - longestLine); at < paragraph.length; at++) {
    const jump = parseJumpLine(paragraph.slice(at))
    if (jump?.direction === 'on')
      return { text: paragraph.slice(0, at).trimEnd(), line: paragraph.slice(at).trim(), jump }
  }
  return undefined
}

/** Splits off a jump line at the start of a paragraph: “（上接第一版）他说…”. */
export const splitLeadingJump = (paragraph: string): SplitJump | undefined => {
  const found = leading.exec(paragraph)?.[0]
  const jump = found === undefined ? undefined : parseJumpLine(found)
  if (!found || jump?.direction !== 'from') return undefined
  return { text: paragraph.slice(found.length).trimStart(), line: found.trim(), jump }
}

/** ▶下转第七版, simplified or traditional according to the language (BCP 47). */
export const formatContinuedOn = (pageLabel: string, lang: string): string =>
  `▶下${isTraditional(lang) ? '轉' : '转'}${formatPageLabel(pageLabel)}`

/** ◀上接第一版 */
export const formatContinuedFrom = (pageLabel: string): string => `◀上接${formatPageLabel(pageLabel)}`
