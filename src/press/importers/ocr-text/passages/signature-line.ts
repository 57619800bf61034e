import { formatByline, parseBylineLine, parseNameLine, parseReportHead } from '@/text/byline'

/** “□ 本报记者 张三”, “（记者 张三）”, “（张三）”: the byline of a line that holds a signature and nothing else. */
export const parseSignatureLine = (text: string): string | undefined => {
  const line = parseBylineLine(text)
  if (line) return formatByline(line)
  const report = parseReportHead(text)
  if (report && !report.dateline && report.length === text.length) return formatByline(report.byline)
  return parseNameLine(/^\s*[（(](.+)[）)]\s*$/u.exec(text)?.[1] ?? '')?.join(' ')
}
