import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { AwsClient } from 'aws4fetch'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

const call = promisify(execFile)
const programs = ['ceph-mon', 'ceph-osd', 'radosgw', 'radosgw-admin', 'monmaptool', 'ceph'].map(
  (name) => `/usr/bin/${name}`,
)

/** Whether Debian's Ceph is installed: `npm run setup`. */
export const hasRadosgw = programs.every((program) => existsSync(program))

/** Keys of the one user of the store. */
export const radosgwKeys = { AWS_ACCESS_KEY_ID: 'newsroom', AWS_SECRET_ACCESS_KEY: 'not-a-secret' }

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

interface Place {
  readonly folder: string
  readonly cluster: string
  readonly osd: string
  readonly monPort: number
  readonly port: number
}

/** One monitor, one disk in memory, one gateway, no authentication between them, and as few shards of everything as there can be. */
const configurationOf = ({ folder, cluster, osd, monPort, port }: Place): string => `[global]
fsid = ${cluster}
mon host = v1:127.0.0.1:${monPort}
public addr = 127.0.0.1
ms bind ipv6 = false
auth cluster required = none
auth service required = none
auth client required = none
keyring = ${folder}/keyring
run dir = ${folder}/run
admin socket = ${folder}/run/$name.$pid.asok
log file = ${folder}/$name.log
mon data = ${folder}/mon
mon data avail crit = 0
mon allow pool size one = true
osd data = ${folder}/osd
osd uuid = ${osd}
osd objectstore = memstore
memstore device bytes = 1073741824
osd class update on start = false
osd crush update on start = false
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
rgw frontends = beast endpoint=127.0.0.1:${port}
rgw thread pool size = 32
rgw gc max objs = 1
rgw lc max objs = 1
rgw data log num shards = 1
rgw md log max shards = 1
rgw reshard num logs = 1
rgw usage max shards = 1
`

const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 240; tries++) {
    if (await isSo().catch(() => false)) return
    await wait(250)
  }
  throw new Error(`radosgw: ${what} did not come up`)
}

/** Starts a Ceph of one node in memory, with an S3 gateway and a bucket `paper`; takes some 25 seconds. */
export const startRadosgw = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'banmian-radosgw-'))
  const place: Place = {
    folder,
    cluster: randomUUID(),
    osd: randomUUID(),
    monPort: await freePort(),
    port: await freePort(),
  }
  for (const name of ['mon', 'osd', 'run']) mkdirSync(join(folder, name))
  const configuration = join(folder, 'ceph.conf')
  writeFileSync(configuration, configurationOf(place))
  writeFileSync(
    join(folder, 'keyring'),
    '[mon.]\nkey = AQBDm89jAAAAABAAW4bUMw0VCBGV7ZzpNmQOzw==\ncaps mon = "allow *"\n',
  )
  const children: ChildProcess[] = []
  const run = async (program: string, ...args: string[]): Promise<string> =>
    (await call(program, ['-c', configuration, ...args], { timeout: 60_000 })).stdout
  /** Of the monitor, which refuses some questions while it is still coming up, or short of time. */
  const ask = (...question: string[]): Promise<void> =>
    until(`the answer to ${question.join(' ')}`, () => run('ceph', ...question).then(() => true))
  const start = (program: string, ...args: string[]): void =>
    void children.push(spawn(program, ['-c', configuration, ...args, '-f'], { stdio: 'ignore' }))
  /** Killed outright: a disk in memory would else be written out. */
  const stop = async (): Promise<void> => {
    const gone = children.map((child) => new Promise((resolve) => child.once('exit', resolve)))
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(gone)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const map = join(folder, 'monmap')
    await call('monmaptool', [
      '--create',
      '--fsid',
      place.cluster,
      '--addv',
      'a',
      `[v1:127.0.0.1:${place.monPort}]`,
      map,
    ])
    await run('ceph-mon', '--mkfs', '-i', 'a', '--monmap', map, '--keyring', join(folder, 'keyring'))
    start('ceph-mon', '-i', 'a')
    await until('the monitor', async () => (await run('ceph', '--connect-timeout', '2', 'mon', 'stat')) !== '')
    await ask('osd', 'new', place.osd)
    await run('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', place.osd)
    // Done here, because a disk that does it as it starts may ask before it knows the cluster's id, and ends.
    await ask('osd', 'crush', 'add', 'osd.0', '1.0', 'host=here', 'root=default')
    start('ceph-osd', '-i', '0')
    await until('the disk', async () => /1 up/.test(await run('ceph', 'osd', 'stat')))
    const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret } = radosgwKeys
    await run(
      'radosgw-admin',
      'user',
      'create',
      '--uid=n',
      '--display-name=n',
      `--access-key=${id}`,
      `--secret-key=${secret}`,
    )
    start('radosgw', '-n', 'client.admin')
    const endpoint = `http://127.0.0.1:${place.port}`
    await until('the gateway', async () => (await fetch(endpoint)).status > 0)
    const client = new AwsClient({ accessKeyId: id, secretAccessKey: secret, service: 's3', region: 'us-east-1' })
    const { status } = await client.fetch(`${endpoint}/paper`, { method: 'PUT' })
    if (status !== 200) throw new Error(`radosgw: the bucket was answered with ${status}`)
    return { endpoint, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
