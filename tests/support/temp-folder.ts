import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'

/** A temporary folder, deleted when the test ends. */
export const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'banmian-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A temporary folder for all tests of a group, there from their first `beforeAll` on. */
export const sharedTempFolder = (): (() => string) => {
  let folder = ''
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'banmian-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return () => folder
}
