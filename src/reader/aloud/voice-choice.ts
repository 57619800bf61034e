import type { Voice } from './speech-port'

/** `zh_CN` → `zh-cn` */
const plain = (lang: string): string => lang.replaceAll('_', '-').toLowerCase()

/** Kinds of Chinese that voices speak, the most likely first for a paper in simplified characters. */
const mandarin = /^(?:zh-(?:hans-)?(?:cn|sg)|cmn(?:-hans)?(?:-cn)?|zh|zh-hans)$/
const taiwan = /^(?:zh-(?:hant-)?tw|cmn-(?:hant-)?tw|zh-hant)$/
const dialects = /^(?:zh|cmn|yue|wuu|nan|hak)(?:-|$)/
/** Voices that read pinyin instead of characters (espeak). */
const romanised = /latn|pinyin/

/** How well a voice suits a language, 0 being best; undefined if it speaks another language. */
const rankOf = (voice: Voice, lang: string): number | undefined => {
  const own = plain(voice.lang)
  const wanted = plain(lang)
  if (!dialects.test(wanted)) {
    if (own === wanted) return 0
    return own.split('-')[0] === wanted.split('-')[0] ? 1 : undefined
  }
  if (romanised.test(own) || !dialects.test(own)) return undefined
  const order = /hant|tw|hk|mo/.test(wanted) ? [taiwan, mandarin] : [mandarin, taiwan]
  const at = order.findIndex((pattern) => pattern.test(own))
  return at < 0 ? order.length : at
}

/** Engines list one voice many times, as “Name+Variant”: leaves out variants whose plain voice is in the list. */
const withoutVariants = (voices: readonly Voice[]): readonly Voice[] => {
  const names = new Set(voices.map(({ name }) => name.replace(/espeak-ng$/, '').trimEnd()))
  return voices.filter(({ name }) => {
    const [base = '', variant] = name.split('+')
    return variant === undefined || !names.has(base)
  })
}

/** The voices that can read text in the language: best match first, and within a match the device's own first. */
export const voicesFor = (lang: string, voices: readonly Voice[]): readonly Voice[] =>
  withoutVariants(
    voices
      .flatMap((voice) => {
        const rank = rankOf(voice, lang)
        return rank === undefined ? [] : [{ voice, rank: rank * 2 + (voice.isLocal ? 0 : 1) }]
      })
      .sort((a, b) => a.rank - b.rank)
      .map(({ voice }) => voice),
  )

/** The voice that was chosen before if it is still available, else the best match. */
export const chooseVoice = (lang: string, voices: readonly Voice[], wanted?: string): Voice | undefined => {
  const suiting = voicesFor(lang, voices)
  return suiting.find(({ id }) => id === wanted) ?? suiting[0]
}
