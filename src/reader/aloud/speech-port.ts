import type { InjectionKey } from 'vue'

/** A voice of the device, or of a service that the browser brings. */
export interface Voice {
  readonly id: string
  readonly name: string
  /** As the engine writes it: `zh-CN`, `zh_CN`, `cmn`. */
  readonly lang: string
  /** Speaks without a network. */
  readonly isLocal: boolean
}

export interface Utterance {
  readonly text: string
  readonly voice: Voice
  /** 1 is the voice's own speed. */
  readonly rate: number
}

/** Why an engine did not speak: not without a gesture, no network, not this voice, someone else took over, something else. */
export type SpeechRefusal = 'refused' | 'network' | 'voice' | 'interrupted' | 'failed'

/** What is heard of an utterance. Engines leave events out, bring them twice, and late: who listens must bear it. */
export type SpeechEvent =
  { readonly kind: 'start' | 'boundary' | 'end' } | { readonly kind: 'error'; readonly why: SpeechRefusal }

/**
 * A speech engine. It has no pause: on Android pausing cancels, and in Chrome a pause of some seconds never ends, so that
 * who pauses cancels, and speaks the utterance again.
 */
export interface SpeechPort {
  /** Whether there is an engine at all; a WebView of Android has none. */
  readonly isSupported: boolean
  /** The voices known so far; many engines bring them late. */
  readonly voices: () => readonly Voice[]
  /** Calls when the voices have changed, until the function given back is called. */
  readonly onVoices: (listener: () => void) => () => void
  readonly speak: (utterance: Utterance, listener: (event: SpeechEvent) => void) => void
  /** Stops at once; what comes of the utterance afterwards is noise. */
  readonly cancel: () => void
}

export const speechPortKey: InjectionKey<SpeechPort> = Symbol('speech')

/** Time, so that a test can turn it. */
export interface Clock {
  /** Milliseconds from some beginning. */
  readonly now: () => number
  /** Runs once later, unless the function given back is called before. */
  readonly after: (delayMs: number, run: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
