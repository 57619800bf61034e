import { createServer, request as ask } from 'node:http'

/** A request that was answered, by its key without bucket and prefix. */
export interface PassedRequest {
  readonly method: string
  readonly key: string
  readonly status: number
}

/**
 * Stands before a store and passes everything on, also the host that was signed, and remembers what was answered in which order.
 * `onPassed` is called before the answer goes back.
 */
export const startRecordingProxy = async (
  endpoint: string,
  prefix: string,
  onPassed: (passed: PassedRequest) => void,
) => {
  const { hostname, port } = new URL(endpoint)
  const server = createServer((request, response) => {
    const { method = '', url = '/', headers } = request
    const onward = ask({ hostname, port, method, path: url, headers }, (answer) => {
      const path = decodeURIComponent(new URL(url, endpoint).pathname)
      const key = path.startsWith(prefix) ? path.slice(prefix.length) : path
      onPassed({ method, key, status: answer.statusCode ?? 0 })
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.on('error', () => onward.destroy()).pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    stop: (): void => {
      server.closeAllConnections()
      server.close()
    },
  }
}
