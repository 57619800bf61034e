import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPlayer, type Player } from '@/reader/aloud/player'
import type { PlayerEvent } from '@/reader/aloud/player-state'
import { utterancesOf } from '@/reader/aloud/utterances'
import { zhHansAloud } from '@/reader/i18n/zh-hans-aloud'
import { createFakeClock, type FakeClock } from '../../support/fake-clock'
import {
  createScriptedSpeech,
  mandarin,
  type Behaviour,
  type ScriptedSpeech,
  type SpeechScript,
} from '../../support/scripted-speech'

const sentences = ['第一句是标题', '第二句，说的是报纸。', '第三句！', '第四句在转版以后。']
/** Some 25 s at one go. */
const long = `${[...'甲乙丙丁戊己庚辛壬'].map((stem) => `${stem}说这一句长得念不完，`).join('')}念完了。`
const aDay = 24 * 3600 * 1000

interface Rig {
  readonly player: Player
  readonly speech: ScriptedSpeech
  readonly clock: FakeClock
  readonly phase: () => string
  /** What the engine said to its end, utterances joined, repeats of one once. */
  readonly heard: () => string
}

const rigOf = (script: SpeechScript, texts: readonly string[] = sentences, rate = 1): Rig => {
  const clock = createFakeClock()
  const speech = createScriptedSpeech(script, clock)
  const utterances = texts.map((text) => utterancesOf(text))
  const player = createPlayer(
    speech,
    clock,
    {
      rate: () => rate,
      voice: () => speech.voices()[0],
      text: (sentence, utterance) => utterances[sentence]?.[utterance] ?? '',
    },
    () => undefined,
  )
  player.send({ kind: 'load', utteranceCounts: utterances.map(({ length }) => length), isPlaying: true })
  return {
    player,
    speech,
    clock,
    phase: () => {
      const { phase } = player.state()
      return phase.kind === 'failed' ? phase.why : phase.kind
    },
    heard: () => speech.heard.filter((text, index) => text !== speech.heard[index - 1]).join(''),
  }
}

describe('reading aloud', () => {
  it('speaks every sentence once, in order, and finishes', () => {
    const { speech, clock, phase } = rigOf({})
    clock.advance(aDay)
    expect(speech.heard).toEqual(sentences)
    expect(phase()).toBe('finished')
  })
  it('waits for voices that come late', () => {
    const { speech, clock, phase } = rigOf({ voicesAfterMs: 1500 })
    expect(phase()).toBe('waiting')
    clock.advance(aDay)
    expect(speech.heard).toEqual(sentences)
  })
  it('says that there is no voice after waiting, and can play when one comes after all', () => {
    const { player, speech, clock, phase } = rigOf({ voicesAfterMs: 60_000 })
    clock.advance(10_000)
    expect(phase()).toBe('no-voice')
    clock.advance(60_000)
    expect(phase()).toBe('paused')
    player.send({ kind: 'play' })
    clock.advance(aDay)
    expect(speech.heard).toEqual(sentences)
  })
  it('says at once that there is no engine', () => {
    const { player, phase } = rigOf({ isSupported: false, voices: [] })
    expect(phase()).toBe('no-speech')
    player.send({ kind: 'play' })
    expect(phase()).toBe('no-speech')
  })
  it.each([1, 0.75])('is not silenced by an engine that stops after 14 s of one utterance, at speed %d', (rate) => {
    const { speech, clock, heard, phase } = rigOf({ cutOffMs: 14_000 }, [long, '下一句。'], rate)
    clock.advance(aDay)
    expect(heard()).toBe(`${long}下一句。`)
    expect(speech.asked.length).toBe(speech.heard.length)
    expect(phase()).toBe('finished')
  })
  it('speaks a sentence again, once, when nothing is heard of it', () => {
    const { speech, clock, phase } = rigOf({ behaviours: ['speaks', 'stays silent', 'speaks'] })
    clock.advance(aDay)
    expect(speech.heard).toEqual(sentences)
    expect(speech.asked.length).toBe(sentences.length + 1)
    expect(phase()).toBe('finished')
  })
  it('then says that nothing is heard, and plays on from there when asked', () => {
    const silent: Behaviour[] = ['speaks', 'stays silent', 'stays silent', 'speaks']
    const { player, speech, clock, phase } = rigOf({ behaviours: silent })
    clock.advance(aDay)
    expect(phase()).toBe('silent')
    expect(speech.isSounding()).toBe(false)
    player.send({ kind: 'play' })
    clock.advance(aDay)
    expect(speech.heard).toEqual(sentences)
  })
  it('does not run through an article that an engine ends without speaking', () => {
    const { player, clock, phase } = rigOf({ behaviours: ['ends at once'] })
    clock.advance(aDay)
    expect(phase()).toBe('silent')
    expect(player.state().sentence).toBe(0)
  })
  it.each(['network', 'voice', 'interrupted', 'failed'] as const)('tries once more after “%s”, then says so', (why) => {
    const once = rigOf({ behaviours: [why, 'speaks'] })
    once.clock.advance(aDay)
    expect(once.speech.heard).toEqual(sentences)
    const always = rigOf({ behaviours: [why] })
    always.clock.advance(aDay)
    expect(always.phase()).toBe(why)
    expect(always.speech.asked.length).toBe(2)
  })
  it('asks for a second press where the browser wants a gesture, without trying again by itself', () => {
    const { player, speech, clock, phase } = rigOf({ behaviours: ['refused', 'speaks'] })
    clock.advance(aDay)
    expect([phase(), speech.asked.length]).toEqual(['refused', 1])
    player.send({ kind: 'play' })
    clock.advance(aDay)
    expect(speech.heard).toEqual(sentences)
  })
  it('does not skip a sentence for an end that comes twice', () => {
    const { speech, clock } = rigOf({ behaviours: ['ends twice'] })
    clock.advance(aDay)
    expect(speech.heard).toEqual(sentences)
  })
  it('pauses by cancelling, and begins the sentence again; what the engine tells afterwards is noise', () => {
    const { player, speech, clock, phase } = rigOf({})
    clock.advance(1500)
    expect(player.state().sentence).toBe(1)
    player.send({ kind: 'pause' })
    expect(speech.isSounding()).toBe(false)
    player.send({ kind: 'play' })
    clock.advance(60)
    expect([phase(), player.state().sentence]).toEqual(['playing', 1])
    clock.advance(aDay)
    expect(speech.heard).toEqual(sentences)
  })
  it('stays paused however long', () => {
    const { player, clock, phase } = rigOf({})
    clock.advance(1500)
    player.send({ kind: 'pause' })
    clock.advance(aDay)
    expect([phase(), player.state().sentence]).toEqual(['paused', 1])
  })
  it('starts at the sentence that is tapped, from a pause too', () => {
    const { player, speech, clock } = rigOf({})
    player.send({ kind: 'seek', sentence: 2 })
    clock.advance(100)
    player.send({ kind: 'pause' })
    player.send({ kind: 'seek', sentence: 3 })
    clock.advance(aDay)
    expect(speech.heard).toEqual(sentences.slice(3))
    expect(speech.mostAtOnce()).toBe(1)
  })
  it('goes a sentence back and forth, and stays paused where it was', () => {
    const { player, speech, phase } = rigOf({})
    player.send({ kind: 'next' })
    player.send({ kind: 'next' })
    player.send({ kind: 'previous' })
    expect(speech.asked.at(-1)?.text).toBe(sentences[1])
    player.send({ kind: 'pause' })
    player.send({ kind: 'previous' })
    player.send({ kind: 'previous' })
    expect([phase(), player.state().sentence]).toEqual(['paused', 0])
  })
  it('says the sentence again with another voice or speed', () => {
    const { player, speech, clock } = rigOf({})
    clock.advance(1500)
    player.send({ kind: 'again' })
    expect(speech.asked.at(-1)?.text).toBe(sentences[1])
    expect(speech.mostAtOnce()).toBe(1)
  })
  it('goes on with the next article only where the one before was being read', () => {
    const { player, phase } = rigOf({})
    player.send({ kind: 'load', utteranceCounts: [1] })
    expect(phase()).toBe('playing')
    player.send({ kind: 'pause' })
    player.send({ kind: 'load', utteranceCounts: [1] })
    expect(phase()).toBe('paused')
  })
  it('is silent for good once it is disposed of', () => {
    const { player, speech, clock } = rigOf({})
    player.dispose()
    clock.advance(aDay)
    expect([speech.isSounding(), speech.heard.length]).toEqual([false, 0])
  })
})

