import { computed, onScopeDispose, shallowRef } from 'vue'
import type { Point } from '@/bundle/geometry'
import type { Outline } from '@/bundle/region'
import {
  insertCorner,
  isSameOutline,
  moveCorner,
  moveOutline,
  removeCorner,
  rectangleOfDrag,
  type PageExtent,
} from './outline-edit'

/** Outlines of an article on a page, as the editor has just drawn them. */
export interface DrawnOutlines {
  readonly article: string
  /** By its index. */
  readonly page: number
  readonly outlines: readonly Outline[]
}

/** What a hand holds: a corner of an outline, or the whole outline. */
export type Grip =
  | { readonly kind: 'corner'; readonly outline: number; readonly corner: number }
  | { readonly kind: 'outline'; readonly outline: number }

interface OutlineEditOptions {
  /** The chosen article's outlines on the page on show; undefined if none can be edited. */
  readonly target: () => DrawnOutlines | undefined
  readonly extent: () => PageExtent
  /** Takes what was drawn, when the hand lets go or the keys have rested. */
  readonly commit: (drawn: DrawnOutlines) => void
}

/** Keys that move something may be pressed several times in a row; then it is one edit. */
const restMs = 700

const isSame = (a: DrawnOutlines, b: DrawnOutlines): boolean =>
  a.outlines.length === b.outlines.length &&
  a.outlines.every((outline, index) => isSameOutline(outline, b.outlines[index] ?? []))

const withOutline = (drawn: DrawnOutlines, index: number, change: (outline: Outline) => Outline): DrawnOutlines => ({
  ...drawn,
  outlines: drawn.outlines.map((outline, at) => (at === index ? change(outline) : outline)),
})

export const useOutlineEdit = ({ target, extent, commit }: OutlineEditOptions) => {
  const draft = shallowRef<DrawnOutlines>()
  /** What the draft was made from; another article may be chosen before the keys have rested. */
  let origin: DrawnOutlines | undefined
  let held: { readonly grip: Grip; readonly from: Point; readonly start: DrawnOutlines } | undefined
  let resting: ReturnType<typeof setTimeout> | undefined

  const shifted = (drawn: DrawnOutlines, grip: Grip, by: Point): DrawnOutlines =>
    withOutline(drawn, grip.outline, (outline) => {
      if (grip.kind === 'outline') return moveOutline(outline, by, extent())
      const at = { x: (outline[2 * grip.corner] ?? 0) + by.x, y: (outline[2 * grip.corner + 1] ?? 0) + by.y }
      return moveCorner(outline, grip.corner, at, extent())
    })

  const begin = (): DrawnOutlines | undefined => {
    clearTimeout(resting)
    if (!draft.value) origin = target()
    return draft.value ?? origin
  }
  const cancel = (): void => {
    clearTimeout(resting)
    held = undefined
    draft.value = undefined
  }
  /** The draft becomes an edit, if it is one. */
  const settle = (): void => {
    const drawn = draft.value
    const before = origin
    cancel()
    if (drawn && before && !isSame(drawn, before)) commit(drawn)
  }
  onScopeDispose(settle)

  /** An edit of one step. */
  const change = (index: number, edit: (outline: Outline) => Outline): void => {
    const drawn = begin()
    if (!drawn) return
    draft.value = withOutline(drawn, index, edit)
    settle()
  }

  return {
    /** What is being drawn and is no edit yet. */
    draft: computed(() => draft.value),
    /** Takes hold at a point of the page. */
    take: (grip: Grip, from: Point): void => {
      const start = begin()
      if (start) held = { grip, from, start }
    },
    /** Takes hold of a new corner in the middle of an edge. */
    takeEdge: (outline: number, corner: number, from: Point): void => {
      const drawn = begin()
      if (!drawn) return
      const start = withOutline(drawn, outline, (given) => insertCorner(given, corner))
      draft.value = start
      held = { grip: { kind: 'corner', outline, corner: corner + 1 }, from, start }
    },
    isHeld: (): boolean => held !== undefined,
    drag: (to: Point): void => {
      if (held) draft.value = shifted(held.start, held.grip, { x: to.x - held.from.x, y: to.y - held.from.y })
    },
    settle,
    cancel,
    /** Moves by keys; it becomes an edit once they rest. */
    nudge: (grip: Grip, by: Point): void => {
      const drawn = begin()
      if (drawn) draft.value = shifted(drawn, grip, by)
    },
    rest: (): void => {
      clearTimeout(resting)
      if (draft.value && !held) resting = setTimeout(settle, restMs)
    },
    insert: (outline: number, corner: number): void => change(outline, (given) => insertCorner(given, corner)),
    removeCorner: (outline: number, corner: number): void => change(outline, (given) => removeCorner(given, corner)),
    /** Takes a whole outline away; the last one stays. */
    removeOutline: (outline: number): void => {
      const drawn = begin()
      if (!drawn || drawn.outlines.length < 2) return cancel()
      draft.value = { ...drawn, outlines: drawn.outlines.toSpliced(outline, 1) }
      settle()
    },
    rectangle: (from: Point, to: Point): Outline | undefined => rectangleOfDrag(from, to, extent()),
  }
}
export type OutlineEdit = ReturnType<typeof useOutlineEdit>
