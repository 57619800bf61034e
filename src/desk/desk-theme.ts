/** Gives the page the reader's theme that the system asks for, and follows it. */
export const followTheme = (root: HTMLElement): void => {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const contrast = matchMedia('(prefers-contrast: more)')
  const apply = (): void => {
    const [plain, strong] = dark.matches ? ['dark', 'contrast-dark'] : ['light', 'contrast']
    root.dataset['theme'] = contrast.matches ? strong : plain
  }
  for (const query of [dark, contrast]) query.addEventListener('change', apply)
  apply()
}
