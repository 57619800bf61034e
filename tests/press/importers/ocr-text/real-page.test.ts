import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { foldedOf } from '@/press/importers/ocr-text/passages/letters'
import { manuscriptOf } from './imported-manuscript'

const folder = process.env['BANMIAN_REAL_DATA']

/** What a careful person reads in the page. */
interface Facts {
  readonly masthead: {
    readonly date: string
    readonly weekday: string
    readonly lunarDate: string
    readonly serialNo: number
    readonly channels: readonly string[]
    readonly address: string
    readonly hotline: string
    readonly email: string
    readonly fax: string
    readonly permit: string
    readonly site: string
    readonly notice: string
    readonly editors: Readonly<Record<string, readonly string[]>>
  }
  readonly banner: string
  readonly articles: readonly {
    readonly headline: string | null
    readonly kicker?: string
    readonly deck?: string
    readonly reporters: readonly string[]
    readonly continuedOn?: string
    readonly subheads?: readonly string[]
  }[]
  readonly picture: { readonly caption: string; readonly credit: string }
  readonly sentencesCutAtColumnEnds: readonly string[]
  readonly passagesRepeatedInTheInput: readonly string[]
  readonly textThatSurvivesOnlyInARepeat: {
    readonly belongsToArticle: number
    readonly between: readonly [string, string]
    readonly 'text begins': string
  }
  readonly cutWithoutContinuation: readonly string[]
}

/** Widths and spaces do not count. */
const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')
const foldAll = (texts: readonly string[]): string[] => texts.map(fold)

const open = () => {
  const read = (name: string) => readFileSync(join(folder ?? '', 'sjb-2024-05-25', name), 'utf8')
  const facts = JSON.parse(read('facts.json')) as Facts
  const manuscript = manuscriptOf(read('front-page.ocr.txt'))
  const articles = manuscript.articles.filter(({ kind }) => kind !== 'picture')
  return {
    facts,
    ...manuscript,
    articles,
    pictures: manuscript.articles.flatMap(({ pictures }) => pictures ?? []),
    texts: articles.map(({ paragraphs }) => paragraphs.join('')),
  }
}

describe.skipIf(!folder)('the real front page', () => {
  it('has the whole masthead', () => {
    const { facts, issue } = open()
    const { lunarDate, serialNo, channels, editors, date, weekday, ...lines } = facts.masthead
    expect(issue).toMatchObject({ date, weekday, lunar_date: lunarDate, serial_no: serialNo, editors })
    expect(foldAll(issue['channels'] as string[])).toEqual(foldAll(channels))
    for (const [key, value] of Object.entries(lines)) expect(fold(String(issue[key]))).toBe(fold(value))
    expect(Object.keys(issue)).toHaveLength(Object.keys(facts.masthead).length)
  })

  it('has the banner head, over the articles of its event only', () => {
    const { facts, page, articles } = open()
    expect(fold(String(page['banner']))).toBe(fold(facts.banner))
    for (const { banner, paragraphs } of articles)
      expect(banner ?? false).toBe(fold(paragraphs.join('')).includes(fold(facts.banner)))
  })

  it('has the articles in their order, each with its title block, byline, subheads and jump', () => {
    const { facts, articles } = open()
    expect(articles).toHaveLength(facts.articles.length)
    facts.articles.forEach((wanted, at) => {
      const read = articles[at]
      expect(read?.headline && fold(read.headline)).toBe(wanted.headline === null ? undefined : fold(wanted.headline))
      expect(read?.kicker && fold(read.kicker)).toBe(wanted.kicker && fold(wanted.kicker))
      expect(read?.deck && fold(String(read.deck))).toBe(wanted.deck && fold(wanted.deck))
      expect(read?.byline).toBe(['记者', ...wanted.reporters].join(' '))
      expect(foldAll(read?.subheads ?? [])).toEqual(foldAll(wanted.subheads ?? []))
      expect(read?.printed_jump).toBe(wanted.continuedOn && '▶下转第七版')
    })
  })

  it('has the picture with its caption and credit', () => {
    const { facts, pictures } = open()
    expect(pictures).toHaveLength(1)
    expect(fold(pictures[0]?.caption ?? '')).toBe(fold(facts.picture.caption))
    expect(pictures[0]?.credit).toContain(facts.picture.credit)
  })

  it('has no passage twice', () => {
    const { facts, texts } = open()
    const whole = fold(texts.join(''))
    for (const passage of facts.passagesRepeatedInTheInput)
      expect(whole.split(fold(passage)).length - 1).toBeLessThanOrEqual(1)
    // Two articles may share a set phrase of some thirty letters; a passage is longer, or a whole sentence.
    const letters = foldedOf(texts.join('\n'))
    const length = 40
    const seen = new Map<string, number>()
    for (let at = 0; at + length <= letters.length; at++) {
      const run = letters.slice(at, at + length)
      expect(seen.get(run) ?? at).toBe(at)
      seen.set(run, at)
    }
    const sentences = texts.flatMap((text) => text.split(/(?<=[。！？])/u)).map(foldedOf)
    const long = sentences.filter((sentence) => sentence.length >= 20)
    expect(new Set(long).size).toBe(long.length)
  })

  it('joins the sentences cut at column ends, and reports the one that goes on nowhere', () => {
    const { facts, texts, findings } = open()
    const whole = fold(texts.join(''))
    for (const cut of facts.sentencesCutAtColumnEnds) expect(whole).toContain(fold(cut.replace('|', '')))
    const ends = findings.filter(({ code }) => code === 'ocr-cut-end')
    expect(ends).toHaveLength(facts.cutWithoutContinuation.length)
    for (const text of facts.cutWithoutContinuation)
      expect(ends.some(({ why }) => fold(why).includes(fold(text)))).toBe(true)
  })

  it('puts the text that survives only in a repeat back in its place', () => {
    const { facts, texts } = open()
    const { belongsToArticle, between, 'text begins': begins } = facts.textThatSurvivesOnlyInARepeat
    const text = fold(texts[belongsToArticle - 1] ?? '')
    const [before, after] = between
    const at = text.indexOf(fold(begins))
    expect(text.slice(0, at).replace(/。$/u, '').endsWith(fold(before))).toBe(true)
    expect(text.slice(at)).toContain(fold(after))
    expect(text.split(fold(after))).toHaveLength(2)
  })

  it('names a file and a line in every finding', () => {
    for (const { place } of open().findings) {
      expect(place.file).toBe('page.txt')
      expect(place.line).toBeGreaterThan(0)
    }
  })
})
