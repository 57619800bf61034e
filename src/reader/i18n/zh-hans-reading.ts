import { formatDate } from '@/text/dates'

/** Words of bookmarks and reading history, loaded with them. */
export const zhHansReading = {
  untitled: '（无题）',
  issueDate: (issue: string) => formatDate(issue.slice(0, 10)),
  resume: '接着读：',
  dismissResume: '不用了',
  firstHint: '点哪篇，读哪篇。',
  closeHint: '知道了',
  bookmarks: '书签',
  noBookmarks: '还没有书签。读文章时点一下上方的书签，就记在这里。',
  removeBookmark: '取消',
  bookmarkRemoved: (title: string) => `已取消书签：${title}`,
  history: '读过的文章',
  noHistory: '还没有读过的文章。',
  removePlace: '删去',
  /** Follows the name of a button, so that the button of each row has a name of its own. */
  ofTitle: (title: string) => `：${title}`,
  placeRemoved: (title: string) => `已删去：${title}`,
  clearHistory: '全部删去',
  historyCleared: '读过的文章已全部删去',
  undo: '撤销',
  staysHere: '书签和读过的文章只记在这台设备上，不会发到别处。',
  cannotRemember: '这个浏览器不让保存，书签和读过的文章记不下来，可能正在无痕浏览。',
  unread: '未读',
}
