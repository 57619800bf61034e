import { pagesNamedBy } from '@/text/page-label'
import type { Report } from '../../report'

/** `page-04`, `04-要闻`, `page-A04`: a number, and before it the capital letter of a section that stands by itself. */
const folderName = /^(?<before>\D*?)(?<section>(?<![A-Za-z])[A-Z])?(?<digits>\d{1,3})(?!\d)/

/** What a folder's name says of its page. */
export interface PageNumber {
  /** The letter before the number, A of A04; empty if there is none. */
  readonly section: string
  readonly number: number
  /** The label of the page, unless page.yaml has another. */
  readonly label: string
}

const numberIn = (folder: string, before: PageNumber | undefined): PageNumber => {
  const { section = '', digits } = folderName.exec(folder)?.groups ?? {}
  const number = digits === undefined ? (before?.number ?? 0) + 1 : Number(digits)
  return { section, number, label: section && digits ? `${section}${digits}` : String(number) }
}

/**
 * The page that each folder stands for: its number (`page-04` is page 4, whether or not there is a page 3), after the letter of its section
 * if it has one (`page-A04` is A04), or the next one if its name has none. If two folders have one number, all count in order.
 */
export const pageNumbersOf = (folders: readonly string[]): PageNumber[] => {
  const numbers: PageNumber[] = []
  for (const folder of folders) numbers.push(numberIn(folder, numbers.at(-1)))
  const last = new Map<string, number>()
  const isClear = numbers.every(({ section, number }) => {
    const isNext = number > (last.get(section) ?? 0)
    last.set(section, number)
    return isNext
  })
  return isClear ? numbers : folders.map((_, index) => ({ section: '', number: index + 1, label: String(index + 1) }))
}

/** What is needed of a page to tell whether it is missing. */
interface NumberedPage extends PageNumber {
  readonly folder: string
}

/** The numbers that a label gives its pages, whatever stands before them: 12 and 13 for A12-A13. */
const numbersIn = (label: string): number[] =>
  pagesNamedBy(label).flatMap((page) => {
    const found = /(?<!\d)\d+$/.exec(page)?.[0]
    return found === undefined ? [] : [Number(found)]
  })

/** 2; 2, 3; 2–4: of three pages and more, the first and the last. */
const inWords = (pages: readonly string[]): string =>
  pages.length > 2 ? `${pages[0] ?? ''}–${pages.at(-1) ?? ''}` : pages.join(', ')

/** Parts numbers in order where one of them is left out. */
const stretchesOf = (numbers: readonly number[]): number[][] => {
  const stretches: number[][] = []
  for (const number of numbers) {
    const stretch = stretches.at(-1)
    if (stretch?.at(-1) === number - 1) stretch.push(number)
    else stretches.push([number])
  }
  return stretches
}

/** Reports the pages before a folder, back to the one before it in its section, that no folder and no label stands for. */
export const reportMissingPages = (pages: readonly NumberedPage[], report: Report): void => {
  const named = new Set(pages.flatMap(({ label }) => pagesNamedBy(label)))
  const numbered = new Set(pages.flatMap(({ label }) => numbersIn(label)))
  const last = new Map<string, number>()
  for (const { folder, section, number } of pages) {
    const before = last.get(section) ?? 0
    last.set(section, number)
    const between = Array.from({ length: Math.max(0, number - before - 1) }, (_, step) => before + 1 + step)
    const absent = between.filter((page) => !(section ? named.has(`${section}${page}`) : numbered.has(page)))
    const stretches = stretchesOf(absent).map((stretch) => inWords(stretch.map((page) => `${section}${page}`)))
    if (stretches.length > 0) report.add('missing-page', { file: folder }, { pages: stretches.join(', ') })
  }
}

/** Reports a page whose label is, in part or as a whole, that of a page before it: a jump could mean either. */
export const reportSharedLabels = (
  pages: readonly (NumberedPage & { readonly line: number })[],
  report: Report,
): void => {
  const first = new Map<string, string>()
  for (const { folder, label, line } of pages) {
    const named = pagesNamedBy(label)
    const other = named.map((page) => first.get(page)).find((found) => found !== undefined)
    if (other !== undefined) report.add('shared-label', { file: `${folder}/page.yaml`, line }, { label, other })
    for (const page of named) if (!first.has(page)) first.set(page, folder)
  }
}
