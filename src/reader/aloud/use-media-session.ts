import { onScopeDispose, watch } from 'vue'

/** What the system shows of the reading, and what its keys do. */
export interface MediaDeeds {
  readonly title: () => string
  readonly paper: () => string
  readonly isPlaying: () => boolean
  readonly play: () => void
  readonly pause: () => void
  readonly previous: () => void
  readonly next: () => void
  readonly stop: () => void
}

/** Title and keys on a headset or a lock screen, where the browser has a media session. */
export const useMediaSession = (deeds: MediaDeeds): void => {
  if (!('mediaSession' in navigator)) return
  const { mediaSession } = navigator
  const keys: readonly (readonly [MediaSessionAction, () => void])[] = [
    ['play', deeds.play],
    ['pause', deeds.pause],
    ['previoustrack', deeds.previous],
    ['nexttrack', deeds.next],
    ['stop', deeds.stop],
  ]
  const set = (action: MediaSessionAction, run: (() => void) | null): void => {
    try {
      mediaSession.setActionHandler(action, run)
    } catch (error) {
      // A key that this browser does not know.
      if (!(error instanceof TypeError)) throw error
    }
  }
  for (const [action, run] of keys) set(action, run)
  const show = (): void => {
    mediaSession.metadata = new MediaMetadata({ title: deeds.title(), artist: deeds.paper() })
    mediaSession.playbackState = deeds.isPlaying() ? 'playing' : 'paused'
  }
  watch([deeds.title, deeds.paper, deeds.isPlaying], show, { immediate: true })
  onScopeDispose(() => {
    for (const [action] of keys) set(action, null)
    mediaSession.metadata = null
    mediaSession.playbackState = 'none'
  })
}
