import { execFileSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const webServers = fileURLToPath(new URL('../../support/web-servers.ts', import.meta.url))

/** A certificate of this machine's own, and what tells a browser to take it for a good one. */
const makeCertificate = (folder) => {
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')]
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const names = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  const args = ['req', '-x509', ...kind, ...names, '-keyout', key, '-out', certificate]
  execFileSync('openssl', args, { stdio: 'ignore' })
  const { publicKey } = new X509Certificate(readFileSync(certificate))
  const digest = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64')
  // Errors that are merely passed over would keep the browser from caching anything.
  return { tls: { certificate, key }, browserArgs: [`--ignore-certificate-errors-spki-list=${digest}`] }
}

/**
 * Serves a built site with nginx and deploy/nginx.conf over HTTP/2, which browsers speak only over TLS.
 * @returns its origin, the arguments that a browser needs for it, and how to stop it
 */
export const serveHttp2 = async (root, scratch) => {
  const { module } = await runnerImport(webServers, { configFile: false })
  const { tls, browserArgs } = makeCertificate(scratch)
  return { ...(await module.startNginx({ root, scratch, tls })), browserArgs }
}
