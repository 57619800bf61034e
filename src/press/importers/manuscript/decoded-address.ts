/** A path that an editor may have written as an address, `渡口%20早晨.svg`, decoded; as it stands if it is no address. */
export const decodedAddress = (written: string): string => {
  try {
    return decodeURIComponent(written)
  } catch (error) {
    if (error instanceof URIError) return written
    throw error
  }
}
