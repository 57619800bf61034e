import { computed, type ComputedRef } from 'vue'
import type { PartEntry } from '@/bundle/issue'
import { imageFor } from './image-for'
import { imageSourcesOf } from './image-sources'
import type { OpenIssue } from './issue-source'
import { usePartUrl } from './use-part-url'

/** Attributes of an `img`. */
export interface ImageAttributes {
  readonly src: string
  readonly srcset?: string
  readonly sizes?: string
}

/** Where an image stands. */
export interface ImageRoom {
  readonly entries: readonly PartEntry[]
  /** Its width on the screen as `sizes` says it, for the browser to choose by. */
  readonly sizes: string
  /** Its width in CSS pixels, to choose one that is saved. */
  readonly cssWidth: number
}

/**
 * An image at the resolution that its place needs: chosen by the browser from addresses, or by us from what is saved.
 * Undefined until a saved one has been read.
 */
export const useImage = (opened: () => OpenIssue, room: () => ImageRoom): ComputedRef<ImageAttributes | undefined> => {
  const sources = computed(() => imageSourcesOf(room().entries, opened()))
  const saved = usePartUrl(opened, () => (sources.value ? undefined : imageFor(room().entries, room().cssWidth)))
  return computed(() => {
    if (sources.value) return { ...sources.value, sizes: room().sizes }
    return saved.value === undefined ? undefined : { src: saved.value }
  })
}
