import { formatByline, parseBylineLine, parseDateline, parseNameLine, parseReportHead } from '@/text/byline'
import { charactersOf, sliceStrip, trimStrip, type Strip } from './strip'

/** Who signs, taken off the text that is signed. */
export interface Signed {
  readonly byline?: string
  /** 新华社北京5月24日电; 本报讯 is not kept: it says nothing that the paper's name does not. */
  readonly dateline?: string
  /** The printed byline and dateline. */
  readonly signatures: readonly Strip[]
  /** The text without them. */
  readonly body: Strip
}

/** “本报讯（记者 张三）昨天…” */
export const readHead = (raw: string, strip: Strip): Signed => {
  const text = charactersOf(raw, strip)
  const report = parseReportHead(text)
  const alone = report ? undefined : parseDateline(text)
  const dateline = report?.dateline ?? alone?.dateline
  const length = report?.length ?? alone?.length ?? 0
  return {
    ...(report && { byline: formatByline(report.byline) }),
    ...(dateline && !/^本[报報][讯訊]$/u.test(dateline) && { dateline }),
    signatures: length > 0 ? [trimStrip(raw, sliceStrip(strip, 0, length))] : [],
    body: trimStrip(raw, sliceStrip(strip, length)),
  }
}

/** “…开放。（记者 张三）”: a byline at the end of the text, if there is one. */
export const readFoot = (raw: string, strip: Strip): Signed | undefined => {
  const text = charactersOf(raw, strip)
  const [printed = ''] = /[（(][^（()）]{2,30}[）)]\s*$/u.exec(text) ?? []
  const report = parseReportHead(printed)
  const from = text.length - printed.length
  if (!report || report.length < printed.length || from === 0) return undefined
  return {
    byline: formatByline(report.byline),
    signatures: [sliceStrip(strip, from)],
    body: trimStrip(raw, sliceStrip(strip, 0, from)),
  }
}

/** “□ 本报记者 张三”, “（记者 张三）”, “（张三）”: what a line says that holds a signature and nothing else. */
export const bylineOf = (text: string): string | undefined => {
  const line = parseBylineLine(text)
  if (line) return formatByline(line)
  const report = parseReportHead(text)
  if (report && !report.dateline && report.length === text.length) return formatByline(report.byline)
  return parseNameLine(/^\s*[（(](.+)[）)]\s*$/u.exec(text)?.[1] ?? '')?.join(' ')
}

/** A signature on a line of its own. */
export const readBylineLine = (raw: string, strip: Strip): Signed => {
  const byline = bylineOf(charactersOf(raw, strip))
  return { ...(byline && { byline }), signatures: [strip], body: [] }
}
