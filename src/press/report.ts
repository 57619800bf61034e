import { finding, type Finding, type FindingCode, type Place } from './finding'

/**
 * Collects findings in the order in which they were made. Adding to it is the only side effect that a pass may have.
 */
export class Report {
  readonly #findings: Finding[] = []

  add<Code extends FindingCode>(code: Code, place: Place, facts: Parameters<typeof finding<Code>>[2]): void {
    this.#findings.push(finding(code, place, facts))
  }

  get findings(): readonly Finding[] {
    return this.#findings
  }

  get isFatal(): boolean {
    return this.#findings.some(({ severity }) => severity === 'fatal')
  }
}
