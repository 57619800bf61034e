import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { decodeIssue } from '@/bundle/codec'
import { build } from '@/press/commands/build'
import { forwardOldAddresses } from '@/press/commands/old-addresses'
import { articleFile, plainFiles } from '../../../support/manuscript'
import { quietContext } from '../../../support/quiet-context'
import { tempFolder } from '../../../support/temp-folder'
import { webServers } from '../../../support/web-servers'
import { writeManuscript } from '../../../support/write-manuscript'

/** A paper with one issue of two pages, and its site; of the pages of the site only what servers need. */
const newsroom = async (base = '/') => {
  const root = tempFolder()
  const folder = join(root, 'manuscript')
  const www = join(root, 'www')
  const site = join(www, base)
  const write = (name: string, content: string): void => {
    mkdirSync(dirname(join(site, name)), { recursive: true })
    writeFileSync(join(site, name), content)
  }
  writeManuscript(folder, {
    'page-01/01.md': articleFile('headline: 大桥“通”车 <一>\nid: 12345', '一段话。'),
    'page-02/01.md': articleFile('headline: 乙', '另一段。'),
    'page-02/page.yaml': 'label: A02',
  })
  expect((await build({ folder, out: site }, quietContext())).exitCode).toBe(0)
  const issue = decodeIssue(new Uint8Array(readFileSync(join(site, 'data/2026-11-24/issue.json'))))
  for (const address of ['', '2026-11-24/', '2026-11-24/1/', '2026-11-24/2/', '2026-11-24/1/12345/'])
    write(`${address}index.html`, `page ${address}`)
  write('404.html', 'nothing')
  return {
    folder,
    site,
    www,
    root,
    articles: new Map(issue.articles.map(({ id, headline }) => [headline, id])),
    read: (name: string) => readFileSync(join(site, name), 'utf8'),
    has: (name: string) => existsSync(join(site, name)),
    write,
    /** Patterns as lines of paper.yaml, and the list. */
    forward: ({ patterns = '', list }: { patterns?: string; list?: string }, stubs = true) => {
      writeFileSync(join(folder, 'paper.yaml'), plainFiles['paper.yaml'] + patterns)
      if (list !== undefined) writeFileSync(join(folder, 'old-addresses.csv'), list)
      return forwardOldAddresses({ folder, site, stubs, address: `https://paper.example${base}` }, quietContext())
    },
  }
}

const families = `old_addresses:
  - /pc/layout/{year}{month}/{day}/node_{page:2}.html
  - from: /html/{year}-{month}/{day}/node_{page}.htm
    pages: { 37749: 1, 37750: A02 }
  - /html/{year}-{month}/{day}/nw.D110000renmrb_{year}{month}{day}_{any}-{page:2}.htm
  - /pc/content/{year}{month}/{day}/content_{article}.html
  - /epaper/{year}{month}{day}/Page{label}.htm
  - /show.asp?date={year}-{month}-{day}&page={page}
  - /read.asp?d={year}{month}{day}&p={page}&t={any}
`

