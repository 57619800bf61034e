import { afterEach, describe, expect, it } from 'vitest'
import { storageFaultOf } from '@/library/storage-fault'

/** A browser that forbids storage with cookies: its name alone throws. */
const forbidStorage = (): void => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    },
  })
  cleanUp = () => own && Object.defineProperty(globalThis, 'localStorage', own)
}
let cleanUp: () => unknown = () => undefined
afterEach(() => cleanUp())

describe('a database that fails without saying why', () => {
  const errors = ['UnknownError', 'OpenFailedError', 'AbortError'].map((name) => Object.assign(new Error(), { name }))

  it.each(errors)('is damaged: $name', (error) => expect(storageFaultOf(error)).toBe('damaged'))
  it.each(errors)('is refused where the browser forbids all storage: $name', (error) => {
    forbidStorage()
    expect(storageFaultOf(error)).toBe('refused')
    expect(storageFaultOf({ name: 'OpenFailedError', inner: error })).toBe('refused')
  })
  it('is full where it says so', () => {
    forbidStorage()
    expect(storageFaultOf(new DOMException('', 'QuotaExceededError'))).toBe('full')
  })
})
