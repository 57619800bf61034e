import { slotOf } from './term-key'

/** Terms and the documents that have them, on their way from the order of documents to the order of keys. */
export interface PostingSpill {
  /** Each has the terms of a range of keys, in the order of keys. */
  readonly partitions: number
  /** Documents come in ascending order. */
  readonly add: (keys: ReadonlySet<number>, document: number) => Promise<void>
  /** The documents of every key of a partition, ascending. */
  readonly read: (partition: number) => Promise<ReadonlyMap<number, readonly number[]>>
}

/** Where bytes are put aside. */
export interface PartitionStore {
  readonly append: (partition: number, bytes: Uint8Array) => Promise<void>
  /** All that was appended. */
  readonly read: (partition: number) => Promise<Uint8Array>
}

/** A key and a document. */
const rowBytes = 12
/** Rows that wait in memory, for each partition. */
const rowsWaiting = 4096

export const createPostingSpill = (store: PartitionStore, partitions: number): PostingSpill => {
  const waiting = Array.from({ length: partitions }, () => ({
    view: new DataView(new ArrayBuffer(rowsWaiting * rowBytes)),
    rows: 0,
  }))
  const flush = async (partition: number): Promise<void> => {
    const own = waiting[partition]
    if (!own || own.rows === 0) return
    await store.append(partition, new Uint8Array(own.view.buffer, 0, own.rows * rowBytes).slice())
    own.rows = 0
  }
  return {
    partitions,
    add: async (keys, document) => {
      for (const key of keys) {
        const partition = slotOf(key, partitions)
        const own = waiting[partition]
        if (!own) continue
        own.view.setFloat64(own.rows * rowBytes, key)
        own.view.setUint32(own.rows * rowBytes + 8, document)
        own.rows++
        if (own.rows === rowsWaiting) await flush(partition)
      }
    },
    read: async (partition) => {
      await flush(partition)
      const bytes = await store.read(partition)
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const lists = new Map<number, number[]>()
      for (let at = 0; at + rowBytes <= bytes.length; at += rowBytes) {
        const key = view.getFloat64(at)
        const list = lists.get(key)
        if (list) list.push(view.getUint32(at + 8))
        else lists.set(key, [view.getUint32(at + 8)])
      }
      return lists
    },
  }
}
