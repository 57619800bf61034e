import { BundleError } from '@/bundle/fault'
import type { PartName } from '@/bundle/ids'
import type { OpenIssue, PartUrl } from './issue-source'

/** Why a part is not shown: it is not what the paper published, or it could not be had. */
export type Refusal = 'forged' | 'absent'

const refusalOf = (error: unknown): Refusal =>
  error instanceof BundleError && ['wrong-digest', 'too-large'].includes(error.fault.kind) ? 'forged' : 'absent'

/** Where a part is shown, or is said not to be. */
export interface PartPlace {
  readonly show: (url: string) => void
  readonly refuse: (why: Refusal) => void
}

/** Holds one part after the other, each until the next has arrived. */
export interface PartHolder {
  /** Asks for a part. What is held stays if the part can't be had; asked again, it is tried again unless it was forged. */
  readonly hold: (name: PartName) => void
  readonly release: () => void
}

export const createPartHolder = ({ partUrl }: Pick<OpenIssue, 'partUrl'>, place: PartPlace): PartHolder => {
  let wanted: PartName | undefined
  let held: PartUrl | undefined
  let isReleased = false
  const take = async (name: PartName): Promise<void> => {
    try {
      const found = await partUrl(name)
      if (isReleased || wanted !== name) return found.release()
      const before = held
      held = found
      place.show(found.url)
      before?.release()
    } catch (error) {
      if (isReleased || wanted !== name) return
      const why = refusalOf(error)
      if (why === 'absent') wanted = undefined
      if (!held) place.refuse(why)
    }
  }
  return {
    hold: (name) => {
      if (wanted === name) return
      wanted = name
      void take(name)
    },
    release: () => {
      isReleased = true
      held?.release()
      held = undefined
    },
  }
}
