import { canonicalLabel } from '@/text/page-label'
import type { PrintedPage } from '../printed/printed-issue'
import { changed, failed, needless, type CorrectionAccount } from './correction-account'
import type { PageCorrection } from './corrections-record'

const isLabelled = ({ label }: PrintedPage, name: string): boolean => canonicalLabel(label) === canonicalLabel(name)

/** The page with the number, if it has the label; else the only one that has it. A page that has its new label already is meant, too. */
const indexOf = (pages: readonly PrintedPage[], { page: no, was, label }: PageCorrection): number | undefined => {
  const own = pages[no - 1]
  if (own && (isLabelled(own, was) || own.label === label)) return no - 1
  const [index, other] = pages.flatMap((page, at) => (isLabelled(page, was) ? [at] : []))
  return other === undefined ? index : undefined
}

/** Gives pages their labels and names. Labels change all at once, so that two pages can change theirs. */
export const correctPages = (
  pages: readonly PrintedPage[],
  corrections: readonly PageCorrection[],
  account: CorrectionAccount,
): readonly PrintedPage[] => {
  const meant = corrections.map((correction) => indexOf(pages, correction))
  const labels = new Map<number, string>()
  corrections.forEach(({ label }, at) => {
    const index = meant[at]
    if (index !== undefined && label !== undefined) labels.set(index, label)
  })
  const labelled = pages.map(({ label }, index) => canonicalLabel(labels.get(index) ?? label))
  return corrections.reduce<readonly PrintedPage[]>((made, { label, name }, at) => {
    const index = meant[at]
    const own = index === undefined ? undefined : made[index]
    const path = ['pages', at] as const
    if (index === undefined || !own)
      return account.take([...path, 'page'], failed('no page has this number and this label'), made)
    let page = own
    if (label !== undefined) {
      const isTaken = labelled.indexOf(canonicalLabel(label)) !== labelled.lastIndexOf(canonicalLabel(label))
      const change = isTaken ? failed('two pages would have the same label') : changed({ ...page, label })
      page = account.take([...path, 'label'], page.label === label ? needless : change, page)
    }
    if (name !== undefined)
      page = account.take([...path, 'name'], page.name === name ? needless : changed({ ...page, name }), page)
    return made.map((one, other) => (other === index ? page : one))
  }, pages)
}

/**
 * The index of the page that a correction means by a label or a number: of one with that label now, or as the source has it; else of that
 * number.
 */
export const pageNameReader =
  (now: readonly PrintedPage[], before: readonly PrintedPage[]) =>
  (name: string): number | undefined => {
    const index = [now, before]
      .map((pages) => pages.findIndex((page) => isLabelled(page, name)))
      .find((found) => found >= 0)
    if (index !== undefined) return index
    const no = Number(canonicalLabel(name))
    return Number.isInteger(no) && no >= 1 && no <= now.length ? no - 1 : undefined
  }
