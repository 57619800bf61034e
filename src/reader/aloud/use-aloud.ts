import { computed, inject, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { createBrowserSpeech } from './browser-speech'
import { readAloudSettings, writeAloudSettings, type AloudSettings } from './aloud-settings'
import { createPlayer } from './player'
import { stopped, type PlayerEvent, type PlayerState } from './player-state'
import type { SpokenSentence } from './spoken-sentences'
import { speechPortKey, systemClock, type Voice } from './speech-port'
import { chooseVoice, voicesFor } from './voice-choice'

/** What is read aloud. The sentences are absent while the article's pages are loading. */
export interface AloudSource {
  readonly sentences: () => readonly SpokenSentence[] | undefined
  readonly lang: () => string
}

/** The player: its state, the settings with the voices to choose from, and what is stored on the device. */
export const useAloud = ({
  sentences,
  lang,
}: AloudSource): {
  readonly state: Ref<PlayerState>
  readonly send: (event: PlayerEvent) => void
  /** Reads the next article as soon as it is loaded. */
  readonly playNext: () => void
  readonly settings: Ref<AloudSettings>
  readonly choose: (changed: Partial<AloudSettings>) => void
  readonly voices: ComputedRef<readonly Voice[]>
  readonly voice: ComputedRef<Voice | undefined>
} => {
  const port = inject(speechPortKey, () => createBrowserSpeech(), true)
  const settings = ref(readAloudSettings())
  const known = shallowRef(port.voices())
  const forget = port.onVoices(() => (known.value = port.voices()))
  const state = shallowRef(stopped)
  const wanted = (): string | undefined => settings.value.voices.find((chosen) => chosen.lang === lang())?.id
  const voices = computed(() => voicesFor(lang(), known.value))
  const voice = computed(() => chooseVoice(lang(), known.value, wanted()))

  const player = createPlayer(
    port,
    systemClock,
    {
      rate: () => settings.value.rate,
      voice: () => chooseVoice(lang(), port.voices(), wanted()),
      text: (sentence, utterance) => sentences()?.[sentence]?.utterances[utterance] ?? '',
    },
    (now) => (state.value = now),
  )
  const choose = (changed: Partial<AloudSettings>): void => {
    settings.value = { ...settings.value, ...changed }
    writeAloudSettings(settings.value)
    if ('rate' in changed || 'voices' in changed) player.send({ kind: 'again' })
  }
  /** The player was opened to listen. Later it is true for an article that follows one that was being read. */
  let isWanted = true
  watch(
    sentences,
    (now) => {
      const { kind } = player.state().phase
      isWanted ||= kind === 'playing' || kind === 'waiting'
      if (!now) return player.send({ kind: 'pause' })
      known.value = port.voices()
      player.send({
        kind: 'load',
        utteranceCounts: now.map(({ utterances }) => utterances.length),
        isPlaying: isWanted,
      })
      isWanted = false
    },
    { immediate: true },
  )
  // Some browsers go on speaking after the page is left.
  const leave = (): void => player.send({ kind: 'pause' })
  window.addEventListener('pagehide', leave)
  onScopeDispose(() => {
    window.removeEventListener('pagehide', leave)
    player.dispose()
    forget()
  })
  const playNext = (): void => {
    isWanted = true
  }
  return { state, send: player.send, playNext, settings, choose, voices, voice }
}
