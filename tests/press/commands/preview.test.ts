import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import * as v from 'valibot'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { deskAnswer, deskState, type DeskAnswer, type DeskChange, type DeskState } from '@/press/preview/desk-record'
import { previewRawText, previewSavedSite, type PreviewedSite } from '../../support/previewed-site'

let stop: () => Promise<void> = () => Promise.resolve()
afterEach(() => stop())

const previewing = async (show: () => Promise<PreviewedSite> = previewSavedSite) => {
  const previewed = await show()
  stop = previewed.stop
  const { desk, corrections } = previewed
  const site = new URL('/', desk).href
  const state = async (): Promise<DeskState> => v.parse(deskState, await (await fetch(`${desk}state.json`)).json())
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(desk + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { origin: site.slice(0, -1), 'content-type': 'application/json', ...headers },
    })
  const answerOf = async (response: Response): Promise<DeskAnswer> => v.parse(deskAnswer, await response.json())
  const edit = async (change: DeskChange): Promise<DeskAnswer> =>
    answerOf(await post('edit', { version: (await state()).version, change }))
  const built = (): Promise<DeskState> =>
    vi.waitFor(
      async () => {
        const now = await state()
        if (now.isBuilding) throw new Error('it is still being built')
        return now
      },
      { timeout: 60_000, interval: 50 },
    )
  return { desk, site, state, post, edit, built, corrections }
}

/** What is answered to somebody who calls this machine by another name. */
const statusFor = (host: string, { port, pathname }: URL): Promise<number | undefined> =>
  new Promise((resolve, reject) =>
    get({ port, path: pathname, host: '127.0.0.1', headers: { host } }, ({ statusCode }) => resolve(statusCode)).on(
      'error',
      reject,
    ),
  )

const drop: DeskChange = { does: 'drop', article: 'content_2.htm' }

describe('press preview', () => {
  it('shows a source as it was read, in the reader and with pictures of its pages', async () => {
    const { site, state, built } = await previewing()
    const { articles, pages, kind } = await state()
    expect(kind).toBe('epaper-html')
    expect(articles.map(({ titles }) => titles.headline)).toEqual(['河边有约', '桥上', '桥上（下）'])
    const picture = await fetch(new URL(pages[0]?.picture ?? '', site))
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
    const { reader = '', findings } = await built()
    expect(findings.filter(({ severity }) => severity === 'fatal')).toEqual([])
    expect((await fetch(new URL(`${reader}1`, site))).status).toBe(200)
    expect(await (await fetch(new URL('data/2024-05-25/issue.json', site))).text()).toContain('河边有约')
  })

  it('writes what the editor does beside the source, and builds the issue anew', async () => {
    const { site, edit, built, corrections } = await previewing()
    await built()
    const { refused, state } = await edit(drop)
    expect([refused, state.isBuilding]).toEqual([undefined, true])
    expect(readFileSync(corrections, 'utf8')).toContain('drop: true')
    await built()
    expect(await (await fetch(new URL('data/2024-05-25/issue.json', site))).text()).not.toContain('"桥上"')
  })

  it('takes the file away with the last correction in it', async () => {
    const { edit, post, state, corrections } = await previewing()
    await edit(drop)
    await post('undo', { version: (await state()).version })
    expect(existsSync(corrections)).toBe(false)
  })

  it('takes over what is written into corrections.yaml by hand', async () => {
    const { state, corrections } = await previewing()
    writeFileSync(corrections, 'articles:\n  - source: content_1.htm\n    was: 河边有约\n    headline: 手改的题\n')
    await vi.waitFor(async () => expect((await state()).articles[0]?.titles.headline).toBe('手改的题'), {
      timeout: 10_000,
    })
  })

  it('answers no page of another site, and takes nothing that is not an edit', async () => {
    const { desk, post, state, corrections } = await previewing()
    const { version } = await state()
    const change = { version, change: drop }
    expect((await post('edit', change, { origin: 'http://evil.example' })).status).toBe(403)
    expect((await post('edit', change, { 'content-type': 'text/plain' })).status).toBe(403)
    expect((await fetch(`${desk}edit`)).status).toBe(405)
    for (const body of [
      {},
      { version, change: { does: 'anything' } },
      { version, change: { does: 'drop' } },
      [1],
      'x'.repeat(5_000_000),
    ])
      expect((await post('edit', body)).status).toBe(200)
    expect(v.parse(deskAnswer, await (await post('edit', {})).json()).refused).toMatch(/读不懂/)
    expect(existsSync(corrections)).toBe(false)
    for (const path of ['%2e%2e%2findex.html', 'pages/9', 'pages/x', 'assets/%2e%2e%2findex.html'])
      expect((await fetch(desk + path)).status).toBe(404)
    for (const path of ['state.json', '../']) expect(await statusFor('evil.example', new URL(path, desk))).toBe(403)
    const { headers } = await fetch(`${desk}state.json`)
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'/)
  })

  it('shows the raw text of a page, which our own press sets, and keeps what the editor does', async () => {
    const text = readFileSync('tests/fixtures/ocr-text/old-bridge.txt', 'utf8')
    const { site, state, edit, built, corrections } = await previewing(() => previewRawText(text))
    const { kind, pages, articles } = await state()
    expect([kind, pages.map(({ picture }) => picture)]).toEqual(['ocr-text', [undefined]])
    const [bridge, tea, weather] = articles
    expect(weather?.titles.headline).toBe('气象站：一周天气以多云为主')
    const { findings, reader = '' } = await built()
    expect(findings.filter(({ severity }) => severity === 'fatal')).toEqual([])
    expect((await fetch(new URL(`${reader}1`, site))).status).toBe(200)

    // What was read into the wrong article.
    const cut = await edit({ does: 'cut', article: tea?.key ?? '', part: 0, block: 1 })
    const rest = cut.state.articles[2]?.key ?? ''
    const joined = await edit({ does: 'join', article: bridge?.key ?? '', to: rest })
    expect([cut.refused, joined.refused, joined.state.articles.length]).toEqual([undefined, undefined, 3])
    const added = await edit({ does: 'add', page: 0, outlines: [], headline: '订报', text: '欢迎订阅。' })
    expect([added.refused, added.state.articles.at(-1)?.titles.headline]).toEqual([undefined, '订报'])
    const outlined = await edit({ does: 'outlines', article: tea?.key ?? '', page: 0, outlines: [[0, 0, 9, 0, 9, 9]] })
    expect(outlined.refused).toMatch(/没有图片/)
    expect(readFileSync(corrections, 'utf8')).toMatch(/cuts:[^]*continues_in:[^]*new_articles:/)
    await built()
    expect(await (await fetch(new URL('data/2024-06-03/issue.json', site))).text()).toContain('订报')
  })
})
