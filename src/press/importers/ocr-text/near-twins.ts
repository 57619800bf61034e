import { parseReportHead } from '@/text/byline'
import { tidy } from '@/text/tidy'
import type { Known } from './known-text'
import type { Ledger } from './ledger'
import { foldedOf, readingOf, seedsOf, sharesSeed, stripOfLetters, type Reading } from './letters'
import { mendedStrip, reportMatch, type TwinMatch } from './mend'
import { kindOf, type PassageKind } from './passage-kind'
import type { Passage } from './passages'
import { trimStrip, type Strip } from './strip'
import { fewestShared } from './twin-reading'
import { judgeTwin, type TwinVerdict } from './twin-verdict'

interface Entry {
  readonly passage: Passage
  readonly kind: PassageKind
  readonly reading: Reading
  readonly folded: string
  readonly seeds: ReadonlySet<string>
}

const entryOf = (raw: string, passage: Passage): Entry => {
  const reading = readingOf(raw, passage.strip)
  return {
    passage,
    kind: kindOf(raw, passage),
    reading,
    folded: foldedOf(reading.characters),
    seeds: seedsOf(reading.letters),
  }
}

const isText = ({ kind }: Entry): boolean => kind === 'head' || kind === 'body'

/** The passages that are compared, and folded text that is no passage any more but may be repeated. */
interface Scene {
  readonly entries: readonly Entry[]
  readonly elsewhere: readonly string[]
}

interface Match {
  readonly twin: Entry
  readonly original: Entry
  readonly verdict: TwinVerdict
}

/** An early piece this small of a later passage is a scrap, and goes; a larger one stays where it is and is mended. */
const scrapShare = 0.6
/** Whole text that may be glued to a repeat, against the original's length, where the repeat goes anyway. */
const gluedShare = 0.5

/**
 * What a piece of the twin may repeat: everything but the twin, and but other repeats of the same original, each of which
 * would vouch for what the other alone holds. Where the earlier of two goes, only text before it: what stands later would
 * lose its place.
 */
const knownFor = (twin: Entry, original: Entry, { entries, elsewhere }: Scene): Known => {
  const [twinAt, originalAt] = [entries.indexOf(twin), entries.indexOf(original)]
  const vouching = twinAt < originalAt ? entries.slice(0, twinAt) : entries
  const isOther = (entry: Entry): boolean => entry !== twin && !sharesSeed(entry.seeds, original.seeds)
  return {
    titles: [...elsewhere, ...entries.filter(({ kind }) => kind === 'title').map(({ folded }) => folded)],
    texts: [
      ...elsewhere,
      original.folded,
      ...vouching.filter((entry) => isText(entry) && isOther(entry)).map(({ folded }) => folded),
    ],
  }
}

/** Two reports that different people signed are two reports, however alike they begin. */
const signaturesDiffer = (one: Entry, other: Entry): boolean => {
  const [a, b] = [one, other].map(({ reading }) => parseReportHead(reading.characters)?.byline.names.join(' '))
  return a !== undefined && b !== undefined && a !== b
}

/** Which of two passages repeats the other. Where each might, the later one goes. */
const matchOf = (first: Entry, second: Entry, scene: Scene): Match | undefined => {
  const judge = (twin: Entry, original: Entry, leftOverShare: number): Match | undefined => {
    const verdict = judgeTwin(twin.reading, original.reading, {
      known: knownFor(twin, original, scene),
      isOpen: original.passage.jump === undefined,
      isHead: twin.kind === 'head',
      mayHoldTitle: true,
      leftOverShare,
    })
    return verdict && { twin, original, verdict }
  }
  const later = judge(second, first, 0)
  const given = judge(first, second, 0)
  const earlier = given?.verdict.leftOvers.length === 0 ? given : undefined
  const isWithin = earlier !== undefined && earlier.verdict.inserts.length === 0
  const isScrap = isWithin && first.reading.letters.length < second.reading.letters.length * scrapShare
  const hasMore = later !== undefined && (later.verdict.prelude ?? later.verdict.extension) !== undefined
  if (later && !(earlier && ((hasMore && isScrap) || later.verdict.isRunOn))) return later
  const glued = isWithin && first.reading.letters.length >= fewestShared ? judge(second, first, gluedShare) : undefined
  return glued && !glued.verdict.isRunOn ? glued : earlier
}

