import type { Server } from 'node:http'
import { createStaticServer } from '../site/static-server'

export interface ServeOptions {
  readonly folder: string
  readonly port: number
  readonly base: string
}

/** How many further ports to try if one is taken. */
const tries = 20

const listen = (server: Server, port: number, left: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && left > 0) resolve(listen(server, port + 1, left - 1))
      else reject(error)
    })
    server.listen(port, () => resolve(port))
  })

/** Serves a site on the first free port until the signal aborts. Calls `ready` with the address. */
export const serve = async (
  { folder, port, base }: ServeOptions,
  signal: AbortSignal,
  ready: (address: string) => void,
): Promise<void> => {
  const server = createStaticServer(folder, base)
  const taken = await listen(server, port, tries)
  ready(`http://localhost:${taken}${base}`)
  await new Promise<void>((resolve) => {
    const close = (): void => void server.close(() => resolve())
    if (signal.aborted) close()
    signal.addEventListener('abort', () => {
      server.closeAllConnections()
      close()
    })
  })
}
