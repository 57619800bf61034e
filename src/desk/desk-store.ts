import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { DeskAnswer, DeskChange, DeskState } from '@/press/preview/desk-record'
import { articleAdded, articleOf, firstPageOf } from './articles-of-page'
import { DeskError, type DeskClient, type DeskFault } from './desk-client'

/** Makes a change. @returns whether it was made; if not, the notice says why */
export type MakeChange = (change: DeskChange) => Promise<boolean>

/** What is said of the last edit. */
export type DeskNotice =
  | { readonly kind: 'made'; readonly does: DeskChange['does'] }
  | { readonly kind: 'undone' }
  | { readonly kind: 'refused'; readonly why: string }
  /** There was no answer: whether the edit was made shows when the press answers again. */
  | { readonly kind: 'lost' }

/** A place of the desk: a page, and an article if one is chosen. */
export interface DeskPlace {
  readonly page?: number | undefined
  readonly article?: string | undefined
}

/** The state of the press, where the editor is in it, and what is on its way to the press. */
export interface Desk {
  readonly state: Readonly<Ref<DeskState | undefined>>
  /** Why there is no answer at present. */
  readonly fault: Readonly<Ref<DeskFault | undefined>>
  readonly notice: Readonly<Ref<DeskNotice | undefined>>
  /** Changes that were sent, or wait to be sent, in their order. */
  readonly waiting: Readonly<Ref<readonly DeskChange[]>>
  readonly isBusy: ComputedRef<boolean>
  readonly page: Readonly<Ref<number>>
  readonly chosen: Readonly<Ref<string | undefined>>
  readonly go: (place: DeskPlace) => void
  readonly make: MakeChange
  readonly undo: () => Promise<void>
  readonly dismiss: () => void
  /** Begins to follow the press. @returns what ends it */
  readonly start: () => () => void
}

/** Until a press that does not answer is asked again. */
const patienceMs = 2500

/** These name blocks by their numbers, which are those of the state that the editor saw. */
const namesBlocks = ({ does }: DeskChange): boolean => does === 'mend' || does === 'add-text' || does === 'cut'

const isSameOutlines = (a: DeskChange, b: DeskChange): boolean =>
  a.does === 'outlines' && b.does === 'outlines' && a.article === b.article && a.page === b.page

export const createDesk = (client: DeskClient, begin: DeskPlace = {}): Desk => {
  const state = shallowRef<DeskState>()
  const fault = ref<DeskFault>()
  const notice = shallowRef<DeskNotice>()
  const waiting = shallowRef<readonly DeskChange[]>([])
  const isUndoing = ref(false)
  const page = ref(begin.page ?? 0)
  const chosen = ref(begin.article)
  const isBusy = computed(() => waiting.value.length > 0 || isUndoing.value)

  const go = (place: DeskPlace): void => {
    chosen.value = place.article
    const article = state.value && articleOf(state.value, place.article)
    const target = place.page ?? (article && firstPageOf(article))
    if (target !== undefined) page.value = target
  }

  const take = (next: DeskState): void => {
    state.value = next
    fault.value = undefined
    page.value = Math.min(page.value, Math.max(next.pages.length - 1, 0))
    if (!articleOf(next, chosen.value)) chosen.value = undefined
  }

  let retry: ReturnType<typeof setTimeout> | undefined
  const lose = (error: unknown): void => {
    if (!(error instanceof DeskError)) throw error
    fault.value = error.fault
    clearTimeout(retry)
    retry = setTimeout(() => void refresh(), patienceMs)
  }

  /** Of the request whose answer counts: an earlier one that comes late tells of an older state. */
  let latest = 0
  /** Something changed while an edit was on its way, whose answer may be older than that. */
  let isStale = false
  const refresh = async (): Promise<void> => {
    if (isBusy.value) {
      isStale = true
      return
    }
    const own = ++latest
    try {
      const found = await client.fetchState()
      if (own === latest) take(found)
    } catch (error) {
      if (own === latest) lose(error)
    }
  }

  /** Edits are sent one after the other: each names the state that the one before it made. */
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(send: () => Promise<Result>): Promise<Result> => {
    const result = turn.then(send)
    turn = result.catch(() => undefined)
    return result
  }
  const settle = (): void => {
    if (!isStale || isBusy.value) return
    isStale = false
    void refresh()
  }

  const answered = (answer: DeskAnswer, made: DeskNotice): boolean => {
    take(answer.state)
    notice.value = answer.refused === undefined ? made : { kind: 'refused', why: answer.refused }
    return answer.refused === undefined
  }

  const send = async (change: DeskChange, seenVersion: string): Promise<boolean> => {
    const last = state.value
    // A later drag of the same outlines has taken its place.
    if (!last || !waiting.value.includes(change)) return true
    latest += 1
    try {
      const answer = await client.sendChange(namesBlocks(change) ? seenVersion : last.version, change)
      const isMade = answered(answer, { kind: 'made', does: change.does })
      if (isMade && change.does === 'add') {
        const added = articleAdded(last, answer.state)
        if (added) go({ page: change.page, article: added.key })
      }
      return isMade
    } catch (error) {
      lose(error)
      notice.value = { kind: 'lost' }
      return false
    } finally {
      waiting.value = waiting.value.filter((one) => one !== change)
      settle()
    }
  }

  let isSending: DeskChange | undefined
  const make: MakeChange = (change) => {
    const seenVersion = state.value?.version
    if (seenVersion === undefined) return Promise.resolve(false)
    waiting.value = [...waiting.value.filter((one) => one === isSending || !isSameOutlines(one, change)), change]
    return inTurn(() => {
      isSending = change
      return send(change, seenVersion)
    })
  }

  const undo = (): Promise<void> =>
    inTurn(async () => {
      if (!state.value || state.value.undoable === 0) return
      isUndoing.value = true
      latest += 1
      try {
        answered(await client.sendUndo(state.value.version), { kind: 'undone' })
      } catch (error) {
        lose(error)
        notice.value = { kind: 'lost' }
      } finally {
        isUndoing.value = false
        settle()
      }
    })

  const start = (): (() => void) => {
    void refresh()
    const stop = client.onChange(() => void refresh())
    return () => {
      stop()
      clearTimeout(retry)
    }
  }

  const dismiss = (): void => void (notice.value = undefined)
  return { state, fault, notice, waiting, isBusy, page, chosen, go, make, undo, dismiss, start }
}
