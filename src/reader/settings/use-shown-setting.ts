import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { onTakenOver } from '../ui/taken-over'

/** A setting that is changed outside the settings. */
export interface ShownSetting {
  /** As `<html>` says; undefined on a server, and until its HTML has been taken over. */
  readonly choice: Readonly<Ref<string | undefined>>
  /** The settings are loaded only now. */
  readonly choose: (choice: string) => Promise<void>
}

/** Follows a setting by the attribute of `<html>` that the styles read too, which stands there before anything is painted. */
export const useShownSetting = (name: 'elder' | 'sheet' | 'form'): ShownSetting => {
  const choice = ref<string>()
  let observer: MutationObserver | undefined
  onTakenOver(() => {
    const root = document.documentElement
    const read = (): void => void (choice.value = root.dataset[name] ?? '')
    read()
    observer = new MutationObserver(read)
    observer.observe(root, { attributeFilter: [`data-${name}`] })
  })
  onScopeDispose(() => observer?.disconnect())
  return {
    choice: readonly(choice),
    choose: async (to) => {
      const { useSettingsStore } = await import('./settings-store')
      useSettingsStore().choose(name, to)
    },
  }
}
