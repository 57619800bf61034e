import type { AddressInfo } from 'node:net'
import { createSiteServer } from '@/press/site/site-server'

/** A site that records every request for a part of an issue. */
export interface CountedSite {
  readonly address: string
  /** Names of the requested parts, in order. */
  readonly parts: string[]
  /** Called for every request for a part, before it is answered. */
  onPart: (count: number) => void
  readonly stop: () => Promise<void>
}

export const runCountedSite = async (folder: string): Promise<CountedSite> => {
  const server = createSiteServer(folder)
  const parts: string[] = []
  server.prependListener('request', ({ url = '' }) => {
    const name = /\/data\/[^/]+\/(.+\.[0-9a-f]{8,}\..+)$/.exec(url)?.[1]
    if (name) site.onPart(parts.push(name))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound: string | AddressInfo | null = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  const site: CountedSite = {
    address: `http://127.0.0.1:${port}/`,
    parts,
    onPart: () => undefined,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return site
}
