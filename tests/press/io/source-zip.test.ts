import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { measurePicture } from '@/press/images/encode-picture'
import { openSourceFolder } from '@/press/io/source-folder'
import { Report } from '@/press/report'
import { tempFolder } from '../../support/temp-folder'

const open = async (bytes: Uint8Array) => {
  const folder = tempFolder()
  const path = join(folder, 'saved.zip')
  writeFileSync(path, bytes)
  const report = new Report()
  const files = await openSourceFolder(path, measurePicture, report)
  return { folder, files, codes: () => report.findings.map(({ code, place }) => `${code} ${place.file}`) }
}
const text = strToU8('甲'.repeat(1000))

describe('a source that was packed into one file', () => {
  it('is read as its folder would be, without what systems put beside the files', async () => {
    const { files, codes } = await open(
      zipSync({
        '2024/node_1.htm': text,
        '2024/b\\a.htm': strToU8('乙'),
        '__MACOSX/._a': text,
        '.DS_Store': text,
        'a.htm': [strToU8('丙'), { level: 0 }],
      }),
    )
    expect(files?.paths).toEqual(['2024/b/a.htm', '2024/node_1.htm', 'a.htm'])
    expect((await files?.read('2024/node_1.htm'))?.toString()).toBe('甲'.repeat(1000))
    expect((await files?.read('2024/b/a.htm'))?.toString()).toBe('乙')
    expect((await files?.read('a.htm'))?.toString()).toBe('丙')
    expect(await files?.read('missing.htm')).toBeUndefined()
    expect(codes()).toEqual([])
  })

  it.each(['../evil.htm', '/etc/evil.htm', 'a/../../evil.htm', 'C:\\evil.htm', '..\\evil.htm', '.x/../../evil.htm'])(
    'gives no file whose name leads out of it: %s',
    async (name) => {
      const { folder, files, codes } = await open(zipSync({ [name]: text, 'a.htm': text }))
      expect(files?.paths).toEqual(['a.htm'])
      expect(codes()).toEqual(['outside-source saved.zip'])
      expect(existsSync(join(folder, '..', 'evil.htm'))).toBe(false)
    },
  )

  it('gives no file that says that it is larger than a page can be, and is not unpacked to see', async () => {
    const packed = zipSync({ 'a.htm': text, 'b.htm': text })
    // The unpacked size in the central directory, as a bomb would have it.
    const at = Buffer.from(packed).lastIndexOf('PK\x01\x02', undefined, 'latin1')
    new DataView(packed.buffer, packed.byteOffset).setUint32(at + 24, 2 ** 31, true)
    const { files, codes } = await open(packed)
    expect(files?.paths).toEqual(['a.htm'])
    expect(codes()).toEqual(['unreadable-file b.htm'])
  })

  it('is refused in words if it holds more files than a day of a newspaper has', async () => {
    const many = Object.fromEntries(Array.from({ length: 5001 }, (_, no) => [`${no}.htm`, new Uint8Array()]))
    const { files, codes } = await open(zipSync(many))
    expect(files).toBeUndefined()
    expect(codes()).toEqual(['unreadable-file saved.zip'])
  })

  it('unpacks to no more than it says of itself', async () => {
    const packed = zipSync({ 'a.htm': text })
    const at = Buffer.from(packed).lastIndexOf('PK\x01\x02', undefined, 'latin1')
    new DataView(packed.buffer, packed.byteOffset).setUint32(at + 24, 30, true)
    const { files } = await open(packed)
    expect((await files?.read('a.htm'))?.length ?? 0).toBeLessThanOrEqual(30)
  })

  it('is refused in words if it is damaged: cut off, or in the middle', async () => {
    const packed = zipSync({ 'a.htm': text })
    const cut = await open(packed.subarray(0, packed.length - 30))
    expect(cut.files).toBeUndefined()
    expect(cut.codes()).toEqual(['unreadable-file saved.zip'])
    const broken = Uint8Array.from(packed)
    broken.fill(255, 36, 44)
    const inside = await open(broken)
    expect(await inside.files?.read('a.htm')).toBeUndefined()
    expect(inside.codes()).toEqual(['unreadable-file a.htm'])
  })
})
