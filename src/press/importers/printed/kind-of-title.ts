import type { ArticleKind } from '@/bundle/issue'

const kinds: readonly (readonly [kind: ArticleKind, title: RegExp])[] = [
  ['contents', /^(?:今日|本期|本报)?(?:导读|導讀|目录|目錄|要目|看点)$|^今日.{0,3}(?:导读|版面)/u],
  ['advert', /^(?:广告|廣告|公益广告)/u],
  ['staff', /^(?:本版责编|本版責編|责任编辑)/u],
]

/** What an article is by its title, where its source does not say it. */
export const kindOfTitle = (title: string, hasText: boolean): ArticleKind => {
  const plain = title.replace(/\s+/gu, '')
  const known = kinds.find(([, pattern]) => pattern.test(plain))?.[0]
  return known ?? (/^(?:图片|圖片)(?:新闻|新聞|$)/u.test(plain) && !hasText ? 'picture' : 'news')
}
