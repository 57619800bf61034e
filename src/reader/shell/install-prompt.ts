/** Keeps the browser's own question for later, when it is offered in words; nothing pops up. */
export const onInstallPrompt = (take: (ask: () => void) => void): void =>
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    const prompt: unknown = Reflect.get(event, 'prompt')
    if (typeof prompt === 'function') take(() => void Reflect.apply(prompt, event, []))
  })
