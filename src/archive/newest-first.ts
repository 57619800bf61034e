import type { Candidates } from './segment-candidates'
import type { SegmentHead } from './segment-head'
import type { SegmentReader } from './segment-reader'

/** A document of one of the streams. */
export interface PlacedDocument<Stream extends CandidateStream = CandidateStream> {
  readonly stream: Stream
  readonly document: number
  readonly day: number
}

export interface CandidateStream {
  readonly segment: SegmentReader
  readonly head: SegmentHead
  readonly candidates: Candidates
  /** No candidate is of a later day. */
  readonly latestDay: number
}

interface Cursor<Stream> {
  readonly stream: Stream
  day: number
  waiting: readonly number[]
  isDone: boolean
}

/** The candidates of all streams as one, newest first. A segment is not asked before its days come. */
export const newestFirst = async function* <Stream extends CandidateStream>(
  streams: readonly Stream[],
): AsyncGenerator<PlacedDocument<Stream>> {
  const cursors = streams.map((stream): Cursor<Stream> => ({
    stream,
    day: stream.latestDay,
    waiting: [],
    isDone: false,
  }))
  for (;;) {
    const open = cursors.filter(({ isDone }) => !isDone)
    const [first] = open.sort((a, b) => b.day - a.day)
    if (!first) return
    const [document, ...others] = first.waiting
    if (document === undefined) {
      const next = await first.stream.candidates.next()
      first.isDone = next.done === true
      first.waiting = next.done === true ? [] : next.value
    } else {
      yield { stream: first.stream, document, day: first.day }
      first.waiting = others
    }
    const [upcoming] = first.waiting
    if (upcoming !== undefined) first.day = first.stream.head.dayOfDocument(upcoming)
  }
}
