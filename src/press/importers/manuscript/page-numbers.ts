import { pagesNamedBy } from '@/text/page-label'
import type { Report } from '../../report'

const folderName = /^(\D*)(\d{1,3})(?!\d)/

/**
 * The page that each folder stands for: its number (`page-04` is page 4, whether or not there is a page 3), or the next one if its name has
 * none. If two folders have one number (`A01`, `B01`), all count in order.
 */
export const pageNumbersOf = (folders: readonly string[]): number[] => {
  const numbers: number[] = []
  for (const folder of folders) {
    const [, , written] = folderName.exec(folder) ?? []
    numbers.push(written === undefined ? (numbers.at(-1) ?? 0) + 1 : Number(written))
  }
  const isClear = numbers.every((number, index) => number > (numbers[index - 1] ?? 0))
  return isClear ? numbers : folders.map((_, index) => index + 1)
}

/** What is needed of a page to tell whether it is missing. */
interface NumberedPage {
  readonly folder: string
  readonly number: number
  readonly label: string
}

/** The numbers that a label gives its pages, whatever stands before them: 12 and 13 for A12-A13. */
const numbersIn = (label: string): number[] =>
  pagesNamedBy(label).flatMap((page) => {
    const found = /(?<!\d)\d+$/.exec(page)?.[0]
    return found === undefined ? [] : [Number(found)]
  })

/** Reports each stretch of pages between two folders that no folder and no label stands for. */
export const reportMissingPages = (pages: readonly NumberedPage[], report: Report): void => {
  const labelled = new Set(pages.flatMap(({ label }) => numbersIn(label)))
  for (const [index, { folder, number }] of pages.entries()) {
    const before = pages[index - 1]?.number ?? number
    const missing = Array.from({ length: number - before - 1 }, (_, step) => before + 1 + step)
    const absent = missing.filter((page) => !labelled.has(page))
    if (absent.length > 0) report.add('missing-page', { file: folder }, { pages: absent.join(', ') })
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
