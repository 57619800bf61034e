import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDeskClient } from '@/desk/desk-client'
import { deskState } from '../support/desk-state'

const answer = (given: () => Promise<Response> | Response) => {
  const asked: [string, RequestInit | undefined][] = []
  vi.stubGlobal('fetch', async (path: string, request?: RequestInit) => {
    asked.push([path, request])
    return given()
  })
  return asked
}
afterEach(() => vi.unstubAllGlobals())

describe('the client of the desk', () => {
  it('sends an edit with the version that it was made in', async () => {
    const asked = answer(() => Response.json({ state: deskState(), refused: '做不到' }))
    const { refused } = await createDeskClient().sendChange('7', { does: 'drop', article: 'a' })
    expect(refused).toBe('做不到')
    expect(asked.map(([path, request]) => [path, request?.method, JSON.parse(`${request?.body}`)])).toEqual([
      ['/desk/edit', 'POST', { version: '7', change: { does: 'drop', article: 'a' } }],
    ])
  })

  it.each([
    ['unreachable', 'nobody answers', () => Promise.reject(new TypeError('failed'))],
    ['unreachable', 'a proxy answers for a press that is stopped', () => new Response('', { status: 502 })],
    ['garbled', 'the answer is a page', () => new Response('<html>')],
    ['garbled', 'it is no state', () => Response.json({ version: 1 })],
  ])('says %s where %s', async (fault, _, given) => {
    answer(given)
    await expect(createDeskClient().fetchState()).rejects.toMatchObject({ fault })
  })
})
