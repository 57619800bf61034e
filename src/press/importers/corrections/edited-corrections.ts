import { isMap, isSeq, parseDocument, YAMLSeq, type Document } from 'yaml'
import type { CorrectionPath } from './correction-account'

/** A value of corrections.yaml; every scalar is a text, as it is read. */
export type CorrectionValue =
  string | readonly CorrectionValue[] | { readonly [key: string]: CorrectionValue | undefined }

/** Keys that only say what an entry is about. */
const naming: ReadonlySet<string> = new Set(['source', 'was', 'page'])

const head = ' Corrections of this source, which every import applies. docs/corrections.md says what may stand here.'

/** One line each: a change of the text, an outline, the name of an article. */
const isShort = (key: string | number | undefined): boolean =>
  key === 'outlines' || key === 'without' || typeof key === 'number'

/** corrections.yaml while it is edited: what a person wrote there stays as it is, with comments and order. */
export class EditedCorrections {
  readonly #document: Document

  constructor(text: string) {
    // Every scalar is a text, so that 007 stays 007.
    this.#document = parseDocument(text, { schema: 'failsafe' })
    if (text.trim() === '') this.#document.commentBefore = head
  }

  /** Undefined if there is nothing. */
  get(path: CorrectionPath): unknown {
    const found: unknown = this.#document.getIn(path)
    return isMap(found) || isSeq(found) ? found.toJS(this.#document) : found
  }

  set(path: CorrectionPath, value: CorrectionValue): void {
    const key = path.at(-1)
    this.#document.setIn(path, this.#document.createNode(value, { flow: isShort(key) }))
  }

  /**
   * Puts a value into a list, which is made if it is not there.
   * @param at index before which it stands; by default it is the last
   * @returns the path of the value
   */
  insert(list: CorrectionPath, value: CorrectionValue, at?: number, isFlow = true): CorrectionPath {
    const node = this.#document.createNode(value, { flow: isFlow })
    const found: unknown = this.#document.getIn(list)
    if (isSeq(found)) {
      const index = at ?? found.items.length
      found.items.splice(index, 0, node)
      return [...list, index]
    }
    // One value may stand without a list.
    const before = found === undefined ? [] : [this.#document.getIn(list, true)]
    const made = new YAMLSeq(this.#document.schema)
    made.items = before.toSpliced(at ?? before.length, 0, node)
    this.#document.setIn(list, made)
    return [...list, at ?? before.length]
  }

  /** Removes what a path leads to, and what says nothing without it. */
  remove(path: CorrectionPath): void {
    if (!this.#document.hasIn(path)) return
    this.#document.deleteIn(path)
    if (path.length > 1) this.tidy(path.slice(0, -1))
  }

  /** Removes an entry that says nothing, and a list that is empty. */
  tidy(path: CorrectionPath): void {
    const left = this.get(path)
    const keys = typeof left === 'object' && left !== null ? Object.keys(left) : ['']
    const isNamed = !Array.isArray(left) && path[0] !== 'new_articles'
    if (keys.every((key) => isNamed && naming.has(key))) this.remove(path)
  }

  toString(): string {
    const { contents } = this.#document
    const isEmpty = isMap(contents) && contents.items.length === 0
    return isEmpty ? `#${head}\n` : this.#document.toString({ lineWidth: 0 })
  }
}
