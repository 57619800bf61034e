import * as v from 'valibot'

/** All settings with their choices; the first one is the default. */
export const choices = {
  /** `system` follows the device: light or dark, or high contrast if it prefers that. */
  theme: ['system', 'light', 'sepia', 'dark', 'contrast'],
  /** Size of the article's text, up to 30 px; the printed sheet is not affected. */
  size: ['standard', 'small', 'large', 'larger', 'largest'],
  face: ['serif', 'sans'],
  /** Elder mode: larger type, larger targets, a label on every icon. */
  elder: ['off', 'on'],
  motion: ['system', 'less'],
  script: ['printed', 'simplified', 'traditional'],
  /** How a page is read: as it is printed or set, or its text alone. */
  form: ['page', 'text'],
  /** Of a wide screen: the page at its width, or the whole page. */
  sheet: ['width', 'whole'],
  /** Whether single characters are shortcuts: + - 0 j / ? */
  keys: ['on', 'off'],
} as const

export type SettingName = keyof typeof choices
/** One choice for every setting. */
export type Settings = { readonly [Name in SettingName]: (typeof choices)[Name][number] }

/** An unknown or missing choice falls back to the default of its setting; the others are kept. */
const settings = v.object({
  theme: v.fallback(v.picklist(choices.theme), choices.theme[0]),
  size: v.fallback(v.picklist(choices.size), choices.size[0]),
  face: v.fallback(v.picklist(choices.face), choices.face[0]),
  elder: v.fallback(v.picklist(choices.elder), choices.elder[0]),
  motion: v.fallback(v.picklist(choices.motion), choices.motion[0]),
  script: v.fallback(v.picklist(choices.script), choices.script[0]),
  form: v.fallback(v.picklist(choices.form), choices.form[0]),
  sheet: v.fallback(v.picklist(choices.sheet), choices.sheet[0]),
  keys: v.fallback(v.picklist(choices.keys), choices.keys[0]),
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

/** Decodes stored settings. Never fails: what can't be read gives the defaults. */
export const decodeSettings = (stored: string | null): Settings => {
  const result = v.safeParse(settings, parseJson(stored ?? '{}'))
  return result.success ? Object.freeze(result.output) : defaultSettings
}

/** Changes one setting; an unknown choice gives the default. */
export const withChoice = (value: Settings, name: SettingName, choice: string): Settings =>
  Object.freeze(v.parse(settings, { ...value, [name]: choice }))

export const encodeSettings = (value: Settings): string => JSON.stringify(value)
