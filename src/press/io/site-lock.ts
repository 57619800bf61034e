import { randomUUID } from 'node:crypto'
import { link, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeFolder } from './make-folder'
import { pressFolder } from './press-folder'
import { codeOf } from './system-reason'

/** What a lock has to know of the process that takes it, and of others on this machine. */
export interface OwnProcess {
  readonly processId: number
  readonly isAlive: (processId: number) => boolean
}

/** Who writes into a site. */
interface Holder {
  readonly process: number
  readonly host: string
}

const lockFile = 'writing.lock'
const patienceMs = 60_000
const lookMs = 100

/** Whether the holder may still be at work; of another machine's nothing is known. */
const mayWork = ({ process, host }: Holder, { isAlive }: OwnProcess): boolean => host !== hostname() || isAlive(process)

/** Who is named in a lock. */
const holderIn = (text: string | undefined): Holder | undefined => {
  const [, id, host] = /^(\d+) (\S+)\n$/.exec(text ?? '') ?? []
  return id !== undefined && host !== undefined ? { process: Number(id), host } : undefined
}

/** Gives the file a second name; false if that is taken. So a lock is there whole or not at all. */
const tryToLink = async (file: string, path: string): Promise<boolean> => {
  try {
    await link(file, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

const holderOf = async (path: string): Promise<Holder | undefined> =>
  holderIn(await readFile(path, 'utf8').catch(() => undefined))

/** Removes the lock of a process that was killed. It is renamed first, which only one of two that try can do. */
const breakDead = async (path: string, own: OwnProcess): Promise<void> => {
  const holder = await holderOf(path)
  if (!holder || mayWork(holder, own)) return
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return
  }
  // Another one may have been quicker, and this is its lock.
  const moved = await holderOf(aside)
  if (moved && mayWork(moved, own)) await tryToLink(aside, path)
  await rm(aside, { force: true })
}

/** Removes what processes left that were killed while they waited. */
const removeLeftOver = async (folder: string, own: OwnProcess): Promise<void> => {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (!name.startsWith(`${lockFile}.`)) continue
    const holder = await holderOf(path)
    if (holder && !mayWork(holder, own)) await rm(path, { force: true })
  }
}

/** Writes a file into the folder, which another process may remove when it finds nothing in it. */
const writeInto = async (folder: string, path: string, text: string, attempts = 5): Promise<void> => {
  await makeFolder(folder)
  try {
    await writeFile(path, text)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || attempts === 1) throw error
    await writeInto(folder, path, text, attempts - 1)
  }
}

/**
 * Does something while nobody else writes into the site. Whoever comes second waits, because catalogues are read, changed and
 * written. Undefined if the other is still not done after a minute.
 */
export const withSiteLock = async <Value>(
  site: string,
  { signal, environment }: { readonly signal: AbortSignal; readonly environment: OwnProcess },
  act: () => Promise<Value>,
): Promise<{ readonly done: Value } | undefined> => {
  const folder = join(site, pressFolder)
  const path = join(folder, lockFile)
  const own = `${path}.${randomUUID()}`
  await writeInto(folder, own, `${environment.processId} ${hostname()}\n`)
  try {
    for (const until = Date.now() + patienceMs; !(await tryToLink(own, path));) {
      if (Date.now() > until) return undefined
      await breakDead(path, environment)
      await pause(lookMs, undefined, { signal })
    }
  } finally {
    await rm(own, { force: true })
  }
  try {
    await removeLeftOver(folder, environment)
    return { done: await act() }
  } finally {
    await rm(path, { force: true })
    // A command that was refused leaves no folder either; one with something in it stays.
    await rmdir(folder).catch(() => undefined)
  }
}