describe('an old address', () => {
  it('has a page that leads to its place at once, may run nothing, and is not found by search engines', async () => {
    const { forward, read, has } = await newsroom()
    const { exitCode, record, findings } = await forward({ patterns: families })
    expect({ exitCode, record }).toEqual({ exitCode: 0, record: { written: true, addresses: 10, pages: 8 } })
    expect(findings.map(({ code }) => code)).toEqual(['server-only-addresses'])
    const stub = read('pc/content/202611/24/content_12345.html')
    expect(stub).toContain('<meta http-equiv="refresh" content="0; url=/2026-11-24/1/12345">')
    expect(stub).toContain('<link rel="canonical" href="https://paper.example/2026-11-24/1/12345">')
    expect(stub).toContain('<a href="/2026-11-24/1/12345">大桥“通”车 &lt;一&gt;</a>')
    expect(stub).toContain('<meta name="robots" content="noindex">')
    expect(stub).toContain("default-src 'none'")
    expect(Buffer.byteLength(stub)).toBeLessThan(1000)
    for (const name of [
      'pc/layout/202611/24/node_02.html',
      'html/2026-11/24/node_37750.htm',
      'epaper/20261124/PageA02.htm',
    ])
      expect(read(name), name).toContain('url=/2026-11-24/2"')
    expect(has('show.asp')).toBe(false)
  })

  it('is taken from the list before any pattern, with or without host, and a first line may be a heading', async () => {
    const { forward, read, articles } = await newsroom()
    const other = articles.get('乙') ?? ''
    const list = `\uFEFF旧地址,新地址\r\nhttp://old.example/pc/layout/202611/24/node_01.html?v=1#top,2026-11-24/2\r\n# 注\r\n\r\n"/a,b.htm",/2026-11-24/2/${other}\r\n/c.htm\t2026-11-24\r\n`
    const { findings } = await forward({ patterns: families, list })
    expect(read('a,b.htm')).toContain(`url=/2026-11-24/2/${other}"`)
    expect(read('c.htm')).toContain('url=/2026-11-24"')
    // With a query the address is another one, which a server of files can't tell from the pattern's.
    expect(read('pc/layout/202611/24/node_01.html')).toContain('url=/2026-11-24/1"')
    expect(read('.press/old-queries.nginx')).toContain('"/pc/layout/202611/24/node_01.html?v=1" "/2026-11-24/2";')
    expect(findings.map(({ code }) => code)).toEqual(['server-only-addresses'])
  })

  it('keeps everything that is right, and says of everything else in which line it is wrong, and why', async () => {
    const { forward, has } = await newsroom()
    const lines = [
      '/good.htm,2026-11-24/1',
      '/gone-issue.htm,2020-01-01/1',
      '/gone-page.htm,2026-11-24/9',
      '/gone-article.htm,2026-11-24/1/zzzz',
      '/elsewhere.htm,https://evil.example/',
      '/elsewhere.htm,//evil.example',
      '/elsewhere.htm,javascript:alert(1)',
      '/no-place.htm',
      '/../../etc/passwd.htm,2026-11-24',
      '/%2e%2e/%2e%2e/x.htm,2026-11-24',
      '/a$b;{c}.htm,2026-11-24',
      '/a%0Ab.htm,2026-11-24',
      '"/a"" ""b.htm",2026-11-24',
      '/%B0%E6.htm,2026-11-24',
      '/.press/x.htm,2026-11-24',
      `/${'x'.repeat(600)}.htm,2026-11-24`,
      '/good.htm,2026-11-24/2',
      '/2026-11-24/1,2026-11-24/2',
      '/2026-11-24/,2026-11-24/2',
      '/DATA/catalog.htm,2026-11-24/2',
    ]
    const { exitCode, findings, record } = await forward({ list: lines.join('\n') })
    expect({ exitCode, record }).toEqual({ exitCode: 0, record: { written: true, addresses: 1, pages: 1 } })
    const codes = (code: string) => findings.filter((one) => one.code === code).map(({ place }) => place.line)
    expect(codes('unknown-place').sort()).toEqual([2, 3, 4, 5, 6, 7, 8].sort())
    expect(codes('bad-old-address')).toEqual([9, 10, 11, 12, 13, 14, 15, 16])
    expect(codes('old-address-twice')).toEqual([17])
    expect(findings.filter(({ code }) => code === 'old-address-taken')).toHaveLength(3)
    expect(has('good.htm')).toBe(true)
  })

  it.each([
    ['/{year}/{month}/x.htm', 'it lacks {day}'],
    ['/{year}{month}{day}/{oage}.htm', '{oage} is not known'],
    ['/{year}{month}{day}/{page.htm', 'is no placeholder'],
    ['/{year}{month}{day}/{label:2}.htm', 'only {page} has a number of digits'],
    ['/{year}{month}{day}/{any}-{label}.htm', 'can be told only by its number'],
    ['/{year}{month}{day}/{any}/{article}.htm', 'an article needs its {page}'],
    ['/{year}{month}{day}/$x.htm', 'characters that no address needs'],
    ['/../{year}{month}{day}.htm', 'begins with a dot'],
    ['{year}{month}{day}.htm', 'does not begin with a slash'],
  ])('has no pattern %s', async (pattern, words) => {
    const { forward, has } = await newsroom()
    const { exitCode, findings } = await forward({ patterns: `old_addresses: ['${pattern}']\n` })
    expect(exitCode).toBe(1)
    expect(findings).toMatchObject([{ code: 'bad-old-pattern', place: { file: 'paper.yaml', line: 8 } }])
    expect(findings[0]?.why).toContain(words)
    expect(has('.press')).toBe(false)
  })

  it('has words where a pattern fits nothing, and where there are no old addresses at all', async () => {
    const { forward } = await newsroom()
    const idle = `old_addresses: [{ from: '/{year}{month}{day}/{page}.htm', pages: { 9: A09 } }]\n`
    expect((await forward({ patterns: idle })).findings.map(({ code }) => code)).toEqual(['idle-old-pattern'])
    expect((await forward({})).findings.map(({ code }) => code)).toEqual(['no-old-addresses'])
  })

  it('is gone after the next run if it is no longer wanted, and nothing else is', async () => {
    const { forward, has, read, write } = await newsroom()
    await forward({ list: '/a.htm,2026-11-24\n/b.htm,2026-11-24\n/c/d,2026-11-24\n' })
    write('b.htm', 'an editor put this here')
    await forward({ list: '/a.htm,2026-11-24/1\n' })
    expect([has('c/d/index.html'), read('b.htm')]).toEqual([false, 'an editor put this here'])
    expect(read('a.htm')).toContain('url=/2026-11-24/1"')
    await forward({ list: '/a.htm,2026-11-24/1\n' }, false)
    expect(has('a.htm')).toBe(false)
  })
})