const lettersIn = (pieces: readonly { readonly from: number; readonly to: number }[]): number =>
  pieces.reduce((sum, { from, to }) => sum + to - from, 0)

/** A letter that fits nowhere speaks against a match as much as these shared ones for it. */
const looseWeight = 4

/** The best match of a passage with those before it: one by which it goes itself, and of those the one that explains most. */
const bestMatch = (at: number, scene: Scene): Match | undefined => {
  const second = scene.entries[at]
  if (!second || !isText(second)) return undefined
  const rankOf = ({ twin, verdict }: Match): number =>
    verdict.reading.shared +
    lettersIn(verdict.inserts) -
    looseWeight * lettersIn(verdict.loose) +
    (twin === second ? looseWeight * second.folded.length : 0)
  return scene.entries
    .slice(0, at)
    .filter((first) => isText(first) && sharesSeed(first.seeds, second.seeds) && !signaturesDiffer(first, second))
    .flatMap((first) => matchOf(first, second, scene) ?? [])
    .sort((one, other) => rankOf(other) - rankOf(one))[0]
}

/** Letters at the end of two passages that must agree before one's jump line is the other's. */
const sameEnd = 6

/** The repeat's jump line, where it ends as the original does, and the original has none. */
const jumpFor = ({ twin, original, verdict }: TwinMatch, { jump }: Passage, kept: Passage): Strip | undefined => {
  const end = ({ letters }: Reading): string =>
    letters
      .slice(-sameEnd)
      .map(({ key }) => key)
      .join('')
  return !kept.jump && (verdict.extension || end(twin) === end(original)) ? jump : undefined
}

/** The entries after a repeat was taken out, its original mended, and whole text that was glued to it left in its place. */
const applyMatch = (entries: readonly Entry[], { twin, original, verdict }: Match, ledger: Ledger): Entry[] => {
  const { raw } = ledger
  const match = { twin: twin.reading, original: original.reading, verdict }
  const jump = jumpFor(match, twin.passage, original.passage)
  const signs = [twin.passage.from, jump ? undefined : twin.passage.jump].filter((strip) => strip !== undefined)
  reportMatch(match, ledger, signs)
  const mended = entryOf(raw, {
    ...original.passage,
    strip: mendedStrip(match),
    ...(jump && { jump }),
  })
  const leftOvers = verdict.leftOvers.map(({ from, to }) => {
    const { order, gap } = twin.passage
    return entryOf(raw, { strip: trimStrip(raw, stripOfLetters(twin.reading, from, to)), order, gap })
  })
  return entries.flatMap((entry) => (entry === twin ? leftOvers : entry === original ? [mended] : [entry]))
}

/** A scrap of running text this long, with a comma in it, is no title even if it looks like one. */
const shortestScrap = 12

/** Lines that look like titles, but stand word for word and mark for mark in running text, are pieces of it. */
const withScraps = (entries: readonly Entry[]): readonly Entry[] => {
  const texts = entries.filter(isText).map(({ reading }) => tidy(reading.characters))
  return entries.map((entry) => {
    const printed = tidy(entry.reading.characters)
    const isScrap =
      entry.kind === 'title' &&
      entry.reading.letters.length >= shortestScrap &&
      /[，、；]/u.test(printed) &&
      texts.some((text) => text.includes(printed))
    return isScrap ? { ...entry, kind: 'body' } : entry
  })
}

/**
 * Removes passages that repeat another with damage: cut short, with a title glued before them, with text of their own. Of
 * two passages the one goes of which the other holds nearly everything; what it alone holds is put back into the other
 * where the text on both sides agrees. `elsewhere` is folded text that is no passage any more, such as captions.
 */
export const removeNearTwins = (
  passages: readonly Passage[],
  elsewhere: readonly string[],
  ledger: Ledger,
): readonly Passage[] => {
  let entries = withScraps(passages.map((passage) => entryOf(ledger.raw, passage)))
  for (let at = 0; at < entries.length;) {
    const match = bestMatch(at, { entries, elsewhere })
    if (!match) at++
    else {
      // The mended original may now be the repeat of one before it.
      at = Math.min(entries.indexOf(match.twin), entries.indexOf(match.original))
      entries = applyMatch(entries, match, ledger)
    }
  }
  return entries.map(({ passage }) => passage)
}
