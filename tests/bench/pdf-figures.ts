import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { partsOf } from '@/bundle/jumps'
import { importPrinted } from '@/press/commands/import-printed'
import { openBundleFolder, type BundleFolder } from '@/press/io/bundle-folder'
import { bare, type TrueArticle } from '../support/founder-site'
import { quietContext } from '../support/quiet-context'
import { articlesOf, importAndBuild } from '../support/imported-issue'
import { pfrManuscript } from '../support/pfr-manuscript'

/** What the importer made of a printed PDF, beside what was printed. */
export interface PdfFigures {
  readonly articles: number
  readonly found: number
  readonly right: number
  readonly f1: number
  readonly titles: number
  readonly jumps: { readonly printed: number; readonly made: number; readonly right: number }
  readonly pages: { readonly printed: number; readonly found: number }
  /** Share of the printed letters that are in some article. */
  readonly placed: number
  readonly missed: readonly string[]
  readonly extra: readonly string[]
}

/** Shingles of four characters, of two where a text is short, as the scorer of the sources counts. */
const shinglesOf = (text: string, length: number): Map<string, number> => {
  const bag = new Map<string, number>()
  for (let at = 0; at + length <= text.length; at++) {
    const shingle = text.slice(at, at + length)
    bag.set(shingle, (bag.get(shingle) ?? 0) + 1)
  }
  return bag
}
const sizeOf = (bag: ReadonlyMap<string, number>): number => [...bag.values()].reduce((sum, count) => sum + count, 0)
const commonOf = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  let sum = 0
  for (const [shingle, count] of a) sum += Math.min(count, b.get(shingle) ?? 0)
  return sum
}

export const overlap = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length) < 24 ? 2 : 4
  const [one, other] = [shinglesOf(a, length), shinglesOf(b, length)]
  const all = sizeOf(one) + sizeOf(other)
  return all === 0 ? 0 : (2 * commonOf(one, other)) / all
}

const pairsOf = (printed: readonly TrueArticle[], found: readonly TrueArticle[]): Map<TrueArticle, TrueArticle> => {
  const scored = printed
    .flatMap((wanted) => found.map((own) => ({ wanted, own, score: overlap(wanted.text, own.text) })))
    .filter(({ score }) => score >= 0.8)
    .sort((a, b) => b.score - a.score)
  const pairs = new Map<TrueArticle, TrueArticle>()
  const used = new Set<TrueArticle>()
  for (const { wanted, own } of scored) {
    if (pairs.has(wanted) || used.has(own)) continue
    pairs.set(wanted, own)
    used.add(own)
  }
  return pairs
}

/** Articles with their titles in the text, as a reader meets them. */
const toCompare = async (bundle: BundleFolder): Promise<TrueArticle[]> => {
  const { issue } = bundle
  const texts = await articlesOf(bundle)
  return issue.articles.flatMap((article, index) => {
    const own = texts[index]
    const pages = partsOf(issue, article.id).map(({ page }) => page.no)
    if (!own) return []
    const told = [article.rubric, article.kicker, article.headline, ...(article.deck ?? []), article.byline]
    return [{ ...own, pages, text: bare(told.join('')) + own.text }]
  })
}

const stepsOf = ({ pages }: TrueArticle): string[] =>
  pages.slice(1).flatMap((page, index) => (pages[index] === page ? [] : [`${pages[index]}>${page}`]))

export const compareIssues = async (printed: BundleFolder, found: BundleFolder): Promise<PdfFigures> => {
  const [wanted, own] = [await toCompare(printed), await toCompare(found)]
  const pairs = pairsOf(wanted, own)
  const right = pairs.size
  const [precision, recall] = [right / (own.length || 1), right / (wanted.length || 1)]
  const titled = wanted.filter(({ title }) => title !== '')
  const joins = [...pairs].reduce((sum, [a, b]) => {
    const made = stepsOf(b)
    return sum + stepsOf(a).filter((step) => made.includes(step)).length
  }, 0)
  const count = (all: readonly TrueArticle[]): number => all.reduce((sum, one) => sum + stepsOf(one).length, 0)
  const [all, placed] = [wanted, own].map((articles) => shinglesOf(articles.map(({ text }) => text).join('\n'), 1))
  return {
    articles: wanted.length,
    found: own.length,
    right,
    f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    titles: titled.filter((one) => pairs.get(one)?.title === one.title).length / (titled.length || 1),
    jumps: { printed: count(wanted), made: count(own), right: joins },
    pages: { printed: printed.issue.pages.length, found: found.issue.pages.length },
    placed: all && placed ? commonOf(all, placed) / (sizeOf(all) || 1) : 0,
    missed: wanted
      .filter((one) => !pairs.has(one) || pairs.get(one)?.title !== one.title)
      .map((one) => {
        const best = own.reduce<{ score: number; title: string; text: string }>(
          (most, other) => {
            const score = overlap(one.text, other.text)
            return score > most.score ? { score, title: other.title, text: other.text } : most
          },
          { score: 0, title: '', text: '' },
        )
        return `${one.pages.join('→')} ${one.title} (${one.text.length}) ~ ${best.title} (${best.text.length}) ${best.score.toFixed(2)}`
      }),
    extra: own
      .filter((one) => ![...pairs.values()].includes(one))
      .map((one) => `${one.pages.join('→')} ${one.title} (${one.text.length}) ${one.text.slice(0, 30)}`),
  }
}

/** The specimen's manuscript with all its pages set from their text, also the one that stands there as a picture. */
export const copySpecimen = (specimen: string, manuscript: string): void => {
  cpSync(specimen, manuscript, { recursive: true })
  for (const name of readdirSync(manuscript, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:md|yaml)$/u.test(name) || !name.startsWith('page-')) continue
    const text = readFileSync(join(manuscript, name), 'utf8')
    writeFileSync(
      join(manuscript, name),
      text.replace(/^(?:picture: page\.webp|outlines:.*(?:\n(?: |- ).*)*)\n/gmu, ''),
    )
  }
}

/** @param data the folder of the real data */
export const copyPfr = (data: string, manuscript: string): void => {
  for (const [path, text] of Object.entries(pfrManuscript(join(data, 'text-zh/pfr-1998-01')).files)) {
    const file = join(manuscript, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** An issue as the press built it, and printed it. */
export interface PrintedPdf {
  readonly pdf: string
  readonly bundle: string
}

export const figuresOf = async ({ pdf, bundle }: PrintedPdf, work: string): Promise<PdfFigures> =>
  compareIssues(await openBundleFolder(bundle), (await importAndBuild(pdf, work)).bundle)

/** What comes of a PDF without a truth: it is only imported, for it may not say its day. */
export const importOne = async (pdf: string, work: string) => {
  const started = performance.now()
  const { exitCode, record, findings } = await importPrinted(
    { path: pdf, out: join(work, 'manuscript') },
    quietContext(),
  )
  const { pages, articles, joins, words, characters }: Readonly<Record<string, unknown>> = Object(record)
  return {
    exitCode,
    ...{ pages, articles, joins, words, characters },
    seconds: Math.round(performance.now() - started) / 1000,
    findings: findings.map(({ code }) => code),
  }
}

export const pdfsIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pdf')) : []
