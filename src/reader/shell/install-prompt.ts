/** Keeps the browser's install prompt for when the app offers it in words; nothing pops up. */
export const onInstallPrompt = (take: (ask: () => void) => void): void =>
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    const prompt: unknown = Reflect.get(event, 'prompt')
    if (typeof prompt === 'function') take(() => void Reflect.apply(prompt, event, []))
  })
