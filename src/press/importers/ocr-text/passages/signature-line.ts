import { formatByline, parseBylineLine, parseNameLine, parseReportHead } from '@/text/byline'

/** A sign that begins a signature, or 文/, and names that need not be common ones: nothing else begins so. */
const signed = /^\s*(?:[□■◇◆○●◎]|文\s*[/／])\s*([\p{Script=Han}·]{2,4}(?:[\s、]+[\p{Script=Han}·]{2,4}){0,2})\s*$/u

/** “□ 本报记者 张三”, “□ 张三”, “文/张三”, “（记者 张三）”, “（张三）”: the byline of a line that holds a signature and nothing else. */
export const parseSignatureLine = (text: string): string | undefined => {
  const line = parseBylineLine(text)
  if (line) return formatByline(line)
  const report = parseReportHead(text)
  if (report && !report.dateline && report.length === text.length) return formatByline(report.byline)
  const [, names] = signed.exec(text) ?? []
  if (names !== undefined)
    return names
      .split(/[\s、]+/u)
      .filter(Boolean)
      .join(' ')
  return parseNameLine(/^\s*[（(](.+)[）)]\s*$/u.exec(text)?.[1] ?? '')?.join(' ')
}
