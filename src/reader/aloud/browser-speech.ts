import type { SpeechEvent, SpeechPort, SpeechRefusal, Voice } from './speech-port'

/** The engine's error codes for which a reader can do something. */
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

/** The browser's speech engine. The only place that touches `speechSynthesis`. */
export const createBrowserSpeech = (engine: SpeechSynthesis | undefined = globalThis.speechSynthesis): SpeechPort => {
  if (!engine) return noSpeech
  /** Chrome garbage-collects an utterance that nobody references, and its `end` event never comes. */
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
      // Older versions of Safari have no such event.
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
      // If a page was left while paused, the engine is still paused.
      if (engine.paused) engine.resume()
      engine.speak(utterance)
    },
    cancel: () => {
      held.clear()
      engine.cancel()
    },
  }
}
