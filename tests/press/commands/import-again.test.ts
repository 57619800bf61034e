import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '@/press/commands/build'
import { importPrinted, type PrintedImport } from '@/press/commands/import-printed'
import { measurePicture } from '@/press/images/encode-picture'
import { readManuscript } from '@/press/importers/manuscript/read-manuscript'
import { readManuscriptFolder } from '@/press/io/manuscript-folder'
import { Report } from '@/press/report'
import { writeFiles } from '../../support/imported-issue'
import { quietContext } from '../../support/quiet-context'
import { tempFolder } from '../../support/temp-folder'
import { shown, tinyPdf } from '../../support/tiny-pdf'

const day = 'html/2024-05/25'
const articleFile = (title: string, text = `${title}的正文，有好几个字，说的是河边的事情。`): string =>
  `<div id=ozoom><founder-content><p>${text}</p></founder-content></div><!--enpproperty <title>${title}</title>/enpproperty-->`
/** A page with an area for each of its articles, one below the other. */
const pageFile = (...articles: readonly number[]): string => {
  const areas = articles.map((no, at) => `<area coords="0,${at * 100},100,${at * 100 + 90}" href=content_${no}.htm>`)
  return `<html><body><map name=m>${areas.join('')}</map><img src=p.jpg width=400 height=600 usemap=#m></body></html>`
}
const site = {
  [`${day}/node_2.htm`]: pageFile(1, 2),
  [`${day}/node_3.htm`]: pageFile(3),
  [`${day}/content_1.htm`]: articleFile('河边'),
  [`${day}/content_2.htm`]: articleFile('桥上'),
  [`${day}/content_3.htm`]: articleFile('山中'),
}

/** A saved site in a folder of its own, and its manuscript. */
const saved = (files: Readonly<Record<string, string>> = site) => {
  const folder = tempFolder()
  const [path, out] = [join(folder, 'saved'), join(folder, 'manuscript')]
  const save = (changed: Readonly<Record<string, string>>) => writeFiles(path, new Map(Object.entries(changed)))
  save(files)
  return {
    path,
    out,
    save,
    /** Imports it; returns `code file` of each finding but those that every import of it has, and what was changed. */
    run: async (options: Partial<PrintedImport> = {}) => {
      const { exitCode, findings, lines, record } = await importPrinted({ path, out, ...options }, quietContext())
      const { changed, removed, kept }: { changed?: string[]; removed?: string[]; kept?: string[] } = Object(record)
      const told = findings.filter(({ code }) => code !== 'paper-to-name' && code !== 'page-drawn')
      return { exitCode, changed, removed, kept, lines, codes: told.map(({ code, place }) => `${code} ${place.file}`) }
    },
    builds: async () => {
      const { exitCode, findings } = await build({ folder: out, out: join(folder, 'site') }, quietContext())
      return { exitCode, codes: findings.filter(({ severity }) => severity === 'fatal').map(({ code }) => code) }
    },
    /** What would keep it from being built. */
    faults: async () => {
      const report = new Report()
      const read = await readManuscriptFolder(out, measurePicture, report)
      if (read) readManuscript(read.files, report)
      return report.findings.filter(({ severity }) => severity === 'fatal').map(({ code }) => code)
    },
    read: (file: string) => readFileSync(join(out, file), 'utf8'),
    write: (file: string, text: string) => {
      mkdirSync(join(out, file, '..'), { recursive: true })
      writeFileSync(join(out, file), text)
    },
    edit: (file: string, from: string, to: string) =>
      writeFileSync(join(out, file), readFileSync(join(out, file), 'utf8').replace(from, to)),
    has: (file: string) => existsSync(join(out, file)),
    delete: (file: string) => rmSync(join(out, file)),
    rename: (from: string, to: string) => renameSync(join(out, from), join(out, to)),
  }
}

