import { ArchiveError } from '@/archive/archive-fault'
import type { ArchiveFiles } from '@/archive/archive-files'

/** Of a host that sends whole files whatever is asked for, so much is read to get at a piece: then it is a fault. */
const mostWithoutRanges = 300_000

/** Reads up to `length` bytes behind the first `skipped`, and lets the rest go, if there is any. */
const readPiece = async (body: ReadableStream<Uint8Array>, skipped: number, length: number): Promise<Uint8Array> => {
  const piece = new Uint8Array(length)
  const reader = body.getReader()
  let at = 0
  let filled = 0
  let isAll = false
  try {
    // One more than needed tells whether that was all: what is complete need not be broken off.
    for (;;) {
      const next = await reader.read()
      isAll = next.done
      if (next.done || filled === length) break
      const own = next.value.subarray(Math.max(0, skipped - at), Math.max(0, skipped + length - at))
      piece.set(own, filled)
      filled += own.length
      at += next.value.length
    }
  } finally {
    if (!isAll) await reader.cancel()
  }
  return piece.subarray(0, filled)
}

const isPage = (response: Response): boolean => (response.headers.get('content-type') ?? '').includes('text/html')

/** Where the piece begins that a host sends, as it says itself. */
const startOf = (response: Response): number | undefined => {
  const start = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1]
  return start === undefined ? undefined : Number(start)
}

/**
 * The files of an archive's index on the paper's own host. Of one that knows no ranges, files are read as far as they are needed, up
 * to 300 kB; what lies further is `no-ranges`. Ranges pass by the browser's cache: Chromium's lets one request at a time have a file,
 * whatever the range, so that ten pieces would take ten times as long as one.
 * @param base address of the index's folder, ending in a slash
 */
export const createArchiveHttp = (base: string): ArchiveFiles => {
  const send = async (file: string, init: RequestInit & { readonly signal: AbortSignal }): Promise<Response> => {
    const response = await fetch(`${base}${file}`, init).catch((error: unknown) => {
      if (init.signal.aborted) throw error
      throw new ArchiveError({ kind: 'unreachable', file })
    })
    if (response.ok && !isPage(response)) return response
    await response.body?.cancel()
    // Some hosts answer every unknown path with the app's page.
    if (response.ok || response.status === 404 || response.status === 410)
      throw new ArchiveError({ kind: 'not-found', file })
    // The file ends before what is asked for.
    if (response.status === 416) throw new ArchiveError({ kind: 'damaged', file })
    throw new ArchiveError({ kind: 'server-error', file, status: response.status })
  }
  const receive = async (file: string, response: Response, skipped: number, length: number, signal: AbortSignal) => {
    if (!response.body) throw new ArchiveError({ kind: 'server-error', file, status: response.status })
    return readPiece(response.body, skipped, length).catch((error: unknown) => {
      if (signal.aborted) throw error
      // The connection broke while receiving.
      throw new ArchiveError({ kind: 'unreachable', file })
    })
  }
  return {
    read: async (file, from, length, signal) => {
      const headers = { Range: `bytes=${from}-${from + length - 1}` }
      const response = await send(file, { signal, headers, cache: 'no-store' })
      const isPiece = response.status === 206
      const fault =
        isPiece && startOf(response) !== from ? 'damaged' : !isPiece && from + length > mostWithoutRanges && 'no-ranges'
      if (fault) {
        await response.body?.cancel()
        throw new ArchiveError({ kind: fault, file })
      }
      return receive(file, response, isPiece ? 0 : from, length, signal)
    },
    readWhole: async (file, limitBytes, signal) => {
      const bytes = await receive(file, await send(file, { signal }), 0, limitBytes + 1, signal)
      if (bytes.length > limitBytes) throw new ArchiveError({ kind: 'damaged', file })
      return bytes
    },
  }
}
