import type { FlowItem, FlowLine } from '../lines/flow-item'

const isSubhead = (item: FlowItem | undefined): item is FlowLine => item?.kind === 'line' && item.style === 'subhead'

/** Whether a subhead begins with the item, which may have several lines. */
const beginsSubhead = (item: FlowItem, before: FlowItem | undefined): boolean =>
  isSubhead(item) && !(isSubhead(before) && before.leafFrom === item.leafFrom)

/** The flow with a row more above each subhead, as a sub-editor has it where there is room: it takes three rows instead of two. */
export const withSubheadAir = (items: readonly FlowItem[]): FlowItem[] =>
  items.flatMap((item, index): FlowItem[] =>
    beginsSubhead(item, items[index - 1]) ? [{ kind: 'air', rows: 1 }, item] : [item],
  )
