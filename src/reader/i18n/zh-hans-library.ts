import { formatDate } from '@/text/dates'
import { formatBytes } from './format-bytes'

const quoted = (titles: readonly string[]): string => titles.map((title) => `《${title}》`).join('')

/** Words about saving and the library, loaded with the components that need them. */
export const zhHansLibrary = {
  onlySaved: '报社的目录现在打不开，先看存在本机的最近一期。',
  formatBytes,
  removed: '已从本机删除',
  libraryEmpty: { title: '本机还没有存报纸', advice: '打开一期报纸，点“存到本机”，没有网络也能看。' },
  saving: (done: string, total: string) => `正在存 ${done} / ${total}`,
  savingLabel: '保存进度',
  begin: '正在准备……',
  pause: '暂停',
  resume: '接着存',
  paused: '已暂停，存了一半',
  giveUp: '不存了',
  failed: (why = '') => `没有存成，以前存的都还在。${why}`,
  again: '再存一次',
  storage: {
    full: '本机空间不够。请在“已存报纸”里删去几期旧报，再存一次。',
    refused: '浏览器不让存，可能正在无痕浏览。',
    broken: '浏览器的存储出了错，请重新打开本页再试。',
  },
  askLarge: (bytes: string) => `放大用的大图还有 ${bytes}。现在一起存吗？`,
  withLarge: '一起存',
  withoutLarge: '先存文字和小图',
  offer: '以后每天的新报，要自动存吗？',
  offerWifi: '有 Wi-Fi 时存',
  offerAlways: '总是存',
  offerNever: '不用',
  removeQuestion: '从本机删除这一期？',
  confirmRemove: '删除',
  keep: '留着',

  corrected: (changed: readonly string[], withdrawn: readonly string[], added: readonly string[]) =>
    [
      changed.length > 0 && `更正了${quoted(changed)}`,
      withdrawn.length > 0 && `撤回了${quoted(withdrawn)}`,
      added.length > 0 && `新增了${quoted(added)}`,
    ]
      .filter(Boolean)
      .join('，') || '改了版面，文字没有变',
  correctionReady: (what: string) => `报社更正了这一期：${what}。`,
  correctionTaken: (what: string) => `这是更正后的这一期：${what}。`,
  showCorrected: '看更正后的',
  understood: '知道了',

  noticeOutdated: '阅读器在另一个窗口里更新了，请刷新本页。',
  noticeBlocked: '本机存的报纸要升级，请先关掉其他打开着本报的窗口。',
  noticeLost: (count: number) => `有 ${count} 期存过的报纸被系统清掉了，可以重新下载。`,
  reload: '刷新',
  look: '去看看',
  close: '关闭',

  unfinished: '没存完的',
  lost: '被系统清掉的',
  lostAdvice: '手机空间紧张时，系统会自己清理。下面几期可以重新下载。',
  fetchAgain: '重新下载',
  forget: '不要了',
  damaged: '这一期的数据有损坏',
  unread: '未读',
  pinned: '长期保留',
  pinName: (date: string) => `长期保留 ${formatDate(date)}`,
  withheld: (bytes: string) => `大图 ${bytes} 等有 Wi-Fi 再存`,

  space: '本机空间',
  use: (used: string, quota: string) => `已用 ${used}，浏览器最多给 ${quota}`,
  useUnknown: '这个浏览器不说还有多少空间。',
  total: (count: number, bytes: string) => `共 ${count} 期，${bytes}`,

  choices: '自动保存',
  newest: '最新一期自动存到本机',
  newestHow: { never: '不自动存', wifi: '有 Wi-Fi 时存', always: '总是存（可能用手机流量）' },
  newestAdvice: '“有 Wi-Fi 时”要浏览器能分清网络；分不清的浏览器，请选“总是存”或自己点“存到本机”。',
  large: '放大用的大图',
  largeHow: { ask: '多的时候先问我', wifi: '有 Wi-Fi 时存', always: '总是存' },
  keepCount: '自动存的报纸留几期',
  keepAdvice: '自己存的、标了“长期保留”的，不会自动清理。',
  issues: (count: number) => `${count} 期`,
} as const
