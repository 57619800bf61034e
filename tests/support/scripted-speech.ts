import type { Clock, SpeechEvent, SpeechPort, SpeechRefusal, Utterance, Voice } from '@/reader/aloud/speech-port'
import { lengthOf } from '@/reader/aloud/utterances'

export const mandarin: Voice = { id: 'mandarin', name: '普通话', lang: 'zh-CN', isLocal: true }

/** What an engine may do with an utterance, all of it seen in the field. */
export type Behaviour =
  | 'speaks'
  /** Speaks without ever telling that it began. */
  | 'tells no start'
  | 'ends twice'
  /** Speaks, and the end never comes. */
  | 'tells no end'
  /** Nothing at all: no sound, no event. */
  | 'stays silent'
  /** Says that it ended, without having spoken. */
  | 'ends at once'
  | SpeechRefusal

export interface SpeechScript {
  /** The voices; late where `voicesAfterMs` is given. */
  readonly voices?: readonly Voice[]
  readonly voicesAfterMs?: number
  readonly isSupported?: boolean
  /** What happens to the utterances in turn; the last one holds for all that follow. */
  readonly behaviours?: readonly Behaviour[]
  /** Falls silent in every utterance that takes longer, as Chrome's network voices do after some 14 s. */
  readonly cutOffMs?: number
  /** What is cancelled tells so later, when the next utterance is under way. */
  readonly isLateToCancel?: boolean
  readonly characterMs?: number
}

export interface ScriptedSpeech extends SpeechPort {
  /** What could be heard to its end, in order. */
  readonly heard: readonly string[]
  /** Every utterance that was asked for. */
  readonly asked: readonly Utterance[]
  /** How many utterances sounded at once, at most: more than one is Babel. */
  readonly mostAtOnce: () => number
  readonly isSounding: () => boolean
}

/** A speech engine that does as its script says, in the time of the clock given. */
export const createScriptedSpeech = (script: SpeechScript, clock: Clock): ScriptedSpeech => {
  const {
    voices = [mandarin],
    voicesAfterMs = 0,
    isSupported = true,
    behaviours = [],
    cutOffMs = Infinity,
    isLateToCancel = true,
    characterMs = 220,
  } = script
  const heard: string[] = []
  const asked: Utterance[] = []
  const listeners = new Set<() => void>()
  let known: readonly Voice[] = voicesAfterMs > 0 ? [] : voices
  if (voicesAfterMs > 0)
    clock.after(voicesAfterMs, () => {
      known = voices
      for (const listener of listeners) listener()
    })
  /** Cuts off what is under way. */
  const sounding = new Set<() => void>()
  let most = 0

  const speak = (utterance: Utterance, listener: (event: SpeechEvent) => void): void => {
    const behaviour = behaviours[Math.min(asked.length, behaviours.length - 1)] ?? 'speaks'
    asked.push(utterance)
    let isOver = false
    const over = (): void => {
      isOver = true
      sounding.delete(cut)
    }
    const cut = (): void => {
      over()
      const tell = (): void => listener({ kind: 'error', why: 'interrupted' })
      if (isLateToCancel) clock.after(50, tell)
      else tell()
    }
    const later = (ms: number, run: () => void): void => void clock.after(ms, () => !isOver && run())
    if (
      !['speaks', 'tells no start', 'ends twice', 'tells no end', 'stays silent', 'ends at once'].includes(behaviour)
    ) {
      const why = refusals.find((one) => one === behaviour) ?? 'failed'
      later(20, () => {
        over()
        listener({ kind: 'error', why })
      })
      return
    }
    sounding.add(cut)
    most = Math.max(most, sounding.size)
    if (behaviour === 'stays silent') return
    const end = (): void => {
      over()
      listener({ kind: 'end' })
      if (behaviour === 'ends twice') listener({ kind: 'end' })
    }
    if (behaviour === 'ends at once') return later(1, end)
    if (behaviour !== 'tells no start') later(30, () => listener({ kind: 'start' }))
    const durationMs = (lengthOf(utterance.text) * characterMs) / utterance.rate
    for (let at = 1000; at < Math.min(durationMs, cutOffMs); at += 1000) later(at, () => listener({ kind: 'boundary' }))
    if (durationMs > cutOffMs) return
    later(durationMs + 40, () => {
      heard.push(utterance.text)
      if (behaviour === 'tells no end') return
      end()
    })
  }

  return {
    isSupported,
    voices: () => known,
    onVoices: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    speak,
    cancel: () => [...sounding].forEach((cut) => cut()),
    heard,
    asked,
    mostAtOnce: () => most,
    isSounding: () => sounding.size > 0,
  }
}

const refusals: readonly SpeechRefusal[] = ['refused', 'network', 'voice', 'interrupted', 'failed']
