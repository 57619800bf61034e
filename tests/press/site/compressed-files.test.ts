import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { replaceFile } from '@/press/io/write-file'
import { compressSite } from '@/press/site/compressed-files'
import { tempFolder } from '../../support/temp-folder'

const long = '一段够长的话。'.repeat(200)

const site = (files: Readonly<Record<string, string>>) => {
  const folder = tempFolder()
  const at = (name: string): string => join(folder, name)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(at(name)), { recursive: true })
    writeFileSync(at(name), content)
  }
  return { at, compress: () => compressSite(folder, new AbortController().signal) }
}

/** An hour ago, so that whatever is written now differs. */
const makeOld = (...paths: readonly string[]): void => {
  const old = new Date(Date.now() - 3_600_000)
  for (const path of paths) utimesSync(path, old, old)
}

describe('the compressed forms of a site', () => {
  it('are those of every text, wherever it lies, and unpack to it', async () => {
    const { at, compress } = site({ 'index.html': long, 'a/b/c.json': long, 'assets/x-12345678.js': long })
    expect(await compress()).toEqual({ texts: 3, compressed: 3, removed: 0 })
    for (const name of ['index.html', 'a/b/c.json', 'assets/x-12345678.js']) {
      expect(brotliDecompressSync(readFileSync(at(`${name}.br`))).toString()).toBe(long)
      expect(gunzipSync(readFileSync(at(`${name}.gz`))).toString()).toBe(long)
    }
  })

  it('are not made of pictures, fonts, what is short, and what is hidden', async () => {
    const { at, compress } = site({
      'a.webp': long,
      'b.woff2': long,
      'c.html': 'short',
      'd.epub': long,
      '.press/e.txt': long,
    })
    expect(await compress()).toEqual({ texts: 0, compressed: 0, removed: 0 })
    expect([...readdirSync(at('.')), ...readdirSync(at('.press'))].filter((name) => /\.(br|gz)$/.test(name))).toEqual(
      [],
    )
  })

  it('are made again only of what changed', async () => {
    const { at, compress } = site({ 'a.html': long, 'b.html': long })
    makeOld(at('a.html'), at('b.html'))
    await compress()
    expect(await compress()).toEqual({ texts: 2, compressed: 0, removed: 0 })
    writeFileSync(at('a.html'), `${long}改`)
    expect(await compress()).toEqual({ texts: 2, compressed: 1, removed: 0 })
    expect(brotliDecompressSync(readFileSync(at('a.html.br'))).toString()).toBe(`${long}改`)
  })

  it('are complete again after a run that was interrupted', async () => {
    const { at, compress } = site({ 'a.html': long, 'b.html': long })
    await compress()
    rmSync(at('a.html.gz'))
    writeFileSync(at('b.html.br.new'), 'half')
    expect(await compress()).toEqual({ texts: 2, compressed: 1, removed: 1 })
    expect(readdirSync(at('.')).sort()).toEqual([
      'a.html',
      'a.html.br',
      'a.html.gz',
      'b.html',
      'b.html.br',
      'b.html.gz',
    ])
  })

  it('go with their file, and other people’s archives stay', async () => {
    const { at, compress } = site({ 'gone.html': long, 'now-short.html': long, 'backup.tar.gz': long, 'old.br': long })
    await compress()
    rmSync(at('gone.html'))
    writeFileSync(at('now-short.html'), 'short')
    expect(await compress()).toMatchObject({ removed: 4 })
    expect(readdirSync(at('.')).sort()).toEqual(['backup.tar.gz', 'now-short.html', 'old.br'])
  })

  it('stop when they are told to', async () => {
    const { at } = site({ 'a.html': long })
    await expect(compressSite(at('.'), AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop')
  })
})

describe('a file that is written again', () => {
  it('loses its compressed forms at once, so that no server sends the old content', async () => {
    const { at, compress } = site({ 'a.html': long })
    await compress()
    await replaceFile(at('a.html'), `${long}改`)
    expect([existsSync(at('a.html.br')), existsSync(at('a.html.gz'))]).toEqual([false, false])
  })

  it('keeps its time and its compressed forms if it has the same content', async () => {
    const { at, compress } = site({ 'a.html': long })
    makeOld(at('a.html'))
    await compress()
    const { mtimeMs } = statSync(at('a.html'))
    await replaceFile(at('a.html'), long)
    expect(statSync(at('a.html')).mtimeMs).toBe(mtimeMs)
    expect(existsSync(at('a.html.br'))).toBe(true)
  })
})
