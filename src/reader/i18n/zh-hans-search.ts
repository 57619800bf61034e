import { formatDate } from '@/text/dates'

/** Words of search, loaded with its view. */
export const zhHansSearch = {
  title: '搜索',
  label: '搜什么',
  placeholder: '人名、地名、一句话，或日期',
  clear: '清空',
  back: '返回',
  scope: '在哪里搜',
  scopeIssue: (date: string) => `${formatDate(date)}这一期`,
  scopeSaved: '本机已存的各期',
  scopeAll: '各期报纸',

  recent: '最近搜过',
  clearRecent: '清除记录',
  recentCleared: '搜索记录已清除',
  recentNote: '搜索记录只存在这台设备上。',
  how: '简体繁体、全角半角、大写小写都算一样；几个词用空格隔开，就找都提到的文章；输入日期，找那一天的报纸。没有网络也能搜。',

  running: (searched: number, total: number) => (total > 1 ? `正在搜，已看 ${searched} / ${total} 期……` : '正在搜……'),
  found: (articles: number, issues: number) =>
    articles === 0 ? `找到 ${issues} 期` : issues > 1 ? `在 ${issues} 期里找到 ${articles} 篇` : `找到 ${articles} 篇`,
  isCut: (most: number) => `只列出前 ${most} 篇。再多打几个字，可以找得更准。`,
  unread: (issues: readonly string[]) => `有 ${issues.length} 期的数据读不出来，没有搜到：${issues.join('、')}。`,
  broken: '搜到一半出了错，请再试一次。',
  issueByDate: '看这一期',
  hits: (count: number) => `${count} 处`,

  nothing: (query: string) => `没有找到“${query}”`,
  searchedIssue: (date: string) => `搜的是${formatDate(date)}这一期的标题、署名和全文。`,
  searchedSaved: (issues: number) => `搜的是存在本机的 ${issues} 期报纸的标题、署名和全文。`,
  nothingSaved: (date?: string) => `本机没有存报纸，先在最新一期${date ? `（${formatDate(date)}）` : ''}里找。`,
  adviceWords: '可以换个说法，或者少打几个字再试。',
  adviceUnsaved: '没有存到本机的报纸搜不到；要找别的日子，先打开那一期，存下来再搜。',
  tryIssue: (date: string) => `搜${formatDate(date)}这一期`,
  trySaved: '搜本机已存的各期',
  openDay: (date: string) => `打开${formatDate(date)}的报纸`,
  openNewest: '看最新一期',

  archive: '全部往期',
  archiveCounting: '正在全部往期里找……',
  archiveFound: (articles: number, isExact: boolean, year?: number) =>
    `${year === undefined ? '' : `${year} 年`}${isExact ? '共' : '约'} ${articles} 篇`,
  archiveNothing: (year?: number) => (year === undefined ? '没有。' : `${year} 年没有。`),
  archiveListed: '和上面列出的相同，不再重复。',
  archiveYears: '只看一年',
  archiveAllYears: '各年',
  archiveYear: (year: number) => `${year} 年`,
  archiveMore: '再看十篇',
  archiveReading: '正在取……',
  archiveUnreachable: '连不上网络，全部往期没有搜到。',
  archiveUnsought: (word: string) => `“${word}”没有可以查的字，全部往期没有搜。`,
  archiveOutdated: '这份报纸的索引是新的格式，请更新阅读器，再搜全部往期。',
  archiveBroken: '全部往期的索引读不出来，没有搜到。过一会儿再试。',
  archiveNote: '搜往期时只取索引文件的几小段；除了报纸的网站，没有人能知道搜了什么。',
  nothingHere: '这台设备上存的报纸里没有。',
  searchedArchive: '报纸网站上的全部往期也找过了。',

  hitBar: '搜索到的位置',
  hitOf: (no: number, count: number) => `第 ${no} 处，共 ${count} 处`,
  noHit: (query: string) => `这篇里没有“${query}”`,
  previousHit: '上一处',
  nextHit: '下一处',
  onPage: '在版面上看',
  /** The accessible name: another link of the article says 在版面上看 too. */
  hitOnPage: '在版面上看这一处',
  endHits: '收起搜索',
}
