import type { SpeechRefusal } from './speech-port'

/**
 * What can go wrong, each with words for it: no engine, no voice for the language, no sound, or an error of the engine.
 */
export type SpeechTrouble = 'no-speech' | 'no-voice' | 'silent' | SpeechRefusal

/** What is known about the engine's voices. */
export type VoiceNews = 'there' | 'no-voice' | 'no-speech'

export type PlayerPhase =
  /** The reader pressed play, and the voices have not been listed yet. */
  | { readonly kind: 'waiting' }
  /**
   * `serial` identifies the current utterance; events of earlier ones are ignored. `tries`: how often it has failed.
   */
  | { readonly kind: 'playing'; readonly serial: number; readonly tries: number }
  | { readonly kind: 'paused' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'failed'; readonly why: SpeechTrouble }

export interface PlayerState {
  readonly phase: PlayerPhase
  /** Index of the sentence, and of the utterance in it. */
  readonly sentence: number
  readonly utterance: number
  /** Number of utterances in each sentence. */
  readonly utteranceCounts: readonly number[]
  /** Whether there is a voice, or what is missing; unknown until the engine has listed its voices. */
  readonly voice: 'unknown' | VoiceNews
  readonly lastSerial: number
}

export type PlayerEvent =
  /** Another article is loaded: from its beginning, and it goes on playing if the previous one was. */
  | { readonly kind: 'load'; readonly utteranceCounts: readonly number[]; readonly isPlaying?: boolean }
  | { readonly kind: 'play' | 'pause' | 'previous' | 'next' }
  | { readonly kind: 'seek'; readonly sentence: number }
  /** Voice or speed changed: the current utterance is spoken again. */
  | { readonly kind: 'again' }
  | { readonly kind: 'voices'; readonly voice: VoiceNews }
  | { readonly kind: 'ended' | 'silent'; readonly serial: number }
  | { readonly kind: 'erred'; readonly serial: number; readonly why: SpeechRefusal }

export const stopped: PlayerState = {
  phase: { kind: 'paused' },
  sentence: 0,
  utterance: 0,
  utteranceCounts: [],
  voice: 'unknown',
  lastSerial: 0,
}

/** How often an utterance that failed is spoken again. */
const mostTries = 1

const speaking = (state: PlayerState, tries = 0): PlayerState => {
  const serial = state.lastSerial + 1
  return { ...state, lastSerial: serial, phase: { kind: 'playing', serial, tries } }
}

/** Starts to speak at the current sentence, or fails with the reason. */
const playing = (state: PlayerState): PlayerState => {
  if (state.utteranceCounts.length === 0) return { ...state, phase: { kind: 'finished' } }
  if (state.voice === 'there') return speaking(state)
  if (state.voice === 'unknown') return { ...state, phase: { kind: 'waiting' } }
  return { ...state, phase: { kind: 'failed', why: state.voice } }
}

/** Goes to another sentence, and keeps speaking if it was speaking. */
const moved = (state: PlayerState, sentence: number): PlayerState => {
  const at = { ...state, sentence, utterance: 0 }
  if (state.phase.kind === 'playing') return speaking(at)
  if (state.phase.kind === 'waiting') return at
  return { ...at, phase: { kind: 'paused' } }
}

const tried = (state: PlayerState, tries: number, why: SpeechTrouble): PlayerState =>
  // Without a user gesture the engine would refuse again.
  why !== 'refused' && tries < mostTries ? speaking(state, tries + 1) : { ...state, phase: { kind: 'failed', why } }

const advanced = (state: PlayerState): PlayerState => {
  if (state.utterance + 1 < (state.utteranceCounts[state.sentence] ?? 0))
    return speaking({ ...state, utterance: state.utterance + 1 })
  if (state.sentence + 1 < state.utteranceCounts.length)
    return speaking({ ...state, sentence: state.sentence + 1, utterance: 0 })
  return { ...state, phase: { kind: 'finished' } }
}

/** Handles what the engine reports; only events of the current utterance count. */
const heard = (state: PlayerState, event: Extract<PlayerEvent, { serial: number }>): PlayerState => {
  const { phase } = state
  if (phase.kind !== 'playing' || phase.serial !== event.serial) return state
  if (event.kind === 'ended') return advanced(state)
  return tried(state, phase.tries, 'why' in event ? event.why : 'silent')
}

const withVoices = (state: PlayerState, voice: VoiceNews): PlayerState => {
  const known = { ...state, voice }
  const { phase } = state
  if (voice === 'there') {
    if (phase.kind === 'waiting') return speaking(known)
    // The voices came after we had given up: the reader decides whether to play.
    const hadNone = phase.kind === 'failed' && (phase.why === 'no-voice' || phase.why === 'no-speech')
    return hadNone ? { ...known, phase: { kind: 'paused' } } : known
  }
  const wanted = phase.kind === 'waiting' || phase.kind === 'playing'
  return wanted ? { ...known, phase: { kind: 'failed', why: voice } } : known
}

/** The player as a pure function: the state after an event. Returns the same object if the event changes nothing. */
export const nextState = (state: PlayerState, event: PlayerEvent): PlayerState => {
  const { phase, sentence, utteranceCounts } = state
  switch (event.kind) {
    case 'load': {
      const at = { ...state, utteranceCounts: event.utteranceCounts, sentence: 0, utterance: 0 }
      const isOn = event.isPlaying || phase.kind === 'playing' || phase.kind === 'waiting'
      return isOn ? playing({ ...at, phase: { kind: 'paused' } }) : { ...at, phase: { kind: 'paused' } }
    }
    case 'play':
      if (phase.kind === 'playing' || phase.kind === 'waiting') return state
      return playing(phase.kind === 'finished' ? { ...state, sentence: 0, utterance: 0 } : { ...state, utterance: 0 })
    case 'pause':
      return phase.kind === 'playing' || phase.kind === 'waiting' ? { ...state, phase: { kind: 'paused' } } : state
    case 'previous':
      return moved(
        state,
        phase.kind === 'finished' ? Math.max(0, utteranceCounts.length - 1) : Math.max(0, sentence - 1),
      )
    case 'next':
      if (sentence + 1 < utteranceCounts.length) return moved(state, sentence + 1)
      return phase.kind === 'failed' ? state : { ...state, phase: { kind: 'finished' } }
    case 'seek':
      return event.sentence in utteranceCounts ? playing({ ...state, sentence: event.sentence, utterance: 0 }) : state
    case 'again':
      return phase.kind === 'playing' ? speaking(state) : state
    case 'voices':
      return event.voice === state.voice ? state : withVoices(state, event.voice)
    default:
      return heard(state, event)
  }
}
