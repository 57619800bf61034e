import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pressCli } from '../support/build-site'
import { articleFile } from '../support/manuscript'
import { tempFolder } from '../support/temp-folder'
import { writeManuscript } from '../support/write-manuscript'

const countOf = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0

describe('a printable issue', () => {
  it('has every page at the size of its sheet, and its text as text', () => {
    const folder = join(tempFolder(), 'manuscript')
    const out = join(folder, '../site')
    writeManuscript(folder, {
      'page-01/1.md': articleFile('headline: 第一版头条\nweight: lead', '印出来的一句话。'.repeat(60)),
      'page-02/1.md': articleFile('headline: 第二版头条\nweight: lead', '第二版的一句话，Latin 2026。'.repeat(60)),
    })
    execFileSync('node', [pressCli, 'build', folder, '--out', out, '--pdf'], { stdio: 'ignore' })
    const pdf = readFileSync(join(out, 'print/2026-11-24.pdf')).toString('latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    expect(countOf(pdf, /\/Type \/Page\b/g)).toBe(2)
    // Text outside the pages is UTF-16 with its mark, in hexadecimal digits.
    const title = Buffer.from('平常报 2026年11月24日', 'utf16le').swap16().toString('hex')
    expect(pdf.toLowerCase()).toContain(`/title <feff${title}>`)
    // Points of a tabloid sheet of 273 × 395 mm.
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
      Math.round((Number(width) / 72) * 25.4),
      Math.round((Number(height) / 72) * 25.4),
    ])
    expect(boxes).toEqual([
      [273, 395],
      [273, 395],
    ])
    // Fonts that are kept as outlines with their characters: no picture of text.
    expect(countOf(pdf, /\/ToUnicode/g)).toBeGreaterThan(0)
    expect(countOf(pdf, /\/FontFile2/g)).toBeGreaterThan(0)
    expect(countOf(pdf, /\/Subtype \/Type3/g)).toBe(0)
    expect(countOf(pdf, /\/Subtype \/Image/g)).toBe(0)
  })
})
