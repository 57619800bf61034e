import { affinityAmong } from '../articles/affinity'
import type { Ledger } from '../ledger'
import type { Clipping } from '../passages/clipping'
import { foldedOf } from '../passages/letters'
import type { Passage } from '../passages/passage'
import { bannerAffinity, bannerGap, fewestLinesWithBanner, fewestReports, moreReportsWithoutGap } from './thresholds'

/** Folded running text from one report head to the next. */
const reportsOf = (passages: readonly Passage[]): string[] =>
  passages.reduce<string[]>((reports, { kind, folded }) => {
    if (kind === 'head') return [...reports, folded]
    return kind === 'body' ? [...reports.slice(0, -1), (reports.at(-1) ?? '') + folded] : reports
  }, [])

/**
 * 通栏题: takes the first line of the page, if other title lines follow, and either several reports name the event that
 * the line names, or blank lines set it apart from a kicker and a headline.
 */
export const takeBanner = (
  passages: readonly Passage[],
  ledger: Ledger,
): { readonly banner?: Clipping; readonly rest: readonly Passage[] } => {
  const [first, second, ...others] = passages
  const lines = passages.findIndex(({ kind }) => kind !== 'title')
  if (!first || !second || lines < 2 || first.jump) return { rest: passages }
  const gapBelow = Math.max(0, ...others.slice(0, lines - 2).map(({ gap }) => gap))
  const isApart = second.gap >= bannerGap && second.gap > gapBelow
  const hasTitleBelow = lines >= fewestLinesWithBanner
  const reports = reportsOf(passages).filter((text) => text.includes(first.folded)).length
  const isNamed = reports >= fewestReports + (isApart || hasTitleBelow ? 0 : moreReportsWithoutGap)
  if (!isNamed && !(isApart && hasTitleBelow)) return { rest: passages }
  if (!isNamed)
    ledger.note('ocr-doubtful', first.clipping, {
      text: ledger.quote(first.clipping),
      reason: 'read as the banner head because it stands apart; no two reports name it',
    })
  return { banner: first.clipping, rest: passages.slice(1) }
}

/** Whether an article is about the banner's event: it names the event, or has nearly all words of the name. */
export const isUnderBanner = (banner: Clipping, articleText: string): boolean =>
  foldedOf(articleText).includes(banner.folded) || (affinityAmong([articleText])(banner.text)[0] ?? 0) >= bannerAffinity
