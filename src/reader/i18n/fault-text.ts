import type { BundleFault } from '@/bundle/fault'

/** What a reader is told about a fault: what happened, and what to do. */
export interface FaultWords {
  readonly title: string
  readonly advice: string
}

export type FaultText = {
  readonly [Kind in BundleFault['kind']]: (fault: Extract<BundleFault, { kind: Kind }>) => FaultWords
}

/** Words for any fault. The mapped type proves that the table has an entry for the kind. */
export const wordsFor = <Kind extends BundleFault['kind']>(
  table: FaultText,
  kind: Kind,
  fault: Extract<BundleFault, { kind: Kind }>,
): FaultWords => table[kind](fault)
