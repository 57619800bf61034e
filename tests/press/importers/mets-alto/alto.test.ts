import fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readAlto, readPoints } from '@/press/importers/mets-alto/pages/read-alto'
import { textOfWords } from '@/press/importers/mets-alto/pages/text-of-words'
import type { SourceWord } from '@/press/importers/mets-alto/pages/source-page'
import { alto, altoAround, importPackage, issueOf, partsOf } from './package'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const words = (text: string): readonly SourceWord[] => readAlto(bytesOf(text)).pages[0]?.words ?? []

/** A word at a place of its own. */
const string = (content: string, more = ''): string =>
  `<String HPOS="10" VPOS="10" WIDTH="40" HEIGHT="20" CONTENT="${content}" ${more}/>`
const lines = (...rows: readonly string[]): string =>
  altoAround(`<TextBlock ID="B">${rows.map((row) => `<TextLine>${row}</TextLine>`).join('')}</TextBlock>`)
const textOf = (page: string): string => textOfWords(words(page)).text

describe('reading ALTO', () => {
  it.each([
    ['none', ''],
    ['that of CCS', 'http://schema.ccs-gmbh.com/ALTO'],
    ['version 2', 'http://www.loc.gov/standards/alto/ns-v2#'],
    ['version 3', 'http://www.loc.gov/standards/alto/ns-v3#'],
    ['version 4', 'http://www.loc.gov/standards/alto/ns-v4#'],
  ])('reads the same words whatever the namespace: %s', (_, namespace) =>
    expect(
      words(alto([{ id: 'B1', lines: ['The ferry runs', 'again'] }], { namespace })).map(({ text }) => text),
    ).toEqual(['The', 'ferry', 'runs', 'again']),
  )

  it('reads elements with a prefix that nobody declared', () =>
    expect(
      words(
        '<a:alto><a:Layout><a:Page><a:TextBlock><a:TextLine><a:String CONTENT="dock"/></a:TextLine></a:TextBlock></a:Page></a:Layout></a:alto>',
      ),
    ).toMatchObject([{ text: 'dock' }]))

  it('counts a page of tenths of a millimetre in pixels of 300 to the inch', async () => {
    const issue = await issueOf({
      'p.xml': alto([{ id: 'B', at: [254, 508], lines: ['tide'] }], { unit: 'mm10', size: [2540, 3810] }),
    })
    expect(issue.pages[0]).toMatchObject({ width: 3000, height: 4500 })
    expect(issue.articles[0]?.parts[0]?.blocks[0]?.words[0]?.box).toEqual([300, 600, 47, 24])
  })

  it('counts a page of twelve-hundredths of an inch in the pixels of its picture', async () => {
    const page = alto([{ id: 'B', at: [1200, 2400], lines: ['tide'] }], { unit: 'inch1200', size: [12_000, 18_000] })
    const issue = await issueOf({ 'p.xml': page, 'p.jp2': '2000x3000' })
    expect(issue.pages[0]).toMatchObject({ width: 2000, height: 3000, picture: 'p.jp2' })
    expect(issue.articles[0]?.parts[0]?.blocks[0]?.words[0]?.box.slice(0, 2)).toEqual([200, 400])
  })

  it('does not believe a print space that is counted otherwise than the words', async () => {
    const space = altoAround(
      '<TextBlock ID="B"><TextLine><String HPOS="1900" VPOS="2900" WIDTH="90" HEIGHT="20" CONTENT="end"/></TextLine></TextBlock>',
    ).replace('<PrintSpace>', '<PrintSpace HPOS="30" VPOS="66" WIDTH="5491" HEIGHT="9532">')
    const { issue, codes } = await importPackage({ 'p.xml': space })
    expect(issue?.pages[0]).toMatchObject({ width: 2000, height: 3000 })
    expect(codes).toEqual(['import-no-articles'])
  })

  it('takes the size of a page from its words where it is said wrongly', async () => {
    const { issue, codes } = await importPackage({
      'p.xml': alto([{ id: 'B', at: [1500, 2000], lines: ['low water'] }], { size: [100, 100] }),
    })
    expect(codes).toContain('import-page-size')
    expect(issue?.articles[0]?.parts[0]?.blocks[0]?.words[0]?.box[2]).toBeGreaterThan(20)
  })

  it('reads a packed file', async () => {
    const issue = await issueOf({ 'p.xml.gz': gzipSync(alto([{ id: 'B', lines: ['packed'] }])) })
    expect(partsOf(issue.articles[0])).toEqual([[1, 'packed']])
  })

  it('reads in the order that ALTO 4.3 tells', async () => {
    const page = alto([
      { id: 'B1', lines: ['second'] },
      { id: 'B2', at: [100, 500], lines: ['first'] },
    ]).replace(
      '<Layout>',
      '<Layout><ReadingOrder><OrderedGroup><ElementRef REF="B2"/><ElementRef REF="B1"/></OrderedGroup></ReadingOrder>',
    )
    expect(partsOf((await issueOf({ 'p.xml': page })).articles[0])).toEqual([[1, 'first', 'second']])
  })

  it('keeps words that stand in no block', async () => {
    const issue = await issueOf({
      'p.xml': altoAround('<TextLine><String HPOS="5" VPOS="5" WIDTH="9" HEIGHT="9" CONTENT="loose"/></TextLine>'),
    })
    expect(partsOf(issue.articles[0])).toEqual([[1, 'loose']])
  })
})

