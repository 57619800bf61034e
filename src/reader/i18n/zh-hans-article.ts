import { formatDate } from '@/text/dates'
import { formatPageLabel } from '@/text/page-label'

/** Words of the article view, loaded with it. */
export const zhHansArticle = {
  closeArticle: '关闭，回到版面',
  closeWord: '关闭',
  nextArticle: '下一篇',
  previousArticle: '上一篇',
  listen: '听这篇文章',
  listenWord: '听报',
  listenSign: '听',
  textSettings: '字号和颜色',
  textWord: '字号',
  typeSign: '字',
  seam: (from: string, to: string) => `此处由${from}转至${to}`,
  seamTo: (page: string) => `看${page}`,
  jumpMissing: (line: string) => `报上印着“${line}”，那一版不在本期数据里，下文请看印刷的报纸。`,
  jumpOriginMissing: (line: string) => `报上印着“${line}”，那一版不在本期数据里，上文请看印刷的报纸。`,
  withdrawn: (date: string) => `本文已于${formatDate(date)}撤回。`,
  pageWithoutText: '这一版没有文字，只有版面的图。再按一次“文字”，回到版面。',
  articleWithoutText: '这里没有文字，请看版面。',
  workingTitleNote: '原报无题，此为代拟',

  picture: (at: number, of: number) => (of > 1 ? `图片，第${at}张，共${of}张` : '图片'),
  enlarge: (caption: string) => `放大看图片${caption && `：${caption}`}`,
  loadingPicture: '正在打开图片……',
  closePicture: '关闭图片',
  previousPicture: '上一张',
  nextPicture: '下一张',
  larger: '放大',
  smaller: '缩小',

  placeOnPage: (page: string) => `在版面上看：${page}`,
  lengthOf: (characters: number) => `约${roundedLength(characters)}字`,
  minutesToRead: (minutes: number) => `读约${minutes}分钟`,
  nextIs: '下一篇',
  previousIs: '上一篇',
  othersOnPage: (page: string) => `${page}的其他文章`,

  more: '更多：分享、复制、打印',
  moreWord: '更多',
  actions: '这篇文章',
  share: '分享……',
  copyLink: '复制链接',
  copyText: '复制全文',
  qrCode: '二维码',
  qrAdvice: '用手机扫一扫，就能打开这篇文章。',
  printArticle: '打印这篇文章（大字）',
  printPage: '打印这一版',
  closeActions: '关闭',
  linkCopied: '链接已复制',
  textCopied: '全文已复制，末尾附出处',
  cannotCopy: '这个浏览器不让复制，请长按下面的地址自己复制。',
  cannotShare: '没有分享成，可以复制链接发给别人。',
  address: '这篇文章的地址',
  source: (paper: string, isoDate: string, page: string) =>
    `——摘自《${paper}》${formatDate(isoDate)}${formatPageLabel(page)}`,

  bookmark: '书签',
  addBookmark: '加书签',
  removeBookmark: '取消书签',
  bookmarked: '已加书签，在“已存报纸”里找得到',
  bookmarkRemoved: '书签已取消',
  cannotRemember: '没有记下：这个浏览器不让保存，可能正在无痕浏览。',
}

/** 120 stays 120, 1,234 becomes 1200: an estimate should not look more precise than it is. */
const roundedLength = (characters: number): number =>
  characters < 100
    ? characters
    : characters < 1000
      ? Math.round(characters / 10) * 10
      : Math.round(characters / 100) * 100
