import type { ArticleKind } from '@/bundle/issue'
import { isAdvertName, isNoTitle } from '../../mets-alto/articles/told-title'

/** What the press itself calls an article without a title, in its own manifests. */
const ownWords: Readonly<Record<string, ArticleKind>> = {
  广告: 'advert',
  廣告: 'advert',
  图片: 'picture',
  圖片: 'picture',
  启事: 'notice',
  啟事: 'notice',
  导读: 'contents',
  導讀: 'contents',
  报头: 'staff',
  報頭: 'staff',
  '（无题）': 'news',
  '（無題）': 'news',
}

/** What an article is whose label only says that it has no title; undefined for a title. */
export const untitledKind = (label: string): ArticleKind | undefined => {
  const plain = label.trim()
  if (Object.hasOwn(ownWords, plain)) return ownWords[plain]
  if (isAdvertName(plain)) return 'advert'
  return isNoTitle(plain) ? 'news' : undefined
}
