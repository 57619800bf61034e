/** Writes text to the clipboard. False if the browser does not allow it: the reader has to copy by hand then. */
export const writeClipboard = async (text: string): Promise<boolean> => {
  // Missing outside secure contexts, and in some in-app browsers.
  if (!('clipboard' in navigator)) return false
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}
