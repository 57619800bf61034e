import fc from 'fast-check'

/** A page of articles with titles and texts of random characters, so that nothing repeats but what the test repeats. */
export interface CleanArticle {
  readonly headline: string
  readonly reporter: string
  readonly paragraphs: readonly string[]
  readonly jump?: string
}

const characters =
  '天地人山水火木金土日月星云雨风雪花草树叶果石沙田园林河湖海江桥路街巷门窗墙屋房楼台灯书笔墨纸画琴棋歌舞茶酒米面菜鱼虫鸟兽马牛羊犬猫龙虎红黄蓝白黑绿青紫东西南北春夏秋冬早晚新旧大小高低长短轻重快慢冷暖甜苦香脆圆方平直弯深浅远近'
const clause = fc.array(fc.constantFrom(...characters), { minLength: 9, maxLength: 15 }).map((all) => all.join(''))
const sentence = fc.array(clause, { minLength: 2, maxLength: 3 }).map((clauses) => `${clauses.join('，')}。`)
const paragraph = fc.array(sentence, { minLength: 2, maxLength: 3 }).map((sentences) => sentences.join(''))
const reporters = ['张三', '李四', '王五', '赵六']
/** Words of the first two clauses, as a headline has words of its text. */
const headlineOf = (text: string): string =>
  text
    .split(/[，。]/u)
    .slice(0, 2)
    .map((one) => one.slice(0, 6))
    .join('')

const article = fc
  .record({ paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 3 }), isContinued: fc.boolean() })
  .map(({ paragraphs, isContinued }) => ({
    paragraphs,
    ...(isContinued && { jump: '▶下转第七版' }),
    headline: headlineOf(paragraphs[0] ?? ''),
  }))
export const cleanArticles = fc.noShrink(
  fc
    .array(article, { minLength: 1, maxLength: 4 })
    .map((articles): CleanArticle[] => articles.map((one, at) => ({ ...one, reporter: reporters[at] ?? '' }))),
)

/** A printed passage; `damaged` is running text that takes no second fault. */
interface Printed {
  readonly text: string
  readonly kind: 'title' | 'text' | 'damaged'
}

const printedOf = (articles: readonly CleanArticle[]): Printed[] =>
  articles.flatMap(({ headline, reporter, paragraphs, jump }) => [
    { text: headline, kind: 'title' as const },
    ...paragraphs.map((text, at) => ({
      text: [
        at === 0 ? `本报讯(记者 ${reporter})` : '',
        text,
        jump && at === paragraphs.length - 1 ? ` ${jump}` : '',
      ].join(''),
      kind: 'text' as const,
    })),
  ])

/** One fault. `at` chooses the passage, `where` the place in it, `place` where a repeat goes: shares from 0 to 1. */
export interface Fault {
  readonly kind: 'repeat' | 'tail' | 'head' | 'glued' | 'lost' | 'cut' | 'misread' | 'moved'
  readonly at: number
  readonly where: number
  readonly place: number
}
const share = fc.double({ min: 0, max: 0.999, noNaN: true })
export const pageFault: fc.Arbitrary<Fault> = fc.record({
  kind: fc.constantFrom('repeat', 'tail', 'head', 'glued', 'lost', 'cut', 'misread', 'moved'),
  at: share,
  where: share,
  place: share,
})

/** Text keeps at least this much on both sides of a cut. */
const margin = 36

/** Characters that a passage loses and its repeat still has, and those before them that both have. */
const lostLength = 20
const context = 14

/** The headline over a passage, moved to another place after it. */
const withMovedTitle = (printed: readonly Printed[], index: number, later: number): Printed[] => {
  const from = printed.findLastIndex((one, at) => at < index && one.kind === 'title')
  const title = printed[from]
  if (!title) return [...printed]
  return [...printed.slice(0, from), ...printed.slice(from + 1, later), title, ...printed.slice(later)]
}

const withFault = (printed: readonly Printed[], { kind, at, where, place }: Fault): Printed[] => {
  const texts = printed.filter((one) => one.kind === 'text' && one.text.length > 100)
  const original = texts[Math.floor(at * texts.length)]
  if (!original) return [...printed]
  const index = printed.indexOf(original)
  const { text } = original
  const cutAt = margin + Math.floor(where * (text.length - 2 * margin))
  const later = index + 1 + Math.floor(place * (printed.length - index))
  const insert = (repeat: string, mended = original): Printed[] => [
    ...printed.slice(0, index),
    mended,
    ...printed.slice(index + 1, later),
    { text: repeat, kind: 'damaged' },
    ...printed.slice(later),
  ]
  const headline = printed.slice(0, index).findLast((one) => one.kind === 'title')?.text ?? ''
  if (kind === 'repeat') return insert(text)
  if (kind === 'misread') return insert(`${text.slice(0, cutAt)}口${text.slice(cutAt + 1)}`, { text, kind: 'damaged' })
  if (kind === 'moved') return withMovedTitle(printed, index, later)
  if (kind === 'tail') return insert(text.slice(cutAt))
  if (kind === 'head') return insert(text.slice(0, cutAt))
  if (kind === 'glued') return insert(headline + text.slice(cutAt))
  if (kind === 'cut') {
    const columnEnd = 48 + Math.floor(where * (text.length - 96))
    return [
      ...printed.slice(0, index),
      { text: text.slice(0, columnEnd), kind: 'damaged' },
      { text: text.slice(columnEnd), kind: 'damaged' },
      ...printed.slice(index + 1),
    ]
  }
  const lostAt = margin + Math.floor(where * (text.length - 2 * margin - lostLength))
  return insert(text.slice(lostAt - context), {
    text: text.slice(0, lostAt) + text.slice(lostAt + lostLength),
    kind: 'damaged',
  })
}

/** The raw text of a page with these articles, after these faults. */
export const rawPage = (articles: readonly CleanArticle[], faults: readonly Fault[]): string => {
  const printed = faults.reduce<Printed[]>(withFault, printedOf(articles))
  return `2024年4月23日 星期二\n\n${printed.map(({ text }) => text).join('\n\n')}\n`
}
