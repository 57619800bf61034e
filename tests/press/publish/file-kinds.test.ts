import { describe, expect, it } from 'vitest'
import { groupOf, headersOf, keyOf, stepOf } from '@/press/publish/file-kinds'

describe('the step of a file', () => {
  it.each([
    ['assets/main-Bx3kQ9aZ.js', 'part'],
    ['data/2026-11-24/page-01.9f3c2a71.json', 'part'],
    ['icon-192.png', 'part'],
    ['epub/2026-11-24.epub', 'part'],
    ['data/2026-11-24/issue.sig', 'signature'],
    ['data/2026-11-24/issue.json', 'issue'],
    ['2026-11-24/3/a1b/index.html', 'page'],
    ['2026-11-24/3/a1b', 'page'],
    ['iiif/2026-11-24/manifest.json', 'page'],
    ['data/catalog-2026.json', 'index'],
    ['sitemap.xml', 'index'],
    ['feeds/news.atom', 'index'],
    ['iiif/collection.json', 'index'],
    ['robots.txt', 'index'],
    ['data/catalog.json', 'front'],
    ['calendar/2026-11/index.html', 'front'],
    ['index.html', 'front'],
    ['app.js', 'app'],
    ['shell.html', 'page'],
    ['library/index.html', 'page'],
    ['manifest.webmanifest', 'app'],
    ['paper.json', 'app'],
    ['sw.js', 'worker'],
  ])('%s is %s', (path, step) => expect(stepOf(path)).toBe(step))
})

describe('what a store says with a file', () => {
  it.each([
    ['2026-11-24/3/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['data/2026-11-24/issue.json', 'application/json; charset=utf-8', 'no-cache'],
    ['data/2026-11-24/issue.sig', 'application/octet-stream', 'no-cache'],
    ['data/2026-11-24/page-01.9f3c2a71.json', 'application/json; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['assets/setting-400-Bx3kQ9aZ.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
    ['feeds/news.atom', 'application/atom+xml; charset=utf-8', 'no-cache'],
    ['robots.txt', 'text/plain; charset=utf-8', 'no-cache'],
    ['epub/2026-11-24.epub', 'application/epub+zip', 'no-cache'],
    ['icon-192.png', 'image/png', 'no-cache'],
  ])('%s: %s, %s', (path, contentType, cacheControl) =>
    expect(headersOf(path, 'x')).toEqual({ contentType, cacheControl, sha256: 'x' }),
  )
})

describe('the key of a page', () => {
  it.each([
    ['index.html', 'index.html'],
    ['2026-11-24/index.html', '2026-11-24'],
    ['2026-11-24/3/index.html', '2026-11-24/3'],
    ['library/index.html', 'library'],
    ['404.html', '404.html'],
  ])('%s is %s', (path, key) => {
    expect(keyOf(path, 'address')).toBe(key)
    expect(keyOf(path, 'file')).toBe(path)
  })
})

describe('the group of a file', () => {
  it.each([
    ['data/2026-11-24/issue.json', '2026-11-24'],
    ['2026-11-24-hw/3', '2026-11-24-hw'],
    ['2026-11-24', '2026-11-24'],
    ['epub/2026-11-24.epub', '2026-11-24'],
    ['assets/main-Bx3kQ9aZ.js', '/assets'],
    ['content/202411/24/content_1.html', '/content/202411'],
    ['app.js', '/'],
    ['data/catalog-2026.json', '/data'],
  ])('%s is in %s', (key, group) => expect(groupOf(key)).toBe(group))
})
