import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressesOf,
  expressionOf,
  parsePattern,
  targetOf,
  type AddressPattern,
  type PlaceFacts,
} from '@/press/site/old-addresses/address-pattern'
import { decodeOldAddress, faultOfPath, keyOf, stubFileOf } from '@/press/site/old-addresses/old-address'
import { serverMapsOf } from '@/press/site/old-addresses/server-maps'
import { parsePlace } from '@/press/site/old-addresses/site-places'

const patternOf = (written: string, pages?: ReadonlyMap<string, string>): AddressPattern => {
  const pattern = parsePattern(written, pages)
  if ('reason' in pattern) throw new Error(`${written}: ${pattern.reason}`)
  return pattern
}

/** Patterns as sites have them: the date in some order, then what else there is, between plain separators. */
const written = fc
  .record({
    order: fc.shuffledSubarray(['{year}', '{month}', '{day}'], { minLength: 3 }),
    rest: fc.subarray(['{page}', '{page:2}', '{page:3}', '{article}', '{year}{month}{day}']),
    // Without a letter or digit, so that what was filled in can be told apart again.
    marks: fc.array(fc.constantFrom('/', '-', '_', '.', '/x.', '+', '(', ')*', '?a=', '&b='), {
      minLength: 9,
      maxLength: 9,
    }),
  })
  .map(({ order, rest, marks }) => {
    const isFirst = (mark: string, at: number): boolean => mark !== '?a=' || marks.indexOf('?a=') === at
    const plain = marks.map((mark, at) => (isFirst(mark, at) ? mark : '&a='))
    return [...order, ...rest].map((name, at) => `${plain[at]}${name}`).join('')
  })
  .map((text) => `/html${text}`)
  .filter((text) => !('reason' in parsePattern(text)))

