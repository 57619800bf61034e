import * as v from 'valibot'
import {
  deskAnswer,
  deskEditPath,
  deskState,
  deskStatePath,
  deskUndoPath,
  type DeskAnswer,
  type DeskChange,
  type DeskState,
} from '@/press/preview/desk-record'

/** Why there is no answer: nobody answers, or what came is no answer of a press of this version. */
export type DeskFault = 'unreachable' | 'garbled'

/** Thrown by every call of a client that got no answer. */
export class DeskError extends Error {
  override readonly name = 'DeskError'
  constructor(readonly fault: DeskFault) {
    super(fault)
  }
}

/** The press, as the desk speaks to it. */
export interface DeskClient {
  readonly fetchState: () => Promise<DeskState>
  readonly sendChange: (version: string, change: DeskChange) => Promise<DeskAnswer>
  readonly sendUndo: (version: string) => Promise<DeskAnswer>
  /** Tells whenever the state may have changed, and when the press goes or comes back. @returns what ends it */
  readonly onChange: (listener: () => void) => () => void
}

const eventsPath = '/press-events'

/** The body of an answer, before it is decoded. */
const fetchJson = async (path: string, body?: unknown): Promise<unknown> => {
  const request: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(path, { cache: 'no-store', ...request }).catch(() => undefined)
  if (!response) throw new DeskError('unreachable')
  // A proxy, or a press that is stopping, answers for itself.
  if (response.status >= 500) throw new DeskError('unreachable')
  const text = await response.text().catch(() => undefined)
  if (text === undefined) throw new DeskError('unreachable')
  try {
    return JSON.parse(text)
  } catch {
    throw new DeskError('garbled')
  }
}

const decode = <Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> => {
  const found = v.safeParse(schema, body)
  if (!found.success) throw new DeskError('garbled')
  return found.output
}

/** A client of the press that served this page. */
export const createDeskClient = (): DeskClient => ({
  fetchState: async () => decode(deskState, await fetchJson(deskStatePath)),
  sendChange: async (version, change) => decode(deskAnswer, await fetchJson(deskEditPath, { version, change })),
  sendUndo: async (version) => decode(deskAnswer, await fetchJson(deskUndoPath, { version })),
  onChange: (listener) => {
    const events = new EventSource(eventsPath)
    events.addEventListener('message', listener)
    // Sent at the first connection too, and whenever a press that was started again is found.
    events.addEventListener('open', listener)
    // The press has gone: asking it finds that out, and says so.
    events.addEventListener('error', listener)
    return () => events.close()
  },
})
