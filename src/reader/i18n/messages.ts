import { inject, type InjectionKey } from 'vue'
import type { zhHans } from './zh-hans'

/** The shape of every locale: that of the source, zh-Hans. */
export type Messages = typeof zhHans

export const messagesKey: InjectionKey<Messages> = Symbol('messages')

/** The words of the interface. */
export const useMessages = (): Messages => {
  const messages = inject(messagesKey)
  if (!messages) throw new Error('the app has no messages')
  return messages
}
