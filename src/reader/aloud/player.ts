import { nextState, stopped, type PlayerEvent, type PlayerState } from './player-state'
import type { Clock, SpeechEvent, SpeechPort, Voice } from './speech-port'
import { lengthOf } from './utterances'

/** How the sentences are spoken; asked anew for every utterance. */
export interface Delivery {
  readonly rate: () => number
  /** The voice to speak with, of those that there are now. */
  readonly voice: () => Voice | undefined
  /** What is said of a utterance of a sentence. */
  readonly text: (sentence: number, utterance: number) => string
}

export interface Player {
  readonly state: () => PlayerState
  readonly send: (event: PlayerEvent) => void
  /** Falls silent for good. */
  readonly dispose: () => void
}

/** How long we wait, in milliseconds. */
const waits = {
  /** For voices that come late: speech-dispatcher took six seconds to list thirteen thousand. */
  voices: 8000,
  /** For an utterance to begin; a network voice takes its time. */
  start: 6000,
  /** For an utterance to end, beyond its length; a sign of life begins it anew. */
  end: 5000,
  /** For a Han character at speed 1: two and a half times what voices take. */
  character: 550,
}
/** Nobody says a Han character in so few milliseconds: an engine that ends sooner has said nothing. */
const fastestCharacterMs = 15

/**
 * Joins the pure player to an engine: speaks what the state says, cancels what it no longer says, and notices silence.
 * @param onChange called after every change of state
 */
export const createPlayer = (
  port: SpeechPort,
  clock: Clock,
  delivery: Delivery,
  onChange: (state: PlayerState) => void,
): Player => {
  let state = stopped
  let isDisposed = false
  /** Whether the engine holds an utterance of ours of which no end was heard. */
  let isSounding = false
  let disarm: () => void = () => undefined
  const watch = (delayMs: number, run: () => void): void => {
    disarm()
    disarm = clock.after(delayMs, run)
  }

  const speak = (serial: number): void => {
    const text = delivery.text(state.sentence, state.utterance)
    const voice = delivery.voice()
    if (!voice) return tellVoices(true)
    const rate = delivery.rate()
    const began = clock.now()
    const isCurrent = (): boolean => state.phase.kind === 'playing' && state.phase.serial === serial
    const silence = (): void => send({ kind: 'silent', serial })
    const watchEnd = (): void => watch(waits.end + (lengthOf(text) * waits.character) / rate, silence)
    const listen = (event: SpeechEvent): void => {
      if (!isCurrent()) return
      switch (event.kind) {
        case 'start':
        case 'boundary':
          return watchEnd()
        case 'error':
          isSounding = false
          return send({ kind: 'erred', serial, why: event.why })
        case 'end': {
          isSounding = false
          const isPossible = clock.now() - began >= (lengthOf(text) * fastestCharacterMs) / rate
          return send({ kind: isPossible ? 'ended' : 'silent', serial })
        }
      }
    }
    watch(waits.start, silence)
    isSounding = true
    port.speak({ text, voice, rate }, listen)
  }

  const quiet = (): void => {
    disarm()
    if (!isSounding) return
    isSounding = false
    port.cancel()
  }

  const send = (event: PlayerEvent): void => {
    if (isDisposed) return
    const before = state
    const after = (state = nextState(before, event))
    if (after === before) return
    if (after.phase === before.phase) return onChange(after)
    quiet()
    onChange(after)
    // Who was told may have sent something already.
    if (state !== after) return
    if (after.phase.kind === 'playing') speak(after.phase.serial)
    if (after.phase.kind === 'waiting') watch(waits.voices, () => tellVoices(true))
  }

  /** Tells what voices there are; that there are none only when we have waited for them. */
  const tellVoices = (hasWaited: boolean): void => {
    if (delivery.voice()) send({ kind: 'voices', voice: 'there' })
    else if (!port.isSupported) send({ kind: 'voices', voice: 'no-speech' })
    else if (hasWaited) send({ kind: 'voices', voice: 'no-voice' })
  }
  const forget = port.onVoices(() => tellVoices(false))
  tellVoices(false)

  return {
    state: () => state,
    send: (event) => {
      // Some engines do not tell that their voices have come: they are asked when they are needed.
      tellVoices(false)
      send(event)
    },
    dispose: () => {
      quiet()
      forget()
      isDisposed = true
    },
  }
}
