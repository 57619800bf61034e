import type { SpeechEvent, SpeechPort, SpeechRefusal, Voice } from './speech-port'

/** The engine's error codes, as far as they tell something that a reader can do. */
const refusals: Readonly<Partial<Record<SpeechSynthesisErrorCode, SpeechRefusal>>> = {
  'not-allowed': 'refused',
  network: 'network',
  'language-unavailable': 'voice',
  'voice-unavailable': 'voice',
  'text-too-long': 'voice',
  canceled: 'interrupted',
  interrupted: 'interrupted',
  'audio-busy': 'interrupted',
}

const noSpeech: SpeechPort = {
  isSupported: false,
  voices: () => [],
  onVoices: () => () => undefined,
  speak: (_, listener) => listener({ kind: 'error', why: 'failed' }),
  cancel: () => undefined,
}

/** The browser's speech. The only place that touches `speechSynthesis`. */
export const createBrowserSpeech = (engine: SpeechSynthesis | undefined = globalThis.speechSynthesis): SpeechPort => {
  if (!engine) return noSpeech
  /** Chrome collects an utterance that nobody holds, and its `end` never comes. */
  const held = new Set<SpeechSynthesisUtterance>()
  const voices = (): Voice[] =>
    engine.getVoices().map(({ voiceURI, name, lang, localService }) => ({
      id: voiceURI,
      name,
      lang,
      isLocal: localService,
    }))

  return {
    isSupported: true,
    voices,
    onVoices: (listener) => {
      // Older Safari has no event to listen to.
      engine.addEventListener?.('voiceschanged', listener)
      return () => engine.removeEventListener?.('voiceschanged', listener)
    },
    speak: ({ text, voice, rate }, listener) => {
      const utterance = new SpeechSynthesisUtterance(text)
      const chosen = engine.getVoices().find(({ voiceURI, name }) => voiceURI === voice.id && name === voice.name)
      if (chosen) utterance.voice = chosen
      utterance.lang = voice.lang.replace('_', '-')
      utterance.rate = rate
      const done = (event: SpeechEvent): void => {
        held.delete(utterance)
        listener(event)
      }
      utterance.addEventListener('start', () => listener({ kind: 'start' }))
      utterance.addEventListener('boundary', () => listener({ kind: 'boundary' }))
      utterance.addEventListener('end', () => done({ kind: 'end' }))
      utterance.addEventListener('error', ({ error }) => done({ kind: 'error', why: refusals[error] ?? 'failed' }))
      held.add(utterance)
      // A page that was left while paused leaves the engine so.
      if (engine.paused) engine.resume()
      engine.speak(utterance)
    },
    cancel: () => {
      held.clear()
      engine.cancel()
    },
  }
}