const facts: fc.Arbitrary<Required<PlaceFacts>> = fc.record({
  date: fc
    .record({
      year: fc.integer({ min: 1900, max: 2099 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
  page: fc.record({ no: fc.integer({ min: 1, max: 512 }), label: fc.constantFrom('1', 'A04', '特刊1') }),
  article: fc.stringMatching(/^[a-z0-9]{3,16}$/),
})

describe('a pattern of old addresses', () => {
  it('is read back from every address that it gives: the expression for servers catches the place', () =>
    fc.assert(
      fc.property(written, facts, (text, place) => {
        const pattern = patternOf(text)
        const expression = expressionOf(pattern)
        for (const address of addressesOf(pattern, place)) {
          expect(decodeOldAddress(keyOf(address))).toEqual(address)
          const caught = new RegExp(`^${expression.source}$`).exec(keyOf(address))
          const target = targetOf(expression, (name) => caught?.[expression.groups.indexOf(name) + 1] ?? '')
          const { groups } = expression
          expect(target).toBe(
            [
              place.date,
              ...(groups.includes('page') ? [place.page.no] : []),
              ...(groups.includes('article') ? [place.article] : []),
            ].join('/'),
          )
        }
      }),
    ))

  it('gives different addresses for different pages, if it names them', () =>
    fc.assert(
      fc.property(written, facts, facts, (text, one, other) => {
        fc.pre(text.includes('{page') && one.page.no !== other.page.no)
        const pattern = patternOf(text)
        const same = new Set(addressesOf(pattern, one).map(keyOf))
        expect(
          addressesOf(pattern, { ...one, page: other.page }).filter((address) => same.has(keyOf(address))),
        ).toEqual([])
      }),
    ))

  it('gives none for a place that lacks what it names', () => {
    const date = '2019-03-05'
    expect(addressesOf(patternOf('/{year}{month}{day}/{page}.htm'), { date })).toEqual([])
    expect(addressesOf(patternOf('/{year}{month}{day}/{article}.htm'), { date })).toEqual([])
    const tabled = patternOf('/{year}{month}{day}/{page}.htm', new Map([['node_7', 'A01']]))
    expect(addressesOf(tabled, { date, page: { no: 2, label: 'A02' } })).toEqual([])
    expect(addressesOf(tabled, { date, page: { no: 1, label: 'A01' } })).toEqual([{ path: '/20190305/node_7.htm' }])
  })

  it('may be copied with its host, which does not count', () =>
    expect(
      addressesOf(patternOf('https://epaper.example.com/{year}/{month}/{day}.htm'), { date: '2019-03-05' }),
    ).toEqual([{ path: '/2019/03/05.htm' }]))
})

/** What people and machines may write: any text, and near misses made of the marks that matter. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '/',
        '..',
        '.',
        '%2e',
        '%2F',
        '%00',
        '%0a',
        '"',
        "'",
        '$',
        '{',
        '}',
        ';',
        '\\',
        '?',
        '#',
        '&',
        '<',
        'http://',
        '//',
        'a',
        '版',
        ' ',
        '\n',
        '`',
        '~',
      ),
    )
    .map((parts) => `/${parts.join('')}`),
)

describe('an old address that somebody wrote', () => {
  it('never has in it what a shell, nginx, Caddy, HTML or a file system would take for its own', () =>
    fc.assert(
      fc.property(hostile, fc.constantFrom('/', '/paper/'), (text, base) => {
        const from = decodeOldAddress(text)
        if ('reason' in from) return
        expect(keyOf(from)).not.toMatch(/["'`$;{}\\<>#\s\p{Cc}]/u)
        expect(faultOfPath(from.path)).toBeUndefined()
        const file = stubFileOf(from, base)
        if (file !== undefined) expect(file).toMatch(/^(?!.*(^|\/)\.)[^/]+(\/[^/]+)*$/)
        const maps = serverMapsOf([{ from, to: { address: '2019-03-05/1', title: text } }], [], base)
        const rows = maps['old-paths.nginx'] + maps['old-queries.nginx']
        expect(rows).toBe(`"${keyOf(from)}" "${base}2019-03-05/1";\n`)
      }),
      { numRuns: 2000 },
    ))

  const nearPlace = fc.tuple(
    fc.constantFrom('', '/', '//', 'https://evil.example/'),
    fc.constantFrom('2019-03-05', '2019-03-05/3', ''),
    hostile,
  )
  it('leads to no other site, whatever the place is said to be', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          nearPlace.map((parts) => parts.join('')),
        ),
        (text) => {
          const place = parsePlace(text)
          if (!place) return
          const address = [
            place.issue,
            ...(place.page === undefined ? [] : [place.page]),
            ...(place.article === undefined ? [] : [place.article]),
          ].join('/')
          expect(new URL(`/paper/${address}`, 'https://paper.example').href).toBe(
            `https://paper.example/paper/${address}`,
          )
        },
      ),
      { numRuns: 2000 },
    ))

  it.each([
    ['/a%20b.htm', 'characters'],
    ['/%252e%252e/x', 'characters'],
    ['/a//b.htm', 'two slashes'],
    ['/%B0%E6.htm', 'not UTF-8'],
    ['/x.htm?a="b"', 'query'],
    [`/${'版'.repeat(200)}`, 'too long'],
    [`/x?${'a'.repeat(499)}`, 'too long'],
  ])('is refused with words: %s', (text, words) =>
    expect(decodeOldAddress(text)).toMatchObject({ reason: expect.stringContaining(words) }),
  )

  it.each([
    ['/html/node_1.htm', '/', 'html/node_1.htm'],
    ['/paper/html/node_1.htm', '/paper/', 'html/node_1.htm'],
    ['/html/node_1.htm', '/paper/', undefined],
    ['/html/2019/', '/', 'html/2019/index.html'],
    ['/html/2019', '/', 'html/2019/index.html'],
    ['/html/content.asp', '/', undefined],
    ['/html/node_1.htm?v=1', '/', undefined],
    ['/', '/', undefined],
  ])('has a file in a site where a plain server would look: %s at %s', (text, base, file) => {
    const address = decodeOldAddress(text)
    expect('reason' in address ? address.reason : stubFileOf(address, base)).toBe(file)
  })
})
