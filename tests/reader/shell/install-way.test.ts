import { describe, expect, it } from 'vitest'
import { installWayOf } from '@/reader/shell/install-way'

const ask = (): void => undefined
const chrome = {
  userAgent: 'Mozilla/5.0 (Linux; Android 14) Chrome/130',
  isStandalone: false,
  appleStandalone: undefined,
}

describe('the way to the home screen', () => {
  it.each([
    ['the browser’s own question, where it came', chrome, ask, 'prompt'],
    ['none where the browser did not offer it', chrome, undefined, 'none'],
    ['none where it was opened from the home screen', { ...chrome, isStandalone: true }, ask, 'none'],
    ['the share button on an iPhone', { ...chrome, appleStandalone: false }, undefined, 'share-button'],
    ['none on an iPhone’s home screen', { ...chrome, appleStandalone: true }, undefined, 'none'],
    ['another browser, from WeChat', { ...chrome, userAgent: 'MicroMessenger/8.0' }, ask, 'other-browser'],
  ] as const)('is %s', (_, traits, own, kind) => expect(installWayOf(traits, own).kind).toBe(kind))
})
