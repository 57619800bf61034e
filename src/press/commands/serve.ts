import { stat } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { Report } from '../report'
import { createSiteServer } from '../site/site-server'
import type { Outcome } from './outcome'

export interface ServeOptions {
  readonly folder: string
  readonly port: number
  /** Address to listen on; only this machine can reach the loopback. */
  readonly host: string
  readonly base: string
}

/** How many further ports to try if one is taken. */
const tries = 20

/** Listens on the first free port from this one on; returns it. */
export const listen = (server: Server, host: string, port: number, left = tries): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && left > 0) resolve(listen(server, host, port + 1, left - 1))
      else reject(error)
    })
    server.listen(port, host, () => resolve(port))
  })

const isSite = (folder: string): Promise<boolean> =>
  stat(join(folder, 'index.html')).then(
    (found) => found.isFile(),
    () => false,
  )

/** Serves a site on the first free port until the signal aborts. Calls `ready` with the address. */
export const serve = async (
  { folder, port, host, base }: ServeOptions,
  signal: AbortSignal,
  ready: (address: string) => void,
): Promise<Outcome> => {
  const report = new Report()
  if (!(await isSite(folder))) report.add('nothing-to-serve', { file: folder }, {})
  if (report.isFatal) return { exitCode: 1, findings: report.findings, lines: [], record: {} }
  const server = createSiteServer(folder, base)
  const taken = await listen(server, host, port)
  ready(`http://${host === '127.0.0.1' ? 'localhost' : host}:${taken}${base}`)
  await new Promise<void>((resolve) => {
    const close = (): void => void server.close(() => resolve())
    if (signal.aborted) close()
    signal.addEventListener('abort', () => {
      server.closeAllConnections()
      close()
    })
  })
  return { exitCode: 0, findings: [], lines: [], record: {} }
}
