import type { SpeechRefusal } from './speech-port'

/** What can be wrong, each with words: no engine, no voice for the language, nothing heard, or the engine's own refusal. */
export type SpeechTrouble = 'no-speech' | 'no-voice' | 'silent' | SpeechRefusal

/** What an engine has told of its voices. */
export type VoiceNews = 'there' | 'no-voice' | 'no-speech'

export type PlayerPhase =
  /** Play was asked for, and the voices have not come yet. */
  | { readonly kind: 'waiting' }
  /** `serial` names the utterance under way: what is heard of an earlier one is noise. `tries` of it failed before. */
  | { readonly kind: 'playing'; readonly serial: number; readonly tries: number }
  | { readonly kind: 'paused' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'failed'; readonly why: SpeechTrouble }

export interface PlayerState {
  readonly phase: PlayerPhase
  /** The sentence, and the utterance of it. */
  readonly sentence: number
  readonly utterance: number
  /** How many utteranceCounts each sentence has. */
  readonly utteranceCounts: readonly number[]
  /** Whether there is a voice, or what there is none for; unknown until the engine has told. */
  readonly voice: 'unknown' | VoiceNews
  readonly lastSerial: number
}

export type PlayerEvent =
  /** Another article: from its beginning, going on if the one before was being read. */
  | { readonly kind: 'load'; readonly utteranceCounts: readonly number[]; readonly isPlaying?: boolean }
  | { readonly kind: 'play' | 'pause' | 'previous' | 'next' }
  | { readonly kind: 'seek'; readonly sentence: number }
  /** Voice or speed changed: the utterance under way is said again with them. */
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

/** A utterance that failed is said once more. */
const mostTries = 1

const speaking = (state: PlayerState, tries = 0): PlayerState => {
  const serial = state.lastSerial + 1
  return { ...state, lastSerial: serial, phase: { kind: 'playing', serial, tries } }
}

/** Begins to speak where the state stands, or says why not. */
const playing = (state: PlayerState): PlayerState => {
  if (state.utteranceCounts.length === 0) return { ...state, phase: { kind: 'finished' } }
  if (state.voice === 'there') return speaking(state)
  if (state.voice === 'unknown') return { ...state, phase: { kind: 'waiting' } }
  return { ...state, phase: { kind: 'failed', why: state.voice } }
}

/** To another sentence: it is spoken if one was being spoken. */
const moved = (state: PlayerState, sentence: number): PlayerState => {
  const at = { ...state, sentence, utterance: 0 }
  if (state.phase.kind === 'playing') return speaking(at)
  if (state.phase.kind === 'waiting') return at
  return { ...at, phase: { kind: 'paused' } }
}

const tried = (state: PlayerState, tries: number, why: SpeechTrouble): PlayerState =>
  // Without a gesture the engine would refuse again.
  why !== 'refused' && tries < mostTries ? speaking(state, tries + 1) : { ...state, phase: { kind: 'failed', why } }

const advanced = (state: PlayerState): PlayerState => {
  if (state.utterance + 1 < (state.utteranceCounts[state.sentence] ?? 0))
    return speaking({ ...state, utterance: state.utterance + 1 })
  if (state.sentence + 1 < state.utteranceCounts.length)
    return speaking({ ...state, sentence: state.sentence + 1, utterance: 0 })
  return { ...state, phase: { kind: 'finished' } }
}

/** What the engine tells counts for the utterance under way alone. */
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
    // It came after we had given up: the reader decides whether it is still wanted.
    const hadNone = phase.kind === 'failed' && (phase.why === 'no-voice' || phase.why === 'no-speech')
    return hadNone ? { ...known, phase: { kind: 'paused' } } : known
  }
  const wanted = phase.kind === 'waiting' || phase.kind === 'playing'
  return wanted ? { ...known, phase: { kind: 'failed', why: voice } } : known
}

/** The player, pure: what is next after an event. The same state where the event changes nothing. */
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
