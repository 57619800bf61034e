import type { InjectionKey } from 'vue'

/** A voice installed on the device, or offered by a service of the browser. */
export interface Voice {
  readonly id: string
  readonly name: string
  /** As the engine writes it: `zh-CN`, `zh_CN`, `cmn`. */
  readonly lang: string
  /** Works without a network. */
  readonly isLocal: boolean
}

export interface Utterance {
  readonly text: string
  readonly voice: Voice
  /** 1 is the voice's own speed. */
  readonly rate: number
}

/**
 * Why an engine did not speak: needs a user gesture, no network, voice not usable, interrupted by something else,
 * anything else.
 */
export type SpeechRefusal = 'refused' | 'network' | 'voice' | 'interrupted' | 'failed'

/** Events of an utterance. Engines omit them, repeat them and send them late; listeners must cope with that. */
export type SpeechEvent =
  { readonly kind: 'start' | 'boundary' | 'end' } | { readonly kind: 'error'; readonly why: SpeechRefusal }

/**
 * A speech engine. It has no `pause`: on Android pausing cancels, and in Chrome a pause of several seconds never ends.
 * To pause, cancel, and speak the utterance again later.
 */
export interface SpeechPort {
  /** Whether there is an engine at all; Android's WebView has none. */
  readonly isSupported: boolean
  /** The voices known so far; many engines list them late. */
  readonly voices: () => readonly Voice[]
  /** Calls the listener when the list of voices changes. Returns a function that unsubscribes. */
  readonly onVoices: (listener: () => void) => () => void
  readonly speak: (utterance: Utterance, listener: (event: SpeechEvent) => void) => void
  /** Stops at once; later events of the utterance must be ignored. */
  readonly cancel: () => void
}

export const speechPortKey: InjectionKey<SpeechPort> = Symbol('speech')

/** A clock that a test can control. */
export interface Clock {
  /** Milliseconds from an arbitrary start. */
  readonly now: () => number
  /** Runs once after a delay. Returns a function that cancels it. */
  readonly after: (delayMs: number, run: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