const behaviour = fc.constantFrom<Behaviour>(
  'speaks',
  'speaks',
  'tells no start',
  'ends twice',
  'tells no end',
  'stays silent',
  'ends at once',
  'refused',
  'network',
  'voice',
  'interrupted',
  'failed',
)
const script = fc.record({
  behaviours: fc.array(behaviour, { maxLength: 12 }),
  voicesAfterMs: fc.constantFrom(0, 500, 9000),
  cutOffMs: fc.constantFrom(14_000, Infinity),
  isLateToCancel: fc.boolean(),
  voices: fc.constantFrom([], [mandarin]),
})
const command = fc.oneof(
  fc.constantFrom<PlayerEvent>(
    { kind: 'play' },
    { kind: 'pause' },
    { kind: 'next' },
    { kind: 'previous' },
    { kind: 'again' },
  ),
  fc.nat({ max: 6 }).map((sentence): PlayerEvent => ({ kind: 'seek', sentence })),
)
/** Every phase in which it does not read on says why, or waits for the reader. */
const hasWords = (phase: string): boolean => phase in zhHansAloud.troubles || ['finished', 'paused'].includes(phase)

describe('whatever an engine does', () => {
  const texts = [...sentences, long]
  const whole = texts.join('')
  it('skips no sentence, changes no order, and ends where there are words for it', () => {
    fc.assert(
      fc.property(script, (random) => {
        const { speech, clock, phase, heard } = rigOf(random, texts)
        clock.advance(aDay)
        expect(whole.startsWith(heard())).toBe(true)
        if (phase() === 'finished') expect(heard()).toBe(whole)
        expect(hasWords(phase())).toBe(true)
        expect(speech.isSounding()).toBe(false)
        expect(speech.mostAtOnce()).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })
  it('and whatever a reader presses, one voice speaks at a time, and the end has words', () => {
    fc.assert(
      fc.property(
        script,
        fc.array(fc.tuple(command, fc.constantFrom(0, 30, 400, 3000, 40_000)), { maxLength: 15 }),
        (random, pressed) => {
          const { player, speech, clock, phase } = rigOf(random, texts)
          for (const [event, waitMs] of pressed) {
            player.send(event)
            clock.advance(waitMs)
            expect(player.state().sentence).toBeLessThan(texts.length)
          }
          clock.advance(aDay)
          expect(hasWords(phase())).toBe(true)
          expect(speech.isSounding()).toBe(false)
          expect(speech.mostAtOnce()).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: 300 },
    )
  })
})
