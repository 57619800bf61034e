import type { InjectionKey } from 'vue'

/** Path of the app's own newest issue, whatever issue is on show. */
export const homeKey: InjectionKey<string> = Symbol('home')
