import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { paths } from '@/reader/location/route-of'
import { isFileAddress, isOwnAddress } from '@/sw/own-address'

const scope = 'https://paper.example/epaper/'
const router = createRouter({
  history: createMemoryHistory(),
  routes: Object.entries(paths).map(([name, path]) => ({ name, path, component: {} })),
})

const own = [
  '',
  '2026-11-24',
  '2026-11-24-late/1',
  '2026-11-24/12/abc123',
  '2026-11-24/12/abc123/?q=%E6%B2%B3#x',
  'library',
  'settings/',
  'search?q=a.b',
  'calendar',
  'calendar/2026',
  'calendar/2026/3',
  'calendar/2026/11/',
  'index.html',
  '2026-11-24/1/index.html?q=a',
]
const foreign = [
  'print/2025-03-05.pdf',
  'robots.txt',
  'impressum.html',
  'impressum',
  'about/us/',
  '2026-11-24/12/abc123/more',
  '2026-1-4',
  'calendar/2026/13',
  'libraries',
  'html/2026-11/24/node_2',
  'about/myindex.html',
]

describe('the addresses that the worker answers', () => {
  it.each(own)('%j is the reader’s', (path) => expect(isOwnAddress(scope + path, scope)).toBe(true))
  it.each(own)('%j has a route', (path) => expect(router.resolve(`/${path}`).name).not.toBe('nowhere'))
  it.each(foreign)('%j is the host’s', (path) => expect(isOwnAddress(scope + path, scope)).toBe(false))
  it.each(foreign)('%j has no route', (path) => expect(router.resolve(`/${path}`).name).toBe('nowhere'))

  it.each(['library/other.example/', 'library/other.example/2026-01-05/1/abc', 'library/other.example/2026-01-05'])(
    'another paper’s issue, %s, is the reader’s',
    (path) => expect(isOwnAddress(scope + path, scope)).toBe(true),
  )
  it.each(['https://paper.example/', 'https://paper.example/epaper', 'https://other.example/epaper/'])(
    '%s lies outside the scope',
    (url) => expect(isOwnAddress(url, scope)).toBe(false),
  )
})

describe('a file', () => {
  it.each(['print/2025-03-05.pdf', 'robots.txt', '.well-known/.x', 'a/b.七', 'x.'])('is %s', (path) =>
    expect(isFileAddress(scope + path)).toBe(true),
  )
  it.each(['', 'index.html', 'library/other.example/2026-01-05', 'search?q=a.b', '2026-11-24#a.b'])(
    'is not %j',
    (path) => expect(isFileAddress(scope + path)).toBe(false),
  )
})
