/**
 * An archive made up, the same for the same size: words of a made-up vocabulary, as unevenly frequent as words are, and stretches of the
 * specimen's texts.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Numbers in [0, 1), the same for the same seed: mulberry32. */
const randomOf = (seed) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const specimen = 'docs/specimen'
const texts = readdirSync(specimen, { recursive: true })
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => readFileSync(join(specimen, name), 'utf8').replace(/[^\u4e00-\u9fff，。；：、“”]/g, ''))
  .join('')

/** A rank below `count`, of which each is about as frequent as its place says: Zipf's law. */
const rank = (random, count) => Math.min(count - 1, Math.floor(Math.exp(random() * Math.log(count + 1))) - 1)

/** Characters of the specimen by frequency, then others; words of them, the frequent ones made of frequent characters. */
const vocabulary = (() => {
  const random = randomOf(1)
  const counts = new Map()
  for (const one of texts) if (/[\u4e00-\u9fff]/.test(one)) counts.set(one, (counts.get(one) ?? 0) + 1)
  const own = [...counts].sort((a, b) => b[1] - a[1]).map(([one]) => one)
  const others = Array.from({ length: 3000 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 6) % 20_000)))
  const all = [...new Set([...own, ...others])]
  const pick = () => all[rank(random, all.length)] ?? ''
  return Array.from({ length: 120_000 }, () => Array.from({ length: random() < 0.7 ? 2 : 3 }, pick).join(''))
})()

const textOf = (random, characters) => {
  let text = ''
  let inSentence = 0
  while (text.length < characters) {
    const from = Math.floor(random() * (texts.length - 12))
    const piece =
      random() < 0.25
        ? texts.slice(from, from + 4 + Math.floor(random() * 8))
        : vocabulary[rank(random, vocabulary.length)]
    text += piece
    inSentence += piece.length
    if (inSentence > 12 && random() < 0.3) text += random() < 0.4 ? '。' : '，'
    if (inSentence > 40) inSentence = 0
    if (random() < 0.01) text += '\n'
  }
  return `${text}\n`
}

const firstDay = Date.UTC(2026, 10, 30)
export const dateOf = (issue) => new Date(firstDay - issue * 86_400_000).toISOString().slice(0, 10)
/** Names of pages. */
const sections = ['要闻', '综合', '社会', '副刊']

/** Segments as the press cuts them: past years, this year, this month. */
export const segmentSpans = [
  (date) => date >= '2026-11',
  (date) => date >= '2026' && date < '2026-11',
  (date) => date < '2026',
]

/** Issues of a day each, newest first, of so many articles. */
export const generatedArchive = ({ issues, articles, characters }) =>
  async function* archive(isOwn = () => true) {
    for (let issue = 0; issue < issues; issue++) {
      const date = dateOf(issue)
      if (!isOwn(date)) continue
      const random = randomOf(1000 + issue)
      yield {
        date,
        articles: Array.from({ length: articles }, (_, index) => ({
          issue: date,
          date,
          article: `a${String(index).padStart(4, '0')}`,
          titles: { headline: textOf(random, characters).slice(0, 14).replace(/\n/g, '') },
          pages: [
            {
              no: 1 + (index >> 2),
              label: String(1 + (index >> 2)),
              name: sections[(index >> 2) % sections.length],
              from: 0,
            },
          ],
          text: textOf(random, characters),
        })),
      }
    }
  }

/** Queries of 1 to 8 characters by kind, and some of several words. Common: made of the first words of the vocabulary. Some: from the
middle of an article. In vain: of characters far apart. */
export const queriesOf = async (archive) => {
  const middle = (await archive().next()).value.articles[3].text.replace(/\n/g, '')
  const common = vocabulary.slice(0, 12).join('')
  const phraseOfCommon = texts.slice(200, 208)
  const queries = [1, 2, 3, 4, 8].flatMap((length) => [
    [
      'common',
      length === 8
        ? phraseOfCommon
        : length > 3
          ? common.slice(0, length)
          : (vocabulary[0] + vocabulary[1]).slice(0, length),
    ],
    ['some', middle.slice(201, 201 + length)],
    ['rare', vocabulary.slice(90_000, 90_010).join('').slice(0, length)],
    ['in vain', '靐齉龘爩麤鱻龖纞'.slice(0, length)],
  ])
  queries.push(
    ['two', `${vocabulary[5]} ${vocabulary[9]}`],
    ['two, one rare', `${vocabulary[5]} ${vocabulary[70_000]}`],
  )
  queries.push(['trap', `"${vocabulary[2]}${vocabulary[3]}${vocabulary[0]}${vocabulary[1]}"`])
  return queries
}
