import * as v from 'valibot'

/** Everything that a reader may set, each with its choices; what stands first is meant where nothing was chosen. */
export const choices = {
  /** `system` follows the device: light or dark, and high contrast where it asks for that. */
  theme: ['system', 'light', 'sepia', 'dark', 'contrast'],
  /** Size of the article's text, from small to 30 px; the printed sheet keeps its own. */
  size: ['standard', 'small', 'large', 'larger', 'largest'],
  face: ['serif', 'sans'],
  /** 长辈版: larger type, larger targets, words at every sign. */
  elder: ['off', 'on'],
  motion: ['system', 'less'],
  script: ['printed', 'simplified', 'traditional'],
} as const

export type SettingName = keyof typeof choices
/** One choice for every setting. */
export type Settings = { readonly [Name in SettingName]: (typeof choices)[Name][number] }

/** A choice that this version does not know, or none, is the first of its setting; the others stand. */
const settings = v.object({
  theme: v.fallback(v.picklist(choices.theme), choices.theme[0]),
  size: v.fallback(v.picklist(choices.size), choices.size[0]),
  face: v.fallback(v.picklist(choices.face), choices.face[0]),
  elder: v.fallback(v.picklist(choices.elder), choices.elder[0]),
  motion: v.fallback(v.picklist(choices.motion), choices.motion[0]),
  script: v.fallback(v.picklist(choices.script), choices.script[0]),
})

export const defaultSettings: Settings = Object.freeze(v.parse(settings, {}))

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Settings from what is stored: never fails, what can't be read is as if nothing had been chosen. */
export const decodeSettings = (stored: string | null): Settings => {
  const result = v.safeParse(settings, parseJson(stored ?? '{}'))
  return result.success ? Object.freeze(result.output) : defaultSettings
}

/** With one setting as chosen; a choice that there is not gives the first. */
export const withChoice = (value: Settings, name: SettingName, choice: string): Settings =>
  Object.freeze(v.parse(settings, { ...value, [name]: choice }))

export const encodeSettings = (value: Settings): string => JSON.stringify(value)