describe('text from words', () => {
  it('puts a hyphenated word together, and each half keeps its place', () => {
    const page = lines(
      `${string('the')}<SP/>${string('har-', 'SUBS_TYPE="HypPart1" SUBS_CONTENT="harbour"')}<HYP CONTENT="-"/>`,
      `${string('bour', 'SUBS_TYPE="HypPart2" SUBS_CONTENT="harbour"')}<SP/>${string('gate')}`,
    )
    const { text, words: placed } = textOfWords(words(page))
    expect(text).toBe('the harbour gate')
    expect(placed.map(({ from, length }) => text.slice(from, from + length))).toEqual(['the', 'har', 'bour', 'gate'])
  })

  it.each([
    ['a hyphen that the source has for the line only', lines(`${string('har')}<HYP/>`, string('bour')), 'harbour'],
    ['a hyphen between small letters', lines(string('har-'), string('bour')), 'harbour'],
    ['a soft hyphen', lines(string('Har¬'), string('Bour')), 'HarBour'],
    [
      'a hyphen that stands for a word that follows',
      lines(string('Nord-'), `${string('und')}<SP/>${string('Südtor')}`),
      'Nord- und Südtor',
    ],
    ['a hyphen before a capital', lines(string('Paris-'), string('Lyon')), 'Paris- Lyon'],
    [
      'a first half at the very end',
      lines(`${string('har', 'SUBS_TYPE="HypPart1" SUBS_CONTENT="harbour"')}<HYP/>`),
      'har-',
    ],
    ['two words without a space between', lines(`${string('5')}<SP/>${string('o')}${string('’clock')}`), '5 o’clock'],
    ['a file that has no spaces at all', lines(`${string('low')}${string('water')}`), 'low water'],
    ['Chinese', lines(`${string('渡')}<SP/>${string('口')}`, string('今日')), '渡口今日'],
    ['Chinese with Latin', lines(`${string('渡口')}<SP/>${string('No.5')}<SP/>${string('開')}`), '渡口 No.5 開'],
    [
      'an abbreviation, which stays as printed',
      lines(string('Dr.', 'SUBS_TYPE="Abbreviation" SUBS_CONTENT="Doctor"')),
      'Dr.',
    ],
  ])('writes %s', (_, page, text) => expect(textOf(page)).toBe(text))

  it('keeps all letters, and places every word where it stands in the text', () => {
    const piece = fc.record({
      text: fc.string({
        unit: fc.constantFrom('a', 'é', 'ß', '渡', '口', 'x', '-', '.', '¬', '7'),
        minLength: 1,
        maxLength: 6,
      }),
      isGlued: fc.boolean(),
      newLine: fc.boolean(),
      hasHyphen: fc.boolean(),
      half: fc.constantFrom(undefined, undefined, undefined, 1 as const, 2 as const),
    })
    const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        let line = 0
        const some = pieces.map(({ text, isGlued, newLine, hasHyphen, half }, index): SourceWord => {
          if (newLine) line++
          return { text, box: [index, 0, 5, 5], line, isGlued, hasHyphen, ...(half === undefined ? {} : { half }) }
        })
        const { text, words: placed } = textOfWords(some)
        expect(lettersOf(text)).toBe(lettersOf(pieces.map((one) => one.text).join('')))
        let end = 0
        for (const { from, length, box } of placed) {
          expect(from).toBeGreaterThanOrEqual(end)
          end = from + length
          const own = pieces[box[0]]?.text ?? ''
          expect(lettersOf(text.slice(from, end))).toBe(lettersOf(own))
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('lists of coordinates', () => {
  it.each([
    ['276,324 276,50', 2],
    ['276 324 276 50 802 50', 3],
    ['1.5,2 3,4', 2],
  ])('reads %s', (text, count) => expect(readPoints(text)).toHaveLength(count))
  it.each(['', '1,2 3', 'a,b', '1,2 NaN,4'])('refuses “%s”', (text) => expect(readPoints(text)).toBeUndefined())
})
