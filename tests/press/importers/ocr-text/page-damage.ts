import { chanceOf, extracted, type Chance, type PrintedStory, type Shape } from './extractor-shapes'
import type { VillagePage } from './village-pages'

const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '己已',
    '未末',
    '土士',
    '日曰',
    '人入',
    '大太',
    '天夫',
    '干千',
    '田由',
    '水永',
    '王玉',
    '午牛',
    '间问',
    '的旳',
    '一—',
    '口囗',
    '了丁',
    '风凤',
  ].flatMap(([one = '', other = '']) => [
    [one, other],
    [other, one],
  ]),
)

/** Loses one character in a hundred, and swaps one in thirty of those that look like another. */
const damagedText = (text: string, chance: Chance): string =>
  [...text]
    .flatMap((one) => {
      if (one === '\n' || one === ' ') return [one]
      if (chance() < 0.01) return []
      return [chance() < 0.03 ? (lookAlikes[one] ?? one) : one]
    })
    .join('')

const replaced = <Item>(list: readonly Item[], at: number, item: Item): Item[] => [
  ...list.slice(0, at),
  item,
  ...list.slice(at + 1),
]

/** Two neighbouring columns of one article change places. */
const columnsExchanged = (stories: readonly PrintedStory[], chance: Chance): readonly PrintedStory[] => {
  const wide = stories.filter(({ columns }) => columns.length > 1)
  const story = wide[Math.floor(chance() * wide.length)]
  if (!story) return stories
  const [first = [], second = [], ...others] = story.columns
  return replaced(stories, stories.indexOf(story), { ...story, columns: [second, first, ...others] })
}

/** Some lines of a text stand again later in it, or in the next text. */
const passageRepeated = (stories: readonly PrintedStory[], chance: Chance): readonly PrintedStory[] => {
  const from = Math.floor(chance() * stories.length)
  const lines = stories[from]?.columns.flat() ?? []
  const start = Math.min(lines.length, 1 + Math.floor(chance() * 4))
  const repeat = lines.slice(start, start + 4)
  const to = Math.min(stories.length - 1, from + Math.floor(chance() * 2))
  const story = stories[to]
  if (!story) return stories
  const [last = []] = story.columns.slice(-1)
  const at = to === from ? last.length : Math.floor(last.length / 2)
  const damaged = [...last.slice(0, at), ...repeat, ...last.slice(at)]
  return replaced(stories, to, { ...story, columns: replaced(story.columns, story.columns.length - 1, damaged) })
}

/** A page as an extractor wrote it of a sheet that suffered: two columns exchanged, a passage repeated, characters lost and swapped. */
export const damagedPage = (page: VillagePage, shape: Shape, seed: number): string => {
  const raw = extracted(page, shape, {
    seed,
    damage: (stories, chance) => passageRepeated(columnsExchanged(stories, chance), chance),
  })
  return damagedText(raw, chanceOf(seed + 77))
}
