import type { Script } from './script'

/** Applies the script that `<html>` names, now and whenever the settings change it. Its table is loaded only then. */
export const followScript = (root: HTMLElement, show: (script: Script | undefined) => void): void => {
  const read = async (): Promise<void> => {
    const name = root.dataset['script']
    if (name !== 'simplified' && name !== 'traditional') return show(undefined)
    const { openScript } = await import('./open-script')
    const script = await openScript(name)
    if (root.dataset['script'] === name) show(script)
  }
  new MutationObserver(() => void read()).observe(root, { attributeFilter: ['data-script'] })
  void read()
}
