/** Puts text on the clipboard. False where the browser does not let us: then the reader has to copy by hand. */
export const writeClipboard = async (text: string): Promise<boolean> => {
  // Absent outside secure contexts and in some browsers inside other apps.
  if (!('clipboard' in navigator)) return false
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}
