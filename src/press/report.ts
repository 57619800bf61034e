import { finding, type Finding, type FindingCode, type Place } from './finding'

const names = new Intl.Collator('en', { numeric: true })

/** Files in the order of their names, as pages are, then line by line, then by code. */
const inOrder = (one: Finding, other: Finding): number =>
  (one.place.file !== other.place.file && names.compare(one.place.file, other.place.file)) ||
  (one.place.line ?? 0) - (other.place.line ?? 0) ||
  (one.code < other.code ? -1 : Number(one.code > other.code))

/**
 * Collects findings. Adding to it is the only side effect that a pass may have. Files are read side by side, so the order in which they are
 * made says nothing, and is not that in which they are told.
 */
export class Report {
  readonly #findings: Finding[] = []

  add<Code extends FindingCode>(code: Code, place: Place, facts: Parameters<typeof finding<Code>>[2]): void {
    this.#findings.push(finding(code, place, facts))
  }

  /** Takes over what another report has. */
  addAll(findings: readonly Finding[]): void {
    this.#findings.push(...findings)
  }

  get findings(): readonly Finding[] {
    return this.#findings.toSorted(inOrder)
  }

  get isFatal(): boolean {
    return this.#findings.some(({ severity }) => severity === 'fatal')
  }
}