describe('an import into the folder of an earlier one', () => {
  it('writes nothing if the source is as it was', async () => {
    const { run } = saved()
    await run()
    expect(await run()).toMatchObject({ exitCode: 0, codes: [], changed: [], removed: [], kept: [] })
  })

  it('writes what the source has now, where nobody touched the files', async () => {
    const { run, save, read, faults } = saved()
    await run()
    save({ [`${day}/content_1.htm`]: articleFile('河边新事') })
    expect(await run()).toMatchObject({ codes: [], changed: ['page-01/01-news.md', 'page-01/page.svg'] })
    expect(read('page-01/01-news.md')).toContain('headline: 河边新事')
    expect(await faults()).toEqual([])
  })

  it('removes what it wrote and writes no more, with the folder of a page that is gone', async () => {
    const { run, path, has, builds } = saved()
    await run()
    for (const name of ['node_3.htm', 'content_3.htm']) rmSync(join(path, day, name))
    expect((await run()).removed).toEqual(['page-02/01-news.md', 'page-02/page.svg', 'page-02/page.yaml'])
    expect(has('page-02')).toBe(false)
    expect((await builds()).codes).toEqual([])
  })

  it('keeps a file that was edited, whatever the source has now, and says so each time', async () => {
    const { run, save, edit, read, faults } = saved()
    await run()
    edit('page-01/01-news.md', 'headline: 河边', 'headline: 河边的桥')
    save({ [`${day}/content_1.htm`]: articleFile('河边新事') })
    for (const _ of [1, 2]) expect((await run()).codes).toEqual(['edited-by-hand page-01/01-news.md'])
    expect(read('page-01/01-news.md')).toContain('headline: 河边的桥')
    expect(await faults()).toEqual([])
  })

  it('keeps a day that was written into issue.yaml', async () => {
    const { run, edit, read } = saved()
    await run()
    edit('issue.yaml', '2024-05-25', '2024-05-26')
    expect((await run()).codes).toEqual(['edited-by-hand issue.yaml'])
    expect(read('issue.yaml')).toContain('2024-05-26')
  })

  it('does not bring back what was deleted, until that is asked for', async () => {
    const { run, has, delete: remove } = saved()
    await run()
    remove('page-01/02-news.md')
    for (const _ of [1, 2]) expect((await run()).codes).toEqual(['deleted-by-hand page-01/02-news.md'])
    expect(has('page-01/02-news.md')).toBe(false)
    expect((await run({ replace: true })).changed).toEqual(['page-01/02-news.md'])
  })

  it('leaves what was added, and takes a file that was renamed for what it is', async () => {
    const { run, rename, has, faults } = saved()
    await run()
    rename('page-01/02-news.md', 'page-01/09-news.md')
    expect((await run()).codes).toEqual(['deleted-by-hand page-01/02-news.md', 'added-by-hand page-01/09-news.md'])
    expect([has('page-01/02-news.md'), has('page-01/09-news.md')]).toEqual([false, true])
    expect(await faults()).toEqual([])
  })

  it('writes anew what was edited if that is asked for', async () => {
    const { run, edit, read } = saved()
    await run()
    const before = read('page-01/01-news.md')
    edit('page-01/01-news.md', '河边', '海边')
    expect((await run({ replace: true })).codes).toEqual([])
    expect(read('page-01/01-news.md')).toBe(before)
  })

  it('never touches paper.yaml and the list of old addresses', async () => {
    const { run, edit, read } = saved()
    await run()
    edit('paper.yaml', 'accent', 'margin: 12\naccent')
    edit('old-addresses.csv', 'old,new', 'old,new\n/x,2024-05-25/1')
    const before = ['paper.yaml', 'old-addresses.csv'].map(read)
    expect((await run({ replace: true })).codes).toEqual([])
    expect(['paper.yaml', 'old-addresses.csv'].map(read)).toEqual(before)
  })
})

describe('an import into a folder where articles have other numbers now', () => {
  /** The first article is gone, so that the second is the first. */
  const withoutFirst = { [`${day}/node_2.htm`]: pageFile(2) }
  const shifted = async (change: (manuscript: ReturnType<typeof saved>) => void) => {
    const manuscript = saved()
    await manuscript.run()
    change(manuscript)
    manuscript.save(withoutFirst)
    rmSync(join(manuscript.path, day, 'content_1.htm'))
    return manuscript
  }

  it('renames them where nobody touched them, and it builds', async () => {
    const manuscript = saved()
    await manuscript.run()
    // So that there is a book of ids.
    await manuscript.builds()
    const { run, read, has, builds } = manuscript
    manuscript.save(withoutFirst)
    rmSync(join(manuscript.path, day, 'content_1.htm'))
    expect((await run()).exitCode).toBe(0)
    expect(read('page-01/01-news.md')).toContain('headline: 桥上')
    expect(has('page-01/02-news.md')).toBe(false)
    expect((await builds()).codes).toEqual([])
  })

  it.each([
    ['the edited one is gone', 'page-01/01-news.md'],
    ['the edited one has another name', 'page-01/02-news.md'],
  ])('writes nothing if %s, and names it', async (_, file) => {
    const { run, read, has } = await shifted(({ edit }) => edit(file, '的正文', '的全文'))
    const before = read('page-01/01-news.md')
    expect(await run()).toMatchObject({ exitCode: 1, codes: [`edited-file-moved ${file}`], changed: undefined })
    expect(read('page-01/01-news.md')).toBe(before)
    expect(has('page-01/02-news.md')).toBe(true)
    expect((await run({ replace: true })).exitCode).toBe(0)
  })

  it('does not bring a deleted one back under another name', async () => {
    const { run } = await shifted(({ delete: remove }) => remove('page-01/02-news.md'))
    expect(await run()).toMatchObject({ exitCode: 1, codes: ['edited-file-moved page-01/02-news.md'] })
  })

  it('forgets that one was deleted which the source has no more', async () => {
    const { run, read } = await shifted(({ delete: remove }) => remove('page-01/01-news.md'))
    expect((await run()).exitCode).toBe(0)
    expect(read('page-01/01-news.md')).toContain('桥上')
  })

  it('never writes over a file of that name that is not its own', async () => {
    const { run, save, write, read } = saved()
    await run()
    write('page-01/03-news.md', '---\nheadline: 手写\n---\n\n一段。\n')
    save({ [`${day}/node_2.htm`]: pageFile(1, 2, 4), [`${day}/content_4.htm`]: articleFile('林间') })
    expect((await run()).codes).toEqual(['file-in-the-way page-01/03-news.md'])
    expect((await run({ replace: true })).codes).toEqual(['file-in-the-way page-01/03-news.md'])
    expect(read('page-01/03-news.md')).toContain('手写')
  })

  it('writes nothing if an article would be there twice', async () => {
    const { run, write, read } = saved()
    await run()
    write('page-01/09-copy.md', read('page-01/01-news.md'))
    expect((await run()).exitCode).toBe(1)
  })

  it('writes nothing if the pages of an edited article would not be there', async () => {
    const { run, path, edit, faults } = saved()
    await run()
    edit('page-01/01-news.md', '的事情。', '的事情。\n\n<!-- cut: 2 -->\n\n后来的事。')
    expect(await faults()).toEqual([])
    for (const name of ['node_3.htm', 'content_3.htm']) rmSync(join(path, day, name))
    expect(await run()).toMatchObject({
      exitCode: 1,
      codes: [
        expect.stringContaining('import-would-not-build'),
        'edited-by-hand page-01/01-news.md',
        'bad-cut page-01/01-news.md',
      ],
    })
    expect(await faults()).toEqual([])
  })
})

