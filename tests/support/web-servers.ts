import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const deployFolder = fileURLToPath(new URL('../../deploy', import.meta.url))
const modules = '/usr/lib/nginx/modules'

export interface ServedFolder {
  /** Folder of the web server; a site below a path stands in a folder of that name. */
  readonly root: string
  /** A folder for what the server itself writes. */
  readonly scratch: string
  /** Path below which the site stands, with slashes at both ends. */
  readonly base?: string
  /** Port of this machine; a free one if absent. */
  readonly port?: number
  /** Files of a certificate and its key: the site is then served over TLS and HTTP/2. */
  readonly tls?: { readonly certificate: string; readonly key: string }
}

export interface WebServer {
  /** `http://127.0.0.1:8080` */
  readonly origin: string
  readonly stop: () => Promise<void>
}

const isThere = (program: string, ...args: readonly string[]): boolean => spawnSync(program, args).status === 0

export const portFree = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Starts a server that says on its standard error when it is ready. @throws Error with what it said, if it ends before */
const start = (
  [program = '', ...args]: readonly string[],
  ready: RegExp,
  port: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<WebServer> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'pipe'] })
    const ended = new Promise<void>((over) => child.once('exit', () => over()))
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (!ready.test(said)) return
      resolve({ origin: `http://127.0.0.1:${port}`, stop: () => (child.kill(), ended) })
    })
    child.once('error', reject)
    void ended.then(() => reject(new Error(`${program} ended: ${said}`)))
  })

/** deploy/nginx.conf as an editor would change it, in a process that needs no rights: one worker, no port below 1024. */
export const startNginx = async ({ root, scratch, base = '/', port: given, tls }: ServedFolder): Promise<WebServer> => {
  const port = given ?? (await portFree())
  const listen = tls
    ? `listen 127.0.0.1:${port} ssl http2; ssl_certificate ${tls.certificate}; ssl_certificate_key ${tls.key};`
    : `listen 127.0.0.1:${port};`
  const site = readFileSync(join(deployFolder, 'nginx.conf'), 'utf8')
    .replace('listen 80;', listen)
    .replace('listen [::]:80;', '')
    .replaceAll('/srv/www', root)
    .replace('/404.html;', `${base}404.html;`)
  const own = join(scratch, 'nginx')
  mkdirSync(own, { recursive: true })
  writeFileSync(join(own, 'paper.conf'), site)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${own}/${name};`,
  )
  writeFileSync(
    join(own, 'nginx.conf'),
    `load_module ${modules}/ngx_http_brotli_static_module.so;
daemon off; master_process off; pid ${own}/pid; error_log stderr notice;
events { }
http { access_log off; ${temporary.join(' ')} include ${own}/paper.conf; }
`,
  )
  const server = await start(['nginx', '-p', own, '-e', 'stderr', '-c', join(own, 'nginx.conf')], /OS: /, port)
  return tls ? { ...server, origin: `https://127.0.0.1:${port}` } : server
}

/** deploy/Caddyfile with the address and the folder from its environment. */
export const startCaddy = async ({ root, scratch, base = '/', port: given }: ServedFolder): Promise<WebServer> => {
  const port = given ?? (await portFree())
  const file = join(scratch, 'Caddyfile')
  const site = readFileSync(join(deployFolder, 'Caddyfile'), 'utf8').replace('* /404.html', `* ${base}404.html`)
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${site}`)
  return start(['caddy', 'run', '--adapter', 'caddyfile', '--config', file], /serving initial configuration/, port, {
    BANMIAN_ADDRESS: `http://127.0.0.1:${port}`,
    BANMIAN_ROOT: root,
    XDG_DATA_HOME: scratch,
    XDG_CONFIG_HOME: scratch,
  })
}

/** The servers of `deploy/` that are installed here; `npm run setup` installs both. */
export const webServers = [
  {
    name: 'nginx',
    start: startNginx,
    isInstalled: isThere('nginx', '-v') && isThere('test', '-e', `${modules}/ngx_http_brotli_static_module.so`),
  },
  { name: 'Caddy', start: startCaddy, isInstalled: isThere('caddy', 'version') },
] as const
