import { idsOf } from './annotation'
import { readPlace, type CanvasPlace } from './place'
import { decodeResource, isOfType, type Resource } from './resource'
import type { TextInLanguage } from './texts'

/** A range of a table of contents. */
export interface Range {
  readonly id: string
  readonly label: readonly TextInLanguage[]
  /** What it names on canvases, in reading order; what the ranges in it name is theirs. */
  readonly places: readonly CanvasPlace[]
  /** Indices, in order. */
  readonly children: readonly number[]
  readonly parent: number | undefined
  /** Collections of annotations that are its text. */
  readonly texts: readonly string[]
}

export interface Ranges {
  readonly all: readonly Range[]
  /** Indices in the order of the contents, each range once, what holds it before it. */
  readonly order: readonly number[]
  /** Ids of ranges that are inside themselves. */
  readonly cycles: readonly string[]
  /** Items that are nothing, or were too many. */
  readonly leftOut: number
}

interface OpenRange {
  readonly id: string
  readonly source: Resource
  readonly places: CanvasPlace[]
  /** Indices, or ids of ranges that stand elsewhere. */
  readonly inside: (number | string)[]
  readonly children: number[]
  parent: number | undefined
}

/** More than any issue has articles and places. */
const [mostRanges, mostPlaces] = [10_000, 100_000]
/** Ranges that only arrange pages for a viewer. */
const arrangements = new Set(['sequence', 'thumbnail-nav'])

const isRange = (item: Resource): boolean => isOfType(item, 'Range')
const itemsIn = ({ items, members, canvases, ranges }: Resource): readonly unknown[] =>
  items.length > 0 ? items : [...members, ...canvases, ...ranges]
const holdsSomething = (range: Resource): boolean => itemsIn(range).length > 0 || range.label.length > 0

/** Flattens what is nested, and keeps what is named by an id. */
class RangeList {
  readonly all: OpenRange[] = []
  readonly #byId = new Map<string, number>()
  #places = 0
  leftOut = 0

  indexOf(id: string): number | undefined {
    return this.#byId.get(id)
  }

  /** @returns its index, or that of the range with its id that was there before */
  add(source: Resource): number | undefined {
    const known = source.id === undefined ? undefined : this.#byId.get(source.id)
    if (known !== undefined) return known
    if (this.all.length >= mostRanges) return void this.leftOut++
    const index = this.all.length
    const id = source.id ?? `range ${index + 1}`
    this.#byId.set(id, index)
    this.all.push({ id, source, places: [], inside: [], children: [], parent: undefined })
    return index
  }

  /** Reads what a range holds; ranges in it are added at the end of the list. */
  open({ source, places, inside }: OpenRange): void {
    const ranges = new Set(source.ranges)
    for (const value of itemsIn(source)) {
      const item = decodeResource(value)
      if (!item) this.leftOut++
      else if (isRange(item) || ranges.has(value) || (item.id !== undefined && this.#byId.has(item.id))) {
        const added = holdsSomething(item) ? this.add(item) : item.id
        if (added !== undefined) inside.push(added)
      } else if (this.#places++ < mostPlaces) {
        const place = readPlace(value)
        if (place) places.push(place)
        else this.leftOut++
      } else this.leftOut++
    }
  }

  /** Ids become indices; a range that says where it belongs is put there. */
  resolve(): void {
    this.all.forEach((range, index) => {
      for (const one of range.inside) {
        const child = typeof one === 'number' ? one : this.#byId.get(one)
        if (child === undefined) continue
        range.children.push(child)
        const inner = this.all[child]
        if (inner) inner.parent ??= index
      }
    })
    this.all.forEach((range, index) => {
      const outer =
        range.parent === undefined ? idsOf(range.source.within).map((id) => this.#byId.get(id))[0] : undefined
      if (outer === undefined || outer === index) return
      range.parent = outer
      this.all[outer]?.children.push(index)
    })
  }
}

/** Depth first, without recursion: each range is met once, whatever leads to it. */
const inOrder = (all: readonly OpenRange[]) => {
  const order: number[] = []
  const cycles: string[] = []
  /** Those through which it was reached: a tree, whatever the ranges say of each other. */
  const parents: (number | undefined)[] = all.map(() => undefined)
  const state = new Uint8Array(all.length)
  const walk = (root: number): void => {
    const trail: { readonly index: number; next: number }[] = []
    const enter = (index: number): void => {
      state[index] = 1
      order.push(index)
      trail.push({ index, next: 0 })
    }
    enter(root)
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const child = all[top.index]?.children[top.next++]
      if (child === undefined) {
        state[top.index] = 2
        trail.pop()
      } else if (state[child] === 1) cycles.push(all[child]?.id ?? '')
      else if (state[child] === 0) {
        parents[child] = top.index
        enter(child)
      }
    }
  }
  all.forEach(({ parent }, index) => {
    if (parent === undefined) walk(index)
  })
  // What is left has no beginning: it goes round.
  all.forEach((_, index) => {
    if (state[index] === 0) walk(index)
  })
  return { order, cycles, parents }
}

/** Whether it, or a range around it, only arranges pages. */
const arranged = (all: readonly OpenRange[], { order, parents }: ReturnType<typeof inOrder>): ReadonlySet<number> => {
  const found = new Set<number>()
  for (const index of order) {
    const parent = parents[index]
    const isArranged = all[index]?.source.behavior.some((one) => arrangements.has(one))
    if (isArranged || (parent !== undefined && found.has(parent))) found.add(index)
  }
  return found
}

/** Reads the ranges of any version: nested, or a flat list that names ids. */
export const readRanges = (structures: readonly unknown[]): Ranges => {
  const list = new RangeList()
  for (const value of structures) {
    const range = decodeResource(value)
    if (range && holdsSomething(range)) list.add(range)
    else list.leftOut++
  }
  for (let index = 0; index < list.all.length; index++) {
    const range = list.all[index]
    if (range) list.open(range)
  }
  list.resolve()
  const walked = inOrder(list.all)
  const without = arranged(list.all, walked)
  return {
    all: list.all.map(({ id, source, places, children }, index) => ({
      id,
      label: source.label,
      places,
      children,
      parent: walked.parents[index],
      texts: idsOf(source.supplementary),
    })),
    order: walked.order.filter((index) => !without.has(index)),
    cycles: walked.cycles,
    leftOut: list.leftOut,
  }
}