describe('an import that was interrupted', () => {
  const interrupted = async (manuscript: ReturnType<typeof saved>) => {
    const record = JSON.parse(manuscript.read('.import.json'))
    manuscript.write('.import.json', JSON.stringify({ ...record, isFinished: false }))
  }

  it('is begun again, and what is missing is written', async () => {
    const manuscript = saved()
    await manuscript.run()
    await interrupted(manuscript)
    manuscript.delete('page-02/01-news.md')
    expect((await manuscript.builds()).codes).toEqual(['import-unfinished'])
    expect(await manuscript.run()).toMatchObject({ codes: [], changed: ['page-02/01-news.md'] })
    expect((await manuscript.builds()).codes).toEqual([])
  })

  it('stops between two pictures, and then makes what one that was never stopped makes', async () => {
    const folder = tempFolder()
    const path = join(folder, 'issue.pdf')
    const text = shown('News of the day', 50, 740, 24) + shown('The council has decided to build.', 50, 700)
    writeFileSync(path, tinyPdf([{ content: text }, { content: text }]))
    const stop = new AbortController()
    const [out, whole] = [join(folder, 'manuscript'), join(folder, 'whole')]
    const stopping = { progress: () => stop.abort(), signal: stop.signal }
    await expect(importPrinted({ path, out }, stopping)).rejects.toThrow()
    expect(readdirSync(out)).not.toContain('issue.yaml')
    for (const to of [out, whole]) expect((await importPrinted({ path, out: to }, quietContext())).exitCode).toBe(0)
    const filesOf = (at: string) => readdirSync(at, { recursive: true, encoding: 'utf8' }).sort()
    expect(filesOf(out)).toEqual(filesOf(whole))
    expect(readFileSync(join(out, 'page-02/page.pdf'), 'latin1')).toContain('/CreationDate(D:19700101000000)')
    expect(readFileSync(join(out, '.import.json'))).toEqual(readFileSync(join(whole, '.import.json')))
  })

  it('remembers what was deleted before', async () => {
    const manuscript = saved()
    await manuscript.run()
    manuscript.delete('page-01/02-news.md')
    await manuscript.run()
    await interrupted(manuscript)
    expect((await manuscript.run()).codes).toEqual(['deleted-by-hand page-01/02-news.md'])
  })
})

describe('a manuscript that no import made', () => {
  it.each([false, true])('is refused, also if it shall be replaced: %s', async (replace) => {
    const { run, write } = saved()
    write('issue.yaml', 'date: 2024-05-25\n')
    expect(await run({ replace })).toMatchObject({
      exitCode: 1,
      codes: [expect.stringContaining('manuscript-in-the-way')],
    })
  })

  it('is refused if the memory of its import is damaged', async () => {
    const { run, write } = saved()
    await run()
    write('.import.json', '{"format": 1')
    expect((await run()).exitCode).toBe(1)
  })

  it('is made where other files lie, but not over them', async () => {
    const { run, write, read } = saved()
    write('page-01/01-news.md', '手写')
    expect((await run()).codes).toEqual(['file-in-the-way page-01/01-news.md'])
    expect(read('page-01/01-news.md')).toBe('手写')
  })

  it('is made again once its issue.yaml was deleted', async () => {
    const { run, delete: remove, has } = saved()
    await run()
    remove('issue.yaml')
    expect((await run()).changed).toEqual(['issue.yaml'])
    expect(has('issue.yaml')).toBe(true)
  })
})
