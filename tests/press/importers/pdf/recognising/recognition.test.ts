import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importPrinted } from '@/press/commands/import-printed'
import { drawnColumn, drawnText } from '../../../../support/drawn-text'
import { writeFiles } from '../../../../support/imported-issue'
import { picturePdf } from '../../../../support/picture-pdf'
import { quietContext } from '../../../../support/quiet-context'
import { tempFolder } from '../../../../support/temp-folder'
import { shown, tinyPdf } from '../../../../support/tiny-pdf'

const importScan = async (file: Buffer, ocr: string | undefined, context = quietContext()) => {
  const folder = tempFolder()
  writeFiles(folder, new Map([['scan.pdf', file]]))
  const out = join(folder, 'manuscript')
  const outcome = await importPrinted({ path: join(folder, 'scan.pdf'), out, ocr }, context)
  const written = readdirSync(folder).includes('manuscript')
    ? readdirSync(out, { recursive: true, encoding: 'utf8' }).sort()
    : []
  return { ...outcome, out, written, codes: outcome.findings.map(({ code }) => code) }
}

const blank = (shadeOf: (at: number) => number) => ({
  grey: Uint8Array.from({ length: 400 * 300 }, (_, at) => shadeOf(at)),
  width: 400,
  height: 300,
  dpi: 100,
})

const left = '今天早晨河上的新桥通车了，许多人一早就来到桥头，等着第一班车开过来。'
const right = '桥长三百多米，两边都有走路的地方，晚上还有灯，站在桥上可以看见对岸。'

describe('a page without text', () => {
  it('is recognised column by column, with the places of its words', { timeout: 60_000 }, async () => {
    const first = { x: 40, y: 110, size: 10 }
    const page = await drawnText(
      [
        { text: '河上新桥通车', x: 70, y: 70, size: 26 },
        ...drawnColumn(left, first, 10),
        ...drawnColumn(right, { ...first, x: 160 }, 10),
      ],
      { width: 300, height: 220, dpi: 200 },
    )
    const { exitCode, findings, lines, record, out } = await importScan(picturePdf([page]), 'chi_sim')
    expect(exitCode).toBe(0)
    const recognised = findings.find(({ code }) => code === 'pdf-recognised')
    expect(Number(recognised?.facts.count)).toBeGreaterThan(60)
    expect(Number(recognised?.facts.share)).toBeGreaterThan(80)
    expect(lines.join('\n')).toContain(`characters recognised from pictures: ${recognised?.facts.count ?? ''}`)
    expect(record).toMatchObject({ recognised: Number(recognised?.facts.count) })
    const article = readFileSync(join(out, 'page-01/01-news.md'), 'utf8')
    expect(article).toContain('headline: 河上新桥通车')
    expect(article).toMatch(/今天早晨河上的新桥通车了[^]*第一班车开过来。[^]*桥长三百多米[^]*站在桥上可以看见对岸。/u)
    // Places are counted in pixels of the page as the press draws it, 300 dots an inch.
    const words = readFileSync(join(out, 'page-01/words.txt'), 'utf8')
      .split('\n')
      .map((line) => line.split(' '))
    const beginning = words.find(([, , , , word]) => word?.startsWith('桥长三百多米') === true)?.map(Number)
    expect(Math.abs((beginning?.[0] ?? 0) - 180 * (300 / 72))).toBeLessThan(20)
    expect(Math.abs((beginning?.[1] ?? 0) - 101 * (300 / 72))).toBeLessThan(20)
  })

  it.each([
    ['that is blank', blank(() => 255)],
    ['that is black', blank(() => 0)],
    ['of noise', blank((at) => (Math.imul(at, 2_654_435_761) >>> 24 < 40 ? 0 : 255))],
  ])('%s has no articles, and says that nothing was recognised', { timeout: 60_000 }, async (_, page) => {
    const { exitCode, codes, written } = await importScan(picturePdf([page]), 'chi_sim')
    expect(exitCode).toBe(0)
    expect(codes).toContain('pdf-nothing-recognised')
    expect(written.filter((path) => path.endsWith('.md'))).toEqual([])
    expect(written).toContain('page-01/page.pdf')
  })

  it.each([
    ['that is not installed', 'chi_sim+xxx', 'ocr-language-missing'],
    ['that is none', '../eng', 'ocr-no-language'],
  ])('is not read in a language %s, and nothing is written', async (_, ocr, code) => {
    const { exitCode, codes, written } = await importScan(picturePdf([blank(() => 255)]), ocr)
    expect(exitCode).toBe(1)
    expect(codes).toEqual([code])
    expect(written).toEqual([])
  })

  it('is not recognised unless that is asked for, and says how', async () => {
    const { findings } = await importScan(picturePdf([blank(() => 255)]), undefined)
    expect(findings.find(({ code }) => code === 'pdf-without-text')?.fix).toContain('--ocr')
  })

  it('is not recognised after an interrupt', async () => {
    const signal = AbortSignal.abort()
    const context = { ...quietContext(), signal }
    await expect(importScan(picturePdf([blank(() => 255)]), 'chi_sim', context)).rejects.toThrow()
  })
})

describe('a page with text', () => {
  it('is read as it is, whether or not text is recognised', async () => {
    const { codes, record } = await importScan(tinyPdf([{ content: shown('News of the day', 50, 740, 24) }]), 'eng')
    expect(codes).not.toContain('pdf-recognised')
    expect(record).toMatchObject({ recognised: 0 })
  })
})