const locationOf = (origin: string, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    get({ hostname, port, path, agent: false }, (response) => {
      response.resume()
      resolve(`${response.statusCode} ${response.headers.location ?? ''}`.trim())
    }).on('error', reject)
  })

describe.each(webServers)('$name', ({ name, start, isInstalled }) => {
  describe.skipIf(!isInstalled).each(['/', '/paper/'])(
    `${isInstalled ? 'forwards' : 'is not installed (npm run setup) to forward'} old addresses to a site at %s`,
    (base) => {
      it('for good, to their places', async () => {
        const { forward, www, root } = await newsroom(base)
        const list =
          '/list.asp?id=7,2026-11-24/2\n/Upper.htm,2026-11-24/1\n/upper.htm,2026-11-24/2\n/版面/二.htm,2026-11-24/2\n'
        await forward({ patterns: families, list })
        const server = await start({ root: www, scratch: root, base })
        onTestFinished(server.stop)
        const moved = (place: string): string => `301 ${base}2026-11-24${place}`
        const expected: Readonly<Record<string, string>> = {
          '/pc/layout/202611/24/node_02.html': moved('/2'),
          '/pc/layout/202611/24/node_02.html?v=1': moved('/2'),
          '/html/2026-11/24/node_37750.htm': moved('/2'),
          '/html/2026-11/24/nw.D110000renmrb_20261124_3-02.htm': moved('/2'),
          '/pc/content/202611/24/content_12345.html': moved('/1/12345'),
          '/show.asp?date=2026-11-24&page=2': moved('/2'),
          '/show.asp?date=2026-11-24&page=2&from=timeline&isappinstalled=0': moved('/2'),
          '/read.asp?d=20261124&p=2&t=0.123': moved('/2'),
          '/list.asp?id=7': moved('/2'),
          '/Upper.htm': moved('/1'),
          '/upper.htm': moved('/2'),
          [encodeURI('/版面/二.htm')]: moved('/2'),
          '/list.asp?id=8': '404',
          '/show.asp': '404',
          '/pc/layout/202611/25/node_02.html': '404',
          [`${base}2026-11-24/1`]: '200',
          [base]: '200',
        }
        const found = await Promise.all(
          Object.keys(expected).map(async (path) => [path, await locationOf(server.origin, path)]),
        )
        expect({ name, ...Object.fromEntries(found) }).toEqual({ name, ...expected })
      })
    },
  )
})
