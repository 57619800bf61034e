import { catalogFile } from '@/bundle/file-names'
import { formatDate } from '@/text/dates'
import { formatPageLabel } from '@/text/page-label'
import type { FaultText } from './fault-text'
import { lateWords } from './late-words'

const damaged = { title: '这一期的数据有损坏', advice: '请稍后刷新再试。若仍打不开，请告诉报社，并附上下面这行说明。' }

const tooMuch = {
  title: '数据大得不正常，没有打开',
  advice: '为了您的手机，超过限度的文件一律不读。请告诉报社，并附上下面这行说明。',
}

/** A fault kind without words does not compile. */
const faults: FaultText = {
  'not-json': () => damaged,
  'wrong-shape': () => damaged,
  'too-large': () => tooMuch,
  'too-many': () => tooMuch,
  'newer-format': () => ({ title: '这一期要用新版阅读器打开', advice: '请刷新页面更新阅读器，再打开这一期。' }),
  'missing-part': () => ({ title: '这一期缺了一部分', advice: '请稍后刷新再试；报社可能正在更新这一期。' }),
  'wrong-digest': () => ({
    title: '收到的数据与报社发出的不一致',
    advice: '可能是传输出错。请刷新再试；多次如此，请换一个网络。',
  }),
  'duplicate-id': () => damaged,
  'unknown-id': () => damaged,
  'outline-outside-page': () => damaged,
  'part-claimed-twice': () => damaged,
  'range-overlap': () => damaged,
  'range-gap': () => damaged,
  'text-mismatch': () => damaged,
  'lines-mismatch': () => damaged,
  'wrong-issue': () => ({ title: '打开的不是这一期', advice: '请从往期列表中重新选择。' }),
  'not-signed': () => ({
    title: '这一期没有报社的签名，没有打开',
    advice: '本报每一期都有签名，没有的可能不是报社发的。请稍后再试；仍是这样，请告诉报社。',
  }),
  'wrong-signature': () => ({
    title: '这一期的签名不对，没有打开',
    advice: '内容可能被人改过，或者没有传完整。请换一个网络再试；仍是这样，请告诉报社。',
  }),
  'older-revision': ({ known, found }) => ({
    title: '收到的是这一期的旧版本，没有打开',
    advice: `报社已经改到第${known}次，收到的却是第${found}次。请刷新再试，或换一个网络。`,
  }),
  'wrong-catalogue': () => ({
    title: '目录与报社签发的不一致，这一期没有打开',
    advice: '报社可能正在更新，请过一会儿再试；仍是这样，请换一个网络。',
  }),
  'not-found': ({ file }) =>
    file === catalogFile
      ? { title: '报社的目录打不开', advice: '请过一会儿再试；存过的报纸在“已存报纸”里。' }
      : { title: '没有这一期', advice: '请核对日期，或从最新一期看起。' },
  'page-instead': () => ({
    title: '收到的是一个网页，不是报纸',
    advice: '这里的网络可能要先登录（如宾馆、车站的 Wi-Fi），登录以后再试；不用登录，就是报社没有这一期。',
  }),
  unreachable: () => ({
    title: '现在没有网络，这一期也没有存在本机',
    advice: '联网后再打开；存过的报纸在“已存报纸”里，没有网络也能看。',
  }),
  'server-error': ({ status }) => ({ title: '报社的服务器暂时没有回应', advice: `请过一会儿再试。（${status}）` }),
}

const inOneLine = (texts: readonly (string | undefined)[]): string => texts.filter(Boolean).join('　')

/** Words of the first page, and words that several views share. */
export const zhHans = {
  faults,
  formatDate,
  pageLabel: formatPageLabel,
  pageTitle: (label: string, name?: string) => [formatPageLabel(label), name].filter(Boolean).join(' '),
  skipToContent: '跳到正文',
  ...lateWords,
  loading: '正在打开……',
  /** In place of a picture. */
  unshown: { forged: '这幅图与报社发布的不一致，没有显示', absent: '这幅图没有取到' },
  lateAdvice: '一来就会显示。也可以再试，或先看存在本机的报纸。',
  toNewest: '看最新一期',
  nowhere: { title: '没有这个地址', advice: '可能是链接抄错了一位。' },
  noIssues: { title: '还没有出报', advice: '报社发布第一期以后，这里就能看到。' },

  pages: '版面',
  pagesOfIssue: '本期各版',
  previousPage: '上一版',
  nextPage: '下一版',
  articlesOfPage: '本版文章',
  listTool: '篇目',
  withdrawn: '已撤回',
  noArticles: '这一版没有可点开的文章。',
  asText: '文字',
  textSign: '文',
  zoomIn: '放大',
  zoomOut: '缩小',
  regionOf: (title: string) => `打开：${title}`,
  untitled: '（无题）',
  untitledKinds: { advert: '广告', picture: '图片', notice: '启事', contents: '导读', staff: '报头' } as Readonly<
    Partial<Record<string, string>>
  >,

  article: '文章',
  jumpOnPage: (page: string) => `下转${page}`,
  jumpFromPage: (page: string) => `上接${page}`,

  save: '存到本机',
  saved: '已存，没有网络也能看',
  savedWord: '存好了',
  remove: '删除',
  removeSaved: '从本机删除',
  settings: '设置',
  elderTool: '大字（长辈版）',
  elderWord: '大字',
  elderSign: '大',
  calendar: '往期报纸',
  calendarOf: (year: number, month: number) => `${year}年${month}月报纸`,
  calendarWord: '往期',
  library: '已存报纸',
  libraryWord: '已存',
  search: '搜索',
  issueLine: (date: string, weekday?: string, lunarDate?: string, serialNo?: string) =>
    inOneLine([formatDate(date), weekday, lunarDate, serialNo === undefined ? undefined : `总第${serialNo}期`]),
  inOneLine,
  updateReady: '阅读器有新版本',
  updateNow: '现在更新',
  later: '以后',
}

export type GeneralWords = typeof zhHans
