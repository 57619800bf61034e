import { nextState, stopped, type PlayerEvent, type PlayerState } from './player-state'
import type { Clock, SpeechEvent, SpeechPort, Voice } from './speech-port'
import { lengthOf } from './utterances'

/** How sentences are spoken; called again for every utterance. */
export interface Delivery {
  readonly rate: () => number
  /** The voice to speak with, chosen from those available now. */
  readonly voice: () => Voice | undefined
  /** The text of one utterance of a sentence. */
  readonly text: (sentence: number, utterance: number) => string
}

export interface Player {
  readonly state: () => PlayerState
  readonly send: (event: PlayerEvent) => void
  /** Stops speaking for good. */
  readonly dispose: () => void
}

/** Timeouts in milliseconds. */
const waits = {
  /** Until voices are listed: speech-dispatcher took six seconds to list thirteen thousand. */
  voices: 8000,
  /** Until an utterance starts; a network voice can be slow. */
  start: 6000,
  /** Until an utterance ends, on top of its length; restarted by every event. */
  end: 5000,
  /** Per Han character at speed 1: two and a half times what voices take. */
  character: 550,
}
/** No voice is this fast: if an utterance ends in less time per Han character, the engine has said nothing. */
const fastestCharacterMs = 15

/**
 * Connects the pure player to a speech engine: speaks what the state says, cancels what is no longer current, and
 * detects silence.
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
  /** Whether the engine holds an utterance of ours that has not ended. */
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
    // The listener may have sent another event already.
    if (state !== after) return
    if (after.phase.kind === 'playing') speak(after.phase.serial)
    if (after.phase.kind === 'waiting') watch(waits.voices, () => tellVoices(true))
  }

  /** Reports whether there are voices. That there are none is reported only after waiting for them. */
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
      // Some engines don't fire an event when their voices are ready, so ask whenever they are needed.
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
