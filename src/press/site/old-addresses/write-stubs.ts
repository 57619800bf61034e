import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceFile } from '../../io/write-file'
import { fileOfAddress } from '../site-paths'
import { stubFileOf, type OldAddress } from './old-address'
import { stubMark } from './stub-page'
import { pressFolder } from '../../io/press-folder'

const stubList = join(pressFolder, 'old-stubs.txt')

/** Folders of the site in which no old address can lie. */
const ownFolders = /^(assets|data|schema)\//i

/** `absent`, `stub` for one of ours, `other` for anything else. */
const kindOf = async (file: string): Promise<'absent' | 'stub' | 'other'> => {
  const opened = await open(file).catch(() => undefined)
  if (!opened) return 'absent'
  try {
    if ((await opened.stat()).isDirectory()) return 'absent'
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(400), 0, 400, 0)
    return buffer.toString('utf8', 0, bytesRead).includes(stubMark) ? 'stub' : 'other'
  } finally {
    await opened.close()
  }
}

/**
 * Whether the site itself answers the address. A query can't be told apart by a site of files, so an address with one is free. nginx
 * compares without regard to case.
 */
export const isTaken = async (site: string, base: string, { path, query }: OldAddress): Promise<boolean> => {
  if (query !== undefined || !path.startsWith(base)) return false
  const own = path.slice(base.length).replace(/\/$/, '')
  if (ownFolders.test(`${own}/`)) return true
  const names = [own, own.toLowerCase()].flatMap((name) => [...(name === '' ? [] : [name]), fileOfAddress(name)])
  const kinds = await Promise.all([...new Set(names)].map((name) => kindOf(join(site, name))))
  return kinds.includes('other')
}

/** Stubs that an earlier run wrote, as paths below the site. */
const readStubList = async (site: string): Promise<readonly string[]> =>
  (await readFile(join(site, stubList), 'utf8').catch(() => '')).split('\n').filter((name) => name !== '')

/** Writes the stubs, by file, and deletes those of an earlier run that are no longer among them. */
export const writeStubs = async (
  site: string,
  stubs: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<void> => {
  const before = await readStubList(site)
  // First the list, so that stubs of a run that is interrupted are known to the next.
  await replaceFile(
    join(site, stubList),
    [...new Set([...before, ...stubs.keys()])].map((name) => `${name}\n`).join(''),
  )
  for (const [name, html] of stubs) {
    signal.throwIfAborted()
    await replaceFile(join(site, name), html)
  }
  for (const name of before)
    if (!stubs.has(name) && stubFileOf({ path: `/${name}` }, '/') !== undefined)
      if ((await kindOf(join(site, name))) === 'stub') await rm(join(site, name))
  await replaceFile(join(site, stubList), [...stubs.keys()].map((name) => `${name}\n`).join(''))
}
