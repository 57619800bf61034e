import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { DeskAnswer, DeskChange, DeskState } from '@/press/preview/desk-record'
import { DeskError, type DeskClient } from '@/desk/desk-client'
import { createDesk } from '@/desk/desk-store'
import { deskArticle, deskState } from '../support/desk-state'

interface Sent {
  readonly version: string
  readonly change: DeskChange
  readonly answer: (given: DeskAnswer | DeskError) => Promise<void>
}

/** A press that answers when the test says so. */
const pressOf = (first: DeskState) => {
  let state: DeskState | DeskError = first
  const sent: Sent[] = []
  let listener = (): void => {}
  const client: DeskClient = {
    fetchState: async () => {
      if (state instanceof DeskError) throw state
      return state
    },
    sendChange: (version, change) =>
      new Promise((resolve, reject) => {
        const answer = async (given: DeskAnswer | DeskError): Promise<void> => {
          if (given instanceof DeskError) reject(given)
          else resolve(given)
          await flushPromises()
        }
        sent.push({ version, change, answer })
      }),
    sendUndo: async () => ({ state: first }),
    onChange: (given) => {
      listener = given
      return () => {}
    },
  }
  const tell = async (next: DeskState | DeskError): Promise<void> => {
    state = next
    listener()
    await flushPromises()
  }
  return { client, sent, tell }
}
const started = async (first = deskState()) => {
  const press = pressOf(first)
  const desk = createDesk(press.client)
  desk.start()
  await flushPromises()
  return { ...press, desk }
}
const outlines = (x: number): DeskChange => ({
  does: 'outlines',
  article: 'large',
  page: 0,
  outlines: [[x, 0, 9, 0, 9, 9]],
})

describe('the desk', () => {
  it('shows what the press says, and what it says when something has changed', async () => {
    const { desk, tell } = await started()
    expect(desk.state.value?.version).toBe('1')
    await tell(deskState({ version: '2' }))
    expect(desk.state.value?.version).toBe('2')
  })

  it('says that the press does not answer, and keeps what it had', async () => {
    const { desk, tell } = await started()
    await tell(new DeskError('unreachable'))
    expect([desk.fault.value, desk.state.value?.version]).toEqual(['unreachable', '1'])
    await tell(deskState({ version: '2' }))
    expect([desk.fault.value, desk.state.value?.version]).toEqual([undefined, '2'])
  })

  it('sends one edit after the other, each with the state that the one before has made', async () => {
    const { desk, sent } = await started()
    void desk.make(outlines(1))
    void desk.make({ does: 'drop', article: 'small' })
    await flushPromises()
    expect(sent.map(({ version }) => version)).toEqual(['1'])
    expect(desk.waiting.value).toHaveLength(2)
    await sent[0]?.answer({ state: deskState({ version: '2' }) })
    expect(sent.map(({ version }) => version)).toEqual(['1', '2'])
    await sent[1]?.answer({ state: deskState({ version: '3' }) })
    expect([desk.waiting.value.length, desk.state.value?.version]).toEqual([0, '3'])
  })

  it('names a block by the state in which it was seen', async () => {
    const { desk, sent } = await started()
    void desk.make({ does: 'drop', article: 'small' })
    void desk.make({ does: 'mend', article: 'large', part: 0, block: 1, text: '好' })
    await flushPromises()
    await sent[0]?.answer({ state: deskState({ version: '2' }) })
    expect(sent[1]?.version).toBe('1')
  })

  it('sends only the last of several drags that wait', async () => {
    const { desk, sent } = await started()
    const first = desk.make(outlines(1))
    await flushPromises()
    const made = [first, desk.make(outlines(2)), desk.make(outlines(3))]
    await sent[0]?.answer({ state: deskState({ version: '2' }) })
    await sent[1]?.answer({ state: deskState({ version: '3' }) })
    expect(sent.map(({ change }) => change)).toEqual([outlines(1), outlines(3)])
    expect(await Promise.all(made)).toEqual([true, true, true])
  })

  it('says why an edit was refused', async () => {
    const { desk, sent } = await started()
    const made = desk.make({ does: 'drop', article: 'small' })
    await flushPromises()
    await sent[0]?.answer({ state: deskState(), refused: '做不到' })
    expect([await made, desk.notice.value]).toEqual([false, { kind: 'refused', why: '做不到' }])
  })

  it('says that an edit may be lost if nobody answered it', async () => {
    const { desk, sent } = await started()
    const made = desk.make({ does: 'drop', article: 'small' })
    await flushPromises()
    await sent[0]?.answer(new DeskError('unreachable'))
    expect([await made, desk.notice.value, desk.waiting.value]).toEqual([false, { kind: 'lost' }, []])
  })

  it('asks again once an edit is answered, if something changed meanwhile', async () => {
    const { desk, sent, tell } = await started()
    void desk.make({ does: 'drop', article: 'small' })
    await flushPromises()
    await tell(deskState({ version: '3' }))
    expect(desk.state.value?.version).toBe('1')
    await sent[0]?.answer({ state: deskState({ version: '2' }) })
    expect(desk.state.value?.version).toBe('3')
  })

  it('chooses the article that was added', async () => {
    const { desk, sent } = await started()
    void desk.make({ does: 'add', page: 0, outlines: [[0, 0, 9, 0, 9, 9]], headline: '', text: '' })
    await flushPromises()
    await sent[0]?.answer({ state: deskState({ articles: [...deskState().articles, deskArticle('new')] }) })
    expect(desk.chosen.value).toBe('new')
  })

  it('goes to the page of an article, and lets an article go that is there no more', async () => {
    const { desk, tell } = await started()
    desk.go({ article: 'second' })
    expect([desk.page.value, desk.chosen.value]).toEqual([1, 'second'])
    await tell(deskState({ articles: [], pages: deskState().pages.slice(0, 1) }))
    expect([desk.page.value, desk.chosen.value]).toEqual([0, undefined])
  })
})
