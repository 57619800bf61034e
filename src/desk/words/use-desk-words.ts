import { computed, inject, type InjectionKey, type Ref } from 'vue'
import type { DeskState } from '@/press/preview/desk-record'
import { wordsEn } from './words-en'
import { wordsZh, type DeskWords } from './words-zh'

const tables: Readonly<Record<DeskState['lang'], DeskWords>> = { 'zh-Hans': wordsZh, en: wordsEn }

export const wordsOf = (lang: DeskState['lang']): DeskWords => tables[lang]

export const deskWordsKey: InjectionKey<Readonly<Ref<DeskWords>>> = Symbol('words of the desk')

/** The words of the interface, in the language of the state. */
export const useDeskWords = (): Readonly<Ref<DeskWords>> => inject(deskWordsKey, () => computed(() => wordsZh), true)
