import { lineOf, some, yamlOf } from './manuscript-yaml'
import type { PrintedIssue } from './printed-issue'

const dateHint = '# date: 2024-05-25   the day of the issue, which the source does not say\n'

/** 1208, but 0031 and 4821-4823 as they are printed. */
const numberOf = (printed: string | undefined): number | string | undefined =>
  printed !== undefined && String(Number(printed)) === printed ? Number(printed) : printed

/** issue.yaml: what the source says of the issue as a whole. */
export const issueYaml = ({
  date,
  issueNo,
  serialNo,
  lunarDate,
  editionName,
  paper,
  masthead = {},
}: PrintedIssue): string => {
  const head = yamlOf({
    date,
    edition_name: lineOf(editionName),
    weekday: masthead.weekday,
    lunar_date: lineOf(lunarDate),
    serial_no: numberOf(serialNo),
    issue_no: numberOf(issueNo),
    channels: some(masthead.channels ?? []),
    address: masthead.address,
    hotline: masthead.hotline,
    email: masthead.email,
    fax: masthead.fax,
    permit: masthead.permit,
    site: masthead.site,
    notice: masthead.notice,
    editors: masthead.editors,
    lang: paper.isLangAssumed === true ? undefined : paper.lang,
  })
  return date === undefined ? dateHint + head : head
}
