import { onScopeDispose, watch } from 'vue'

/** What the system shows about the reading, and what its media keys do. */
export interface MediaActions {
  readonly title: () => string
  readonly paper: () => string
  readonly isPlaying: () => boolean
  readonly play: () => void
  readonly pause: () => void
  readonly previous: () => void
  readonly next: () => void
  readonly stop: () => void
}

/** Title and keys on a headset or lock screen, in browsers with a media session. */
export const useMediaSession = (actions: MediaActions): void => {
  if (!('mediaSession' in navigator)) return
  const { mediaSession } = navigator
  const keys: readonly (readonly [MediaSessionAction, () => void])[] = [
    ['play', actions.play],
    ['pause', actions.pause],
    ['previoustrack', actions.previous],
    ['nexttrack', actions.next],
    ['stop', actions.stop],
  ]
  const set = (action: MediaSessionAction, run: (() => void) | null): void => {
    try {
      mediaSession.setActionHandler(action, run)
    } catch (error) {
      // This browser does not know the key.
      if (!(error instanceof TypeError)) throw error
    }
  }
  for (const [action, run] of keys) set(action, run)
  const show = (): void => {
    mediaSession.metadata = new MediaMetadata({ title: actions.title(), artist: actions.paper() })
    mediaSession.playbackState = actions.isPlaying() ? 'playing' : 'paused'
  }
  watch([actions.title, actions.paper, actions.isPlaying], show, { immediate: true })
  onScopeDispose(() => {
    for (const [action] of keys) set(action, null)
    mediaSession.metadata = null
    mediaSession.playbackState = 'none'
  })
}
