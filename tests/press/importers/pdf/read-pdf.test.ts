import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importPrinted } from '@/press/commands/import-printed'
import { measurePicture } from '@/press/images/encode-picture'
import { pdf } from '@/press/importers/pdf/pdf'
import { withPdf } from '@/press/importers/pdf/reading/open-pdf'
import { openSourceFolder } from '@/press/io/source-folder'
import { Report } from '@/press/report'
import { writeFiles } from '../../../support/imported-issue'
import { quietContext } from '../../../support/quiet-context'
import { tempFolder } from '../../../support/temp-folder'
import { shown, tinyPdf } from '../../../support/tiny-pdf'

const text = [
  shown('News of the day', 50, 740, 24),
  shown('The council has decided to build the new bridge', 50, 700),
  shown('this very year, and the river is glad to hear it.', 50, 686),
].join('')

const importFiles = async (files: Readonly<Record<string, Buffer>>) => {
  const folder = tempFolder()
  writeFiles(join(folder, 'source'), new Map(Object.entries(files)))
  const out = join(folder, 'manuscript')
  const outcome = await importPrinted({ path: join(folder, 'source'), out, kind: 'pdf' }, quietContext())
  const written = readdirSync(folder).includes('manuscript')
    ? readdirSync(out, { recursive: true, encoding: 'utf8' }).sort()
    : []
  return { out, written, exitCode: outcome.exitCode, codes: outcome.findings.map(({ code }) => code) }
}

const marksOf = async (file: Buffer) => {
  const marks = await withPdf(file, ({ marksOf: read }) => read(0))
  if (!marks) throw new Error('unreadable')
  return marks
}

describe('the text of a PDF', () => {
  it('has each character at its place from the top left, in the size of its matrix', async () => {
    const { glyphs } = await marksOf(tinyPdf([{ content: shown('Hi', 100, 700, 20) }]))
    expect(glyphs.map(({ text: own, size }) => [own, size])).toEqual([
      ['H', 20],
      ['i', 20],
    ])
    expect(glyphs[0]?.left).toBeCloseTo(100, 0)
    expect(glyphs[0]?.bottom).toBeCloseTo(100 + 0.12 * 20, 0)
    expect(glyphs[1]?.left).toBeGreaterThan(glyphs[0]?.left ?? 0)
  })

  it('takes a character that was drawn twice once', async () => {
    const twice = shown('Bold', 100, 700, 20) + shown('Bold', 100.3, 700, 20)
    const { glyphs } = await marksOf(tinyPdf([{ content: twice }]))
    expect(glyphs.map(({ text: own }) => own).join('')).toBe('Bold')
  })

  it('is where it is shown on a page that is turned', async () => {
    const { width, height, glyphs } = await marksOf(tinyPdf([{ content: shown('Hi', 100, 700, 20), rotate: 90 }]))
    expect([width, height]).toEqual([800, 600])
    expect(glyphs[0]?.left).toBeGreaterThan(690)
    expect(glyphs[0]?.top).toBeLessThan(120)
  })

  it('stands beside rules and boxes, which are told by their thickness', async () => {
    const content = '0 0 0 rg 50 500 400 0.5 re f 300 100 0.5 300 re f 50 50 200 100 re S\n'
    const { rules, boxes } = await marksOf(tinyPdf([{ content }]))
    expect(rules).toHaveLength(2)
    expect(boxes).toHaveLength(1)
    expect(rules[0]?.top).toBeCloseTo(299.5, 0)
  })
})

describe('a PDF', () => {
  it('becomes a page each with a picture of its own, and articles', async () => {
    const { out, written, codes } = await importFiles({ 'issue.pdf': tinyPdf([{ content: text }, { content: text }]) })
    expect(codes).toEqual(['paper-to-name'])
    expect(written).toContain('page-01/page.pdf')
    expect(written).toContain('page-02/page.pdf')
    expect(readFileSync(join(out, 'page-02/01-news.md'), 'utf8')).toContain('headline: News of the day')
    expect(readFileSync(join(out, 'page-02/01-news.md'), 'utf8')).toContain(
      '\nThe council has decided to build the new bridge this very year, and the river is glad to hear it.\n',
    )
    const alone = await withPdf(readFileSync(join(out, 'page-02/page.pdf')), ({ pages }) => pages)
    expect(alone).toBe(1)
  })

  it('in a folder of pages is read in the order of the numbers in their names', async () => {
    const named = (title: string) => tinyPdf([{ content: shown(title, 50, 740, 24) + text.slice(text.indexOf('\n')) }])
    const { out } = await importFiles({ '10.pdf': named('Ten'), '2.pdf': named('Two') })
    expect(readFileSync(join(out, 'page-01/01-news.md'), 'utf8')).toContain('headline: Two')
    expect(readFileSync(join(out, 'page-02/01-news.md'), 'utf8')).toContain('headline: Ten')
  })

  it('without text becomes a page without articles, and says so', async () => {
    const { written, codes } = await importFiles({ 'scan.pdf': tinyPdf([{ content: '0 0 500 500 re f' }]) })
    expect(codes).toContain('pdf-without-text')
    expect(written.filter((path) => path.endsWith('.md'))).toEqual([])
    expect(written).toContain('page-01/page.pdf')
  })

  const whole = tinyPdf([{ content: text }])
  const encrypted = tinyPdf(
    [{ content: text }],
    `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
  )
  it.each([
    ['that is cut off', whole.subarray(0, 200), 'pdf-unreadable'],
    ['that is encrypted', encrypted, 'pdf-unreadable'],
    ['that is none', Buffer.from('<html></html>'), 'pdf-unreadable'],
    ['that is empty', Buffer.alloc(0), 'pdf-unreadable'],
    ['without a page', tinyPdf([]), 'pdf-empty'],
    [
      'of more pages than an issue has',
      tinyPdf(Array.from({ length: 513 }, () => ({ content: '' }))),
      'pdf-too-many-pages',
    ],
    ['as large as no page', tinyPdf([{ content: text, width: 20_000, height: 20_000 }]), 'pdf-page-unreadable'],
    ['as small as no page', tinyPdf([{ content: text, width: 2, height: 1 }]), 'pdf-page-unreadable'],
  ])('%s writes nothing, and is named', async (_, bytes, code) => {
    const { written, codes, exitCode } = await importFiles({ 'broken.pdf': bytes })
    expect(exitCode).toBe(1)
    expect(codes).toEqual(['pdf-no-pages', code])
    expect(written).toEqual([])
  })

  it('that is broken does not keep the other pages back', async () => {
    const { written, codes } = await importFiles({ '1.pdf': whole.subarray(0, 150), '2.pdf': whole })
    expect(codes).toContain('pdf-unreadable')
    expect(written).toContain('page-01/01-news.md')
  })

  it('with any byte changed is read, or named, and never thrown at', async () => {
    const folder = tempFolder()
    for (let at = 9; at < whole.length; at += 41) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0x15
      writeFiles(folder, new Map([['page.pdf', changed]]))
      const report = new Report()
      const files = await openSourceFolder(folder, measurePicture, report)
      const issue = files && (await pdf.read(files, report))
      expect(issue !== undefined || report.isFatal).toBe(true)
    }
  })
})
