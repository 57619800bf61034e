import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnLines, labelsOn } from '../../support/drawn-lines'
import { generatedPictures, textOf } from '../../support/generated-page'
import { howMany } from '../../support/how-many'
import { articleFile, plainFiles } from '../../support/manuscript'
import { setFiles } from '../../support/set-issue'
import { settingFaults } from '../../support/setting-faults'
import { overlap } from '../../support/set-text'

const han = fc.string({ unit: fc.constantFrom(...'河口渔港北岸机械南湖青年'), minLength: 1, maxLength: 12 })
const number = fc.constantFrom('12.5元', '−3%', '1208', '8:05', '—', '0512-58312345', '3—5人')
const tableOf = fc
  .tuple(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1, max: 40 }))
  .chain(([columns, rows]) =>
    fc.tuple(
      fc.array(han, { minLength: columns, maxLength: columns }),
      fc.array(fc.array(fc.oneof(han, number), { minLength: columns, maxLength: columns }), { maxLength: rows }),
    ),
  )
  .map(([head, body]) => [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n'))
const poem = fc
  .array(fc.array(fc.array(han, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 26 }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((stanzas) =>
    ['```verse', stanzas.map((lines) => lines.map((words) => words.join('，')).join('\n')).join('\n\n'), '```'].join(
      '\n',
    ),
  )
const paragraph = fc
  .integer({ min: 20, max: 400 })
  .chain((characters) => textOf(characters))
  .map((texts) => texts.join('\n\n'))
const body = fc
  .array(fc.oneof(paragraph, paragraph, tableOf, poem, fc.constant('## 小标题')), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join('\n\n'))
const head = fc
  .record({
    weight: fc.constantFrom('lead', 'second', 'standard', 'brief'),
    columns: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 }),
    box: fc.constantFrom('none', 'none', 'line', 'tint'),
    hasPicture: fc.boolean(),
    goesOn: fc.boolean(),
    isVertical: fc.integer({ min: 0, max: 9 }).map((no) => no === 0),
  })
  .map(({ weight, columns, box, hasPicture, goesOn, isVertical }) =>
    [
      `headline: 一篇文章\nweight: ${weight}\nbox: ${box}`,
      ...(columns === null ? [] : [`columns: ${columns}`]),
      ...(hasPicture ? ['pictures:\n  - file: p.png\n    caption: 图说一句。'] : []),
      ...(goesOn && !isVertical ? ['continues_on: 2'] : []),
      ...(isVertical ? ['writing: vertical'] : []),
    ].join('\n'),
  )
const page = fc.array(fc.tuple(head, body), { minLength: 1, maxLength: 6 })

const textsOf = (articles: readonly (readonly [string, string])[]): Record<string, string> => ({
  ...Object.fromEntries(articles.map(([front, text], index) => [`page-01/${index}.md`, articleFile(front, text)])),
  'page-02/1.md': articleFile('headline: 第二版', '第二版也有一段话。'.repeat(40)),
})

const pageCount = howMany(16, 150)

describe(`${pageCount} pages of tables, poems, pictures and text`, () => {
  it.each(['horizontal', 'vertical'])(
    'in %s lines hold every character once, in order, over nothing else, and what is printed again over nothing either',
    async (writing) => {
      const paper = { 'paper.yaml': `${plainFiles['paper.yaml']}writing: ${writing}\n` }
      for (const articles of fc.sample(page, { numRuns: pageCount, seed: 20_261_124 })) {
        const set = await setFiles({ ...textsOf(articles), ...paper }, generatedPictures)
        expect(settingFaults(set)).toEqual([])
        if (writing === 'vertical' || articles.some(([front]) => front.includes('vertical'))) continue
        for (const no of [1, 2]) {
          const labels = labelsOn(set, no)
          const covered = drawnLines(set, no).filter((line) => labels.some((label) => overlap(line, label)))
          expect(covered.map(({ text }) => text)).toEqual([])
        }
      }
    },
    240_000,
  )
})
