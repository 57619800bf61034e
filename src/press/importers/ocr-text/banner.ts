import { affinityAmong } from './affinity'
import type { Ledger } from './ledger'
import { foldedOf } from './letters'
import { kindOf } from './passage-kind'
import type { Passage } from './passages'
import { charactersOf, type Strip } from './strip'

/** Blank lines that set a line apart from those below it. */
const wideGap = 2
/** An event's name stands in the reports of it: in two, or in three where nothing else sets the line apart. */
const fewestReports = 2
/** An article that holds this much of the banner's words is of its event, even where the name is not spelt out. */
const neededShare = 0.85

/** Running text from one report head to the next. */
const reportsOf = (raw: string, passages: readonly Passage[]): string[] =>
  passages.reduce<string[]>((reports, passage) => {
    const kind = kindOf(raw, passage)
    const folded = foldedOf(charactersOf(raw, passage.strip))
    if (kind === 'head') return [...reports, folded]
    return kind === 'body' ? [...reports.slice(0, -1), (reports.at(-1) ?? '') + folded] : reports
  }, [])

/**
 * 通栏题: takes the first line of the page, where it stands alone above at least one other title line and names the event
 * that several reports name, or is set apart by blank lines from a kicker and a headline.
 */
export const takeBanner = (
  raw: string,
  passages: readonly Passage[],
  ledger: Ledger,
): { readonly banner?: Strip; readonly rest: readonly Passage[] } => {
  const [first, second, ...others] = passages
  const titles = passages.findIndex((passage) => kindOf(raw, passage) !== 'title')
  if (!first || !second || titles < 2 || first.jump) return { rest: passages }
  const isApart =
    second.gap >= wideGap && second.gap > Math.max(0, ...others.slice(0, titles - 2).map(({ gap }) => gap))
  const folded = foldedOf(charactersOf(raw, first.strip))
  const reports = reportsOf(raw, passages).filter((text) => text.includes(folded)).length
  const isNamed = reports >= fewestReports + (isApart || titles > 2 ? 0 : 1)
  if (!isNamed && !(isApart && titles > 2)) return { rest: passages }
  if (!isNamed)
    ledger.note('ocr-doubtful', first.strip, {
      text: ledger.quote(first.strip),
      reason: 'read as the banner head because it stands apart; no two reports name it',
    })
  return { banner: first.strip, rest: passages.slice(1) }
}

/** Whether an article is of the banner's event: it names it, or holds nearly all its words. */
export const isUnderBanner = (raw: string, banner: Strip, articleText: string): boolean => {
  const text = charactersOf(raw, banner)
  return foldedOf(articleText).includes(foldedOf(text)) || (affinityAmong([articleText])(text)[0] ?? 0) >= neededShare
}
