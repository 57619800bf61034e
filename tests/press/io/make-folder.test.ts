import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder } from '@/press/io/make-folder'
import { systemReasonOf } from '@/press/io/system-reason'
import { tempFolder } from '../../support/temp-folder'

const reasonFor = async (path: string): Promise<string | undefined> => {
  try {
    await makeFolder(path)
    return undefined
  } catch (error) {
    return systemReasonOf(error)?.reason
  }
}

describe('a folder', () => {
  it('is made with those above it, by several at once, and may be there already', async () => {
    const root = tempFolder()
    const paths = ['a/b/c', 'a/b/c', 'a/b/d', 'a', 'a/b/c/e/f'].map((path) => join(root, path))
    await Promise.all(paths.map(makeFolder))
    await Promise.all(paths.map(makeFolder))
    expect(paths.every((path) => statSync(path).isDirectory())).toBe(true)
  })

  it('can’t be made in a file, which is said', async () => {
    const file = join(tempFolder(), 'file')
    writeFileSync(file, '')
    expect(await reasonFor(file)).toBe('something of that name is there already')
    expect(await reasonFor(join(file, 'a'))).toBe('it is a file, not a folder')
    expect(await reasonFor(join(file, 'a/b'))).toBe('it is a file, not a folder')
  })

  it.runIf(existsSync('/proc/self'))('can’t be made where the system makes none, which is said at once', async () => {
    expect(await reasonFor('/proc/paper')).toBe('no folder can be made there')
    expect(await reasonFor('/proc/paper/site/data')).toBe('no folder can be made there')
  })
})
