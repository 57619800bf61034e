import { describe, expect, it } from 'vitest'
import { foreignPaperOf } from '@/reader/location/foreign-paper'
import { installWay, type BrowserFacts } from '@/reader/shell/install-way'

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
const mac =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15'
const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36'
const chromeOnIphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0 Mobile/15E148 Safari/604.1'
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const samsung =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36'
const wechat = `${iphone} MicroMessenger/8.0.49`

const facts = (userAgent: string, over: Partial<BrowserFacts> = {}): BrowserFacts => ({
  userAgent,
  touchPoints: 0,
  isInstalled: false,
  hasWorker: true,
  canPrompt: false,
  isIncomplete: false,
  ...over,
})

describe('how a browser keeps the app', () => {
  it.each([
    ['Safari on an iPhone', facts(iphone, { touchPoints: 5 }), 'safari-phone'],
    ['Safari on an iPad that calls itself a Mac', facts(mac, { touchPoints: 5 }), 'safari-phone'],
    ['Safari on a Mac', facts(mac), 'safari-mac'],
    ['the app opened from the home screen', facts(iphone, { isInstalled: true }), 'none'],
    ['Chrome on an iPhone, whose menu is another', facts(chromeOnIphone, { touchPoints: 5 }), 'none'],
    ['Chrome that has offered', facts(chrome, { canPrompt: true }), 'prompt'],
    ['Chrome that has not', facts(chrome), 'none'],
    ['a browser on Android that has “Version” in its name', facts(samsung, { touchPoints: 5 }), 'none'],
    ['Firefox', facts(firefox), 'none'],
    ['Firefox in a private window', facts(firefox, { hasWorker: false }), 'no-worker'],
    [
      'Chrome on a site that does not give out all files',
      facts(chrome, { canPrompt: true, isIncomplete: true }),
      'incomplete',
    ],
    ['WeChat', facts(wechat, { touchPoints: 5 }), 'wechat'],
    ['WeChat without workers', facts(wechat, { touchPoints: 5, hasWorker: false }), 'wechat'],
  ] as const)('%s', (_, browser, way) => expect(installWay(browser)).toBe(way))
})

describe('the address of another paper’s issue', () => {
  it.each([
    ['library/other.example/2026-01-05/1', 'other.example'],
    ['library/other.example/library', 'other.example'],
    ['library', undefined],
    ['library/', undefined],
    ['library/other.example', undefined],
    ['library/Bad_Name/2026-01-05', undefined],
    ['library/../2026-01-05', undefined],
    ['2026-01-05/1', undefined],
  ])('%s', (path, paper) => expect(foreignPaperOf(path)).toBe(paper))
})
