import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { finding } from '@/press/finding'
import { findingInChinese } from '@/press/findings/chinese/in-chinese'
import { deskState, type DeskChange } from '@/press/preview/desk-record'
import { DeskSession } from '@/press/preview/desk-session'
import { article, issue, part, placed } from '../importers/corrections/printed'

const source = issue([
  article('c1.htm', [part(0, [placed('河边的亊情', 0, 0), placed('第二件事', 0, 40)])], { headline: '河边' }),
  article('c2.htm', [part(1, [placed('桥上有人', 0, 0)])], { headline: '桥上' }),
])

const opened = async (text = '', lang: 'en' | 'zh-Hans' = 'en') => {
  const file: { text: string; writes: number; fault?: NodeJS.ErrnoException } = { text, writes: 0 }
  let rebuilds = 0
  const session = await DeskSession.open({
    source: {
      kind: 'epaper-html',
      issue: source,
      files: {
        paths: [],
        neighbours: () => Promise.resolve([]),
        read: () => Promise.resolve(undefined),
        measure: () => Promise.resolve(undefined),
        measureBytes: () => Promise.resolve(undefined),
      },
    },
    findings: [
      finding('article-without-page', { file: 'c2.htm' }, {}),
      finding('bad-picture', { file: '2.jpg' }, { picture: '2.jpg', reason: 'the file is damaged' }),
    ],
    store: {
      file: 'corrections.yaml',
      read: () => Promise.resolve(file.text),
      write: (next) => {
        if (file.fault) return Promise.reject(file.fault)
        file.text = next
        file.writes++
        return Promise.resolve()
      },
    },
    lang,
    inWords: lang === 'en' ? (one) => one : findingInChinese,
    changed: () => void rebuilds++,
  })
  const edit = (change: DeskChange, version = session.state().version) => session.edit({ version, change })
  return { session, file, edit, rebuilds: () => rebuilds }
}

const drop: DeskChange = { does: 'drop', article: 'c2.htm' }
const mend: DeskChange = { does: 'mend', article: 'c1.htm', part: 0, block: 0, text: '河边的事情' }

describe('an editor’s work on a source', () => {
  it('is told as the desk reads it', async () => {
    const { session } = await opened()
    const state = session.state()
    expect(v.parse(deskState, JSON.parse(JSON.stringify(state)))).toEqual(state)
    expect(state.articles.map(({ key, titles }) => [key, titles.headline])).toEqual([
      ['c1.htm', '河边'],
      ['c2.htm', '桥上'],
    ])
  })

  it('shows where an article stands that only its words tell', async () => {
    const { session } = await opened()
    expect(session.state().articles[0]?.parts[0]?.outlines.length).toBeGreaterThan(0)
  })

  it('leads from what was found to its place', async () => {
    const { session, edit } = await opened()
    const places = () => session.state().findings.map(({ code, page, article: key }) => [code, page, key])
    expect(places()).toEqual([
      ['article-without-page', undefined, 'c2.htm'],
      ['bad-picture', 1, undefined],
    ])
    await edit({ does: 'titles', article: 'c2.htm', kind: 'news', titles: { ...empty, headline: '桥边' } })
    // The source will say so itself one day.
    const { session: later } = await opened('articles:\n  - source: c2.htm\n    was: 桥上\n    headline: 桥上\n')
    expect(later.state().findings[0]).toMatchObject({ code: 'correction-needless', line: 4, article: 'c2.htm' })
  })

  it('is in the file before it is answered, and is to be built', async () => {
    const { file, edit, rebuilds } = await opened()
    const { state, refused } = await edit(mend)
    expect(refused).toBeUndefined()
    expect(file.text).toContain('to: 边的事情')
    expect(state).toMatchObject({ undoable: 1, isBuilding: true, counts: { applied: 1 } })
    expect(rebuilds()).toBe(1)
  })

  it('is undone step by step, to the very file that was there', async () => {
    const before = '# mine\narticles:   # all\n  - { source: c1.htm, was: 河边, kicker: 夏 }\n'
    const { session, file, edit } = await opened(before)
    await edit(mend)
    await edit(drop)
    const one = await session.undo(session.state().version)
    expect(one.state.articles).toHaveLength(2)
    await session.undo(session.state().version)
    expect(file.text).toBe(before)
    expect((await session.undo(session.state().version)).refused).toMatch(/nothing to undo/)
  })

  it('is refused if it was made in a state that is past, as in a second tab', async () => {
    const { session, file, edit } = await opened()
    const { version } = session.state()
    await edit(drop, version)
    const second = await edit(mend, version)
    expect(second.refused).toMatch(/somebody else/)
    expect(second.state.articles).toHaveLength(1)
    expect(file.writes).toBe(1)
  })

  it('makes changes that come together one after the other', async () => {
    const { session, edit } = await opened()
    const { version } = session.state()
    const answers = await Promise.all([edit(drop, version), edit(mend, version)])
    expect(answers.map(({ refused }) => refused === undefined)).toEqual([true, false])
    expect(session.state().entries).toHaveLength(1)
  })

  it('takes over what is written into the file by hand, and does not undo that', async () => {
    const { session, file, edit } = await opened()
    await edit(drop)
    file.text = 'articles:\n  - source: c1.htm\n    was: 河边\n    headline: 手改\n'
    expect(await session.reread()).toBe(true)
    expect(session.state()).toMatchObject({ undoable: 0, articles: [{ titles: { headline: '手改' } }, {}] })
    expect(await session.reread()).toBe(false)
  })

  it('says what is wrong with the file, keeps what it shows, and writes nothing until that is mended', async () => {
    const { session, file, edit } = await opened()
    await edit(drop)
    file.text = 'articles:\n  - sorce: c1.htm\n    source: c1.htm\n    was: 河边\n'
    await session.reread()
    const state = session.state()
    expect(state.articles).toHaveLength(1)
    expect(state.findings[0]).toMatchObject({ code: 'unknown-key', severity: 'fatal', line: 2 })
    expect((await edit(mend)).refused).toMatch(/can’t be read/)
    expect(file.text).toContain('sorce')
  })

  it('is not made where the file can’t be written, and can be made later', async () => {
    const { session, file, edit } = await opened()
    file.fault = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write', path: 'corrections.yaml' })
    const { refused, state } = await edit(drop)
    expect(refused).toMatch(/disk is full/)
    expect([state.articles.length, state.undoable, file.text]).toEqual([2, 0, ''])
    delete file.fault
    expect((await edit(drop)).refused).toBeUndefined()
    expect(session.state().articles).toHaveLength(1)
  })

  it('speaks the editor’s language', async () => {
    const { session, edit } = await opened('', 'zh-Hans')
    expect(session.state().findings[1]?.why).toMatch(/[\u4e00-\u9fff]/)
    expect((await edit({ does: 'join', article: 'c1.htm', to: 'c1.htm' })).refused).toMatch(/^[^a-z]+/)
  })
})

const empty = { rubric: '', kicker: '', headline: '', deck: '', byline: '' }
