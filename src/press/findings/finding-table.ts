/** `fatal` stops the build before anything is written. */
export type Severity = 'fatal' | 'warning' | 'note'

/** What a finding says in one language. */
export interface FindingWords<Fact extends string> {
  /** The diagnosis, in the middle of a sentence. */
  readonly why: (at: Readonly<Record<Fact, string>>) => string
  /** The remedy, as one sentence or two. */
  readonly fix: string
}

/** The words of a table in another language: a code without words does not compile. */
export type WordsOf<Table> = {
  readonly [Code in keyof Table]: Table[Code] extends FindingRow<infer Fact> ? FindingWords<Fact> : never
}

/** A row of a table of findings: its severity, the facts that it needs, and its words in English. */
export interface FindingRow<Fact extends string> extends FindingWords<Fact> {
  readonly severity: Severity
}

/** A row whose words use the facts named in `Fact`; a finding can't be made without them. */
export const row = <Fact extends string>(
  severity: Severity,
  why: FindingWords<Fact>['why'],
  fix: string,
): FindingRow<Fact> => ({ severity, why, fix })
