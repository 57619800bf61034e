import type { ReadWords } from '../../model/draft'
import type { Report } from '../../report'
import type { Box } from '@/bundle/geometry'

/**
 * `words.txt` in a page's folder: the places of its words, for a person to look at and for the press to read. A line that begins with `#`
 * names an article; each line after it is x, y, width, height and the word.
 */
export const formatPageWords = (articles: readonly ReadWords[]): string =>
  articles
    .map(({ article, words }) =>
      [
        `# ${article}`,
        ...words.map(
          ({ text, box: { x, y, width, height } }) => `${[x, y, width, height].map(Math.round).join(' ')} ${text}`,
        ),
      ]
        .map((line) => `${line.replace(/\s+/gu, ' ')}\n`)
        .join(''),
    )
    .join('')

/** Reads `words.txt`. A line that is none of its is reported and passed over. */
export const readPageWords = (text: string, file: string, report: Report): ReadWords[] => {
  const articles: { article: string; words: { text: string; box: Box }[] }[] = []
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    const [, article] = /^# (.+)$/u.exec(line) ?? []
    if (article !== undefined) return void articles.push({ article: article.trim(), words: [] })
    const [, x, y, width, height, word] = /^(\d{1,6}) (\d{1,6}) (\d{1,6}) (\d{1,6}) (.+)$/u.exec(line) ?? []
    const own = articles.at(-1)
    if (word === undefined || !own) return report.add('bad-word-line', { file, line: index + 1 }, {})
    const box = { x: Number(x), y: Number(y), width: Number(width), height: Number(height) }
    own.words.push({ text: word, box })
  })
  return articles
}
