import { formatByline, parseDateline, parseNameLine, parseReportHead } from '@/text/byline'
import { endsInsideSentence } from '@/text/sentence'
import { Clipping } from '../passages/clipping'
import { parseSignatureLine } from '../passages/signature-line'

/** A text apart from its signatures. */
export interface SignedText {
  readonly byline?: string
  /** 新华社北京5月24日电. Absent for 本报讯, which says no more than the paper's name does. */
  readonly dateline?: string
  /** The printed byline and dateline. */
  readonly signatures: readonly Clipping[]
  readonly body: Clipping
}

/** “本报讯（记者 张三）昨天…” */
export const readHead = (clipping: Clipping): SignedText => {
  const report = parseReportHead(clipping.text)
  const alone = report ? undefined : parseDateline(clipping.text)
  const dateline = report?.dateline ?? alone?.dateline
  const length = report?.length ?? alone?.length ?? 0
  return {
    ...(report && { byline: formatByline(report.byline) }),
    ...(dateline && !/^本[报報][讯訊]$/u.test(dateline) && { dateline }),
    signatures: length > 0 ? [clipping.slice(0, length).trim()] : [],
    body: clipping.slice(length).trim(),
  }
}

/** The byline of （记者 张三）, or of mere names, which sign a text only after the end of a sentence. */
const bylineOf = (printed: string, isAfterSentence: boolean): string | undefined => {
  const report = parseReportHead(printed)
  if (report) return report.length < printed.length ? undefined : formatByline(report.byline)
  return isAfterSentence ? parseNameLine(printed.replace(/[（(）)]/gu, ''))?.join(' ') : undefined
}

/** “…开放。（记者 张三）”, “…开放。（张三）”; undefined if there is no byline at the end. */
export const readFoot = (clipping: Clipping): SignedText | undefined => {
  const [printed = ''] = /[（(][^（()）]{2,30}[）)]\s*$/u.exec(clipping.text) ?? []
  const from = clipping.text.length - printed.length
  const byline = bylineOf(printed, !endsInsideSentence(clipping.text.slice(0, from)))
  if (byline === undefined || from === 0) return undefined
  return {
    byline,
    signatures: [clipping.slice(from)],
    body: clipping.slice(0, from).trim(),
  }
}

/** A signature on a line of its own. */
export const readSignatureLine = (clipping: Clipping): SignedText => {
  const byline = parseSignatureLine(clipping.text)
  return { ...(byline && { byline }), signatures: [clipping], body: Clipping.empty }
}
