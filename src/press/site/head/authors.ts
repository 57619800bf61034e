import type { Article } from '@/bundle/issue'
import { parseBylineLine, parseNameLine } from '@/text/byline'

/** Names in a byline, as far as they can be told from the role before them: 本报记者 张三 李四. */
export const authorsOf = ({ byline }: Pick<Article, 'byline'>): readonly string[] => {
  if (byline === undefined) return []
  return parseBylineLine(byline)?.names ?? parseNameLine(byline) ?? []
}
