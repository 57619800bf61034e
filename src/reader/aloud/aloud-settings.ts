import * as v from 'valibot'
import { readDevice, writeDevice } from '../ui/device-storage'

/** Speeds on offer; 1 is the voice's own. `longestUtterance` is computed for the slowest. */
export const rates = [0.75, 1, 1.25, 1.5, 2] as const

const settings = v.object({
  rate: v.optional(v.picklist(rates), 1),
  /** Whether the next article is read when this one ends. */
  goesOn: v.optional(v.boolean(), true),
  /** The id of the voice chosen for each language. */
  voices: v.optional(v.array(v.object({ lang: v.string(), id: v.string() })), []),
})
/** How this device reads aloud. */
export type AloudSettings = Readonly<v.InferOutput<typeof settings>>

const key = 'banmian:aloud'
const initial: AloudSettings = v.parse(settings, {})

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

/** The settings stored on this device, or the defaults if there are none or they can't be read. */
export const readAloudSettings = (): AloudSettings => {
  const decoded = v.safeParse(settings, parsed(readDevice(key) ?? '{}'))
  return decoded.success ? decoded.output : initial
}

/** Where they can't be stored, the choice holds until the page is left. */
export const writeAloudSettings = (kept: AloudSettings): void => void writeDevice(key, JSON.stringify(kept))
