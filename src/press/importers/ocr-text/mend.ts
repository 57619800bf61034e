import type { Ledger } from './ledger'
import { stripOfLetters, textOfLetters, type Reading } from './letters'
import { joinStrips, sliceStrip, type Strip } from './strip'
import type { TwinVerdict } from './twin-verdict'

/** A repeat and the passage that is kept in its stead. */
export interface TwinMatch {
  readonly twin: Reading
  readonly original: Reading
  readonly verdict: TwinVerdict
}

/** The original with the text put back that only its repeat holds. Marks that stood in the wound give way to the text's own. */
export const mendedStrip = ({ twin, original, verdict }: TwinMatch): Strip => {
  const { prelude, extension, inserts } = verdict
  const size = twin.letters.length
  const starts = [
    0,
    ...inserts.map(({ originalTo }) => original.letters[originalTo]?.start ?? original.characters.length),
  ]
  const body = starts.flatMap((start, at) => {
    const insert = inserts[at]
    if (!insert) return sliceStrip(original.strip, start)
    const kept = sliceStrip(original.strip, start, original.letters[insert.originalFrom - 1]?.end ?? start)
    return joinStrips(kept, stripOfLetters(twin, insert.from, insert.to))
  })
  return joinStrips(
    prelude ? stripOfLetters(twin, 0, prelude.to) : [],
    body,
    extension ? stripOfLetters(twin, extension.from, size) : [],
  )
}

/** What of the repeat ends with it: all but the text that was put back or stays where it is. */
export const repeatedStrips = ({ twin, verdict }: TwinMatch): readonly Strip[] => {
  const { prelude, extension, inserts, leftOvers } = verdict
  const moved = [...inserts, ...leftOvers, ...(prelude ? [prelude] : []), ...(extension ? [extension] : [])].sort(
    (one, other) => one.from - other.from,
  )
  return [...moved, { from: twin.letters.length, to: twin.letters.length }]
    .map(({ from }, at) => [moved[at - 1]?.to ?? 0, from] as const)
    .filter(([from, to]) => from < to)
    .map(([from, to]) =>
      sliceStrip(
        twin.strip,
        from === 0 ? 0 : (twin.letters[from]?.start ?? 0),
        to === twin.letters.length ? undefined : twin.letters[to - 1]?.end,
      ),
    )
}

/** A few letters with their neighbours, so that they can be found on the printed page. */
const contextOf = (reading: Reading, from: number, to: number): string =>
  textOfLetters(reading, Math.max(0, from - 4), Math.min(reading.letters.length, to + 4))

/**
 * Says what was done: the repeat that went, the text that was put back, the letters in which the two differ. `signs` are
 * jump lines that go with the repeat.
 */
export const reportMatch = (match: TwinMatch, ledger: Ledger, signs: readonly Strip[]): void => {
  const { twin, original, verdict } = match
  const gone = repeatedStrips(match)
  ledger.close('ocr-removed-twin', [...gone, ...signs], {
    text: [...gone, ...signs].map((strip) => ledger.quote(strip)).join(' … '),
    at: ledger.positionOf(gone[0] ?? twin.strip),
    twin: ledger.positionOf(original.strip),
  })
  const restored = (from: number, to: number, between: string): void => {
    const strip = stripOfLetters(twin, from, to)
    ledger.note('ocr-restored', strip, { text: ledger.quote(strip), between })
  }
  const head = textOfLetters(original, 0, Math.min(8, original.letters.length))
  const tail = textOfLetters(original, Math.max(0, original.letters.length - 8), original.letters.length)
  if (verdict.prelude) restored(0, verdict.prelude.to, `before “${head}…”`)
  if (verdict.extension) restored(verdict.extension.from, twin.letters.length, `after “…${tail}”`)
  for (const { from, to, originalFrom, originalTo } of verdict.inserts) {
    const before = textOfLetters(original, Math.max(0, originalFrom - 8), originalFrom)
    const after = textOfLetters(original, originalTo, Math.min(original.letters.length, originalTo + 8))
    restored(from, to, `between “…${before}” and “${after}…”`)
    const wreck = stripOfLetters(original, originalFrom, originalTo)
    if (originalFrom < originalTo) ledger.unplaced(wreck)
  }
  for (const { from, to, originalFrom, originalTo } of verdict.reading.variants)
    ledger.note('ocr-variant', stripOfLetters(twin, from, to), {
      text: contextOf(twin, from, to),
      kept: contextOf(original, originalFrom, originalTo),
    })
  for (const { from, to } of verdict.loose)
    ledger.note('ocr-variant', stripOfLetters(twin, from, to), { text: contextOf(twin, from, to), kept: '' })
}
