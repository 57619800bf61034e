import { formatDate } from '@/text/dates'
import { formatPageLabel } from '@/text/page-label'

/** What the press itself says in an issue that it hands to other programs. */
export interface StandardWords {
  readonly contents: string
  readonly pages: string
  readonly cover: string
  readonly picture: string
  readonly untitled: string
  readonly untitledKinds: Readonly<Partial<Record<string, string>>>
  readonly readOnline: string
  readonly withdrawn: (isoDate: string) => string
  /** A title where no notice stands beside it. */
  readonly withdrawnTitle: (title: string) => string
  readonly seam: (from: string, to: string) => string
  readonly continued: (from: string) => string
  readonly jumpMissing: (line: string) => string
  readonly jumpOriginMissing: (line: string) => string
  readonly accessibility: string
  /** Names of what a masthead prints. */
  readonly masthead: { readonly date: string; readonly lunarDate: string; readonly serialNo: string }
}

const simplified: StandardWords = {
  contents: '目录',
  pages: '版面',
  cover: '封面',
  picture: '图片',
  untitled: '（无题）',
  untitledKinds: { advert: '广告', picture: '图片', notice: '启事', contents: '导读', staff: '报头' },
  readOnline: '在线阅读',
  withdrawn: (isoDate) => `本文已于${formatDate(isoDate)}撤回。`,
  withdrawnTitle: (title) => `〔已撤回〕${title}`,
  seam: (from, to) => `〔此处由${from}转至${to}〕`,
  continued: (from) => `（接${from}）`,
  jumpMissing: (line) => `报上印着“${line}”，那一版不在本期数据里，下文请看印刷的报纸。`,
  jumpOriginMissing: (line) => `报上印着“${line}”，那一版不在本期数据里，上文请看印刷的报纸。`,
  accessibility: '文字可以放大、重排和朗读，按版面和文章编目，转版的文章已经接好。',
  masthead: { date: '日期', lunarDate: '农历', serialNo: '总期号' },
}

const traditional: StandardWords = {
  ...simplified,
  contents: '目錄',
  picture: '圖片',
  untitled: '（無題）',
  untitledKinds: { advert: '廣告', picture: '圖片', notice: '啟事', contents: '導讀', staff: '報頭' },
  readOnline: '線上閱讀',
  withdrawn: (isoDate) => `本文已於${formatDate(isoDate)}撤回。`,
  seam: (from, to) => `〔此處由${from}轉至${to}〕`,
  jumpMissing: (line) => `報上印著「${line}」，那一版不在本期資料裡，下文請看印刷的報紙。`,
  jumpOriginMissing: (line) => `報上印著「${line}」，那一版不在本期資料裡，上文請看印刷的報紙。`,
  accessibility: '文字可以放大、重排和朗讀，按版面和文章編目，轉版的文章已經接好。',
  masthead: { date: '日期', lunarDate: '農曆', serialNo: '總期號' },
}

/** Words in the script of a paper. @param lang BCP 47 */
export const wordsIn = (lang: string): StandardWords => (/-(Hant|TW|HK|MO)\b/i.test(lang) ? traditional : simplified)

/** “第二版 要闻” */
export const pageTitle = ({ label, name }: { readonly label: string; readonly name?: string | undefined }): string =>
  [formatPageLabel(label), name].filter(Boolean).join(' ')

/** “版面 2026年11月24日 早报” */
export const issueTitle = ({
  paper,
  date,
  edition,
}: {
  readonly paper: { readonly name: string }
  readonly date: string
  readonly edition?: string | undefined
}): string => [paper.name, formatDate(date), edition].filter(Boolean).join(' ')
