import type { Ledger } from '../ledger'
import { Clipping } from '../passages/clipping'
import type { LetterRange } from './repeat-reading'
import type { RepeatVerdict } from './repeat-verdict'
import { quotedContext, quotedNeighbours } from './thresholds'

/** A repeat, and the text that is kept instead. */
export interface RepeatMatch {
  readonly repeat: Clipping
  readonly original: Clipping
  readonly verdict: RepeatVerdict
}

/** The original with the text put back that only its repeat has. Wreckage in place of lost text is left out. */
export const mendedOriginal = ({ repeat, original, verdict }: RepeatMatch): Clipping => {
  const { prelude, extension, inserts } = verdict
  const { letters } = original
  const starts = [0, ...inserts.map(({ originalTo }) => letters[originalTo]?.start ?? original.text.length)]
  const body = starts.flatMap((start, at) => {
    const insert = inserts[at]
    if (!insert) return [original.slice(start)]
    const kept = original.slice(start, letters[insert.originalFrom - 1]?.end ?? start)
    return [kept, repeat.sliceLetters(insert.from, insert.to)]
  })
  return Clipping.join(
    prelude ? repeat.sliceLetters(0, prelude.to) : Clipping.empty,
    ...body,
    extension ? repeat.sliceLetters(extension.from, repeat.letters.length) : Clipping.empty,
  )
}

/** The text of the repeat that leaves the page: all but what goes back into the original or stays where it is. */
const removedFrom = ({ repeat, verdict }: RepeatMatch): readonly Clipping[] => {
  const { prelude, extension, inserts, leftOvers } = verdict
  const { letters } = repeat
  const kept: readonly LetterRange[] = [
    ...inserts,
    ...leftOvers,
    ...(prelude ? [prelude] : []),
    ...(extension ? [extension] : []),
  ].sort((one, other) => one.from - other.from)
  return [...kept, { from: letters.length, to: letters.length }]
    .map(({ from }, at) => ({ from: kept[at - 1]?.to ?? 0, to: from }))
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) =>
      repeat.slice(
        from === 0 ? 0 : (letters[from]?.start ?? 0),
        to === letters.length ? undefined : letters[to - 1]?.end,
      ),
    )
}

/** Letters without the marks around them; indices beyond the text are ignored. */
const quoteLetters = ({ text, letters }: Clipping, from: number, to: number): string => {
  const quoted = letters.slice(Math.max(0, from), to)
  return text.slice(quoted[0]?.start ?? 0, quoted.at(-1)?.end ?? 0)
}

const quoteInContext = (clipping: Clipping, from: number, to: number): string =>
  quoteLetters(clipping, from - quotedContext, to + quotedContext)

/** Reports the text that was put back into the original, and closes the wreckage that it replaces. */
const reportRestored = ({ repeat, original, verdict }: RepeatMatch, ledger: Ledger): void => {
  const note = (from: number, to: number, between: string): void => {
    const clipping = repeat.sliceLetters(from, to)
    ledger.note('ocr-restored', clipping, { text: ledger.quote(clipping), between })
  }
  const before = (at: number): string => quoteLetters(original, at - quotedNeighbours, at)
  const after = (at: number): string => quoteLetters(original, at, at + quotedNeighbours)
  const { prelude, extension, inserts } = verdict
  if (prelude) note(0, prelude.to, `before “${after(0)}…”`)
  if (extension) note(extension.from, repeat.letters.length, `after “…${before(original.letters.length)}”`)
  for (const { from, to, originalFrom, originalTo } of inserts) {
    note(from, to, `between “…${before(originalFrom)}” and “${after(originalTo)}…”`)
    if (originalFrom < originalTo) ledger.closeUnplaced(original.sliceLetters(originalFrom, originalTo))
  }
}

/** Reports the letters in which the two differ. */
const reportVariants = ({ repeat, original, verdict }: RepeatMatch, ledger: Ledger): void => {
  for (const { from, to, originalFrom, originalTo } of verdict.reading.variants)
    ledger.note('ocr-variant', repeat.sliceLetters(from, to), {
      text: quoteInContext(repeat, from, to),
      kept: quoteInContext(original, originalFrom, originalTo),
    })
  for (const { from, to } of verdict.loose)
    ledger.note('ocr-variant', repeat.sliceLetters(from, to), { text: quoteInContext(repeat, from, to), kept: '' })
}

/** Reports the removal of a repeat and all that follows from it. `jumpLines` are those that leave the page with it. */
export const reportMatch = (match: RepeatMatch, ledger: Ledger, jumpLines: readonly Clipping[]): void => {
  const { repeat, original } = match
  const text = removedFrom(match)
  const removed = [...text, ...jumpLines]
  ledger.close('ocr-removed-twin', removed, {
    text: removed.map((clipping) => ledger.quote(clipping)).join(' … '),
    at: ledger.positionOf(text[0] ?? repeat),
    twin: ledger.positionOf(original),
  })
  reportRestored(match, ledger)
  reportVariants(match, ledger)
}
