import { afterEach, describe, expect, it, vi } from 'vitest'
import { createBrowserSpeech } from '@/reader/aloud/browser-speech'
import type { SpeechEvent } from '@/reader/aloud/speech-port'

/** The platform's own classes, which this document lacks. */
class PlatformUtterance extends EventTarget {
  voice: SpeechSynthesisVoice | null = null
  lang = ''
  rate = 1
  constructor(readonly text: string) {
    super()
  }
}
const platformVoice: SpeechSynthesisVoice = {
  voiceURI: 'urn:ting',
  name: '婷婷',
  lang: 'zh_CN',
  localService: false,
  default: true,
}

class PlatformSpeech extends EventTarget implements SpeechSynthesis {
  paused = false
  pending = false
  speaking = false
  onvoiceschanged = null
  listed: SpeechSynthesisVoice[] = []
  spoken: SpeechSynthesisUtterance[] = []
  cancelled = 0
  getVoices = (): SpeechSynthesisVoice[] => this.listed
  speak = (utterance: SpeechSynthesisUtterance): void => void this.spoken.push(utterance)
  cancel = (): void => void this.cancelled++
  pause = (): void => void (this.paused = true)
  resume = (): void => void (this.paused = false)
}
const errorEvent = (error: string): Event => Object.assign(new Event('error'), { error })

afterEach(() => vi.unstubAllGlobals())
const rig = () => {
  vi.stubGlobal('SpeechSynthesisUtterance', PlatformUtterance)
  const engine = new PlatformSpeech()
  engine.listed = [platformVoice]
  const port = createBrowserSpeech(engine)
  const events: SpeechEvent[] = []
  const [voice] = port.voices()
  if (!voice) throw new Error('a voice')
  const speak = (): SpeechSynthesisUtterance => {
    port.speak({ text: '短讯。', voice, rate: 1.5 }, (event) => events.push(event))
    const spoken = engine.spoken.at(-1)
    if (!spoken) throw new Error('nothing was spoken')
    return spoken
  }
  return { engine, port, events, speak }
}

describe('the browser’s speech', () => {
  it('is none where the browser has none', () => {
    const port = createBrowserSpeech(undefined)
    expect([port.isSupported, port.voices()]).toEqual([false, []])
  })
  it('names its voices, and says which need a network', () =>
    expect(rig().port.voices()).toEqual([{ id: 'urn:ting', name: '婷婷', lang: 'zh_CN', isLocal: false }]))
  it('tells when voices have come, until it is no longer asked', () => {
    const { engine, port } = rig()
    let told = 0
    const forget = port.onVoices(() => told++)
    engine.dispatchEvent(new Event('voiceschanged'))
    forget()
    engine.dispatchEvent(new Event('voiceschanged'))
    expect(told).toBe(1)
  })
  it('speaks with the voice, its language as a browser writes it, and the speed', () => {
    const { text, voice, lang, rate } = rig().speak()
    expect({ text, voice, lang, rate }).toEqual({ text: '短讯。', voice: platformVoice, lang: 'zh-CN', rate: 1.5 })
  })
  it('goes on where the engine was left paused', () => {
    const { engine, speak } = rig()
    engine.pause()
    speak()
    expect(engine.paused).toBe(false)
  })
  it('tells what is heard, and gives each refusal its meaning', () => {
    const { events, speak } = rig()
    const utterance = speak()
    for (const kind of ['start', 'boundary', 'end']) utterance.dispatchEvent(new Event(kind))
    for (const error of ['not-allowed', 'network', 'language-unavailable', 'interrupted', 'synthesis-failed'])
      speak().dispatchEvent(errorEvent(error))
    expect(events).toEqual([
      { kind: 'start' },
      { kind: 'boundary' },
      { kind: 'end' },
      ...['refused', 'network', 'voice', 'interrupted', 'failed'].map((why) => ({ kind: 'error', why })),
    ])
  })
})
