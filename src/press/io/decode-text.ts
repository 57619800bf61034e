/** How a file of text is encoded. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

const decoded = (bytes: Uint8Array, encoding: Encoding): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    // The bytes are not in this encoding.
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** UTF-16 begins with its mark, or has a zero in every letter of ASCII, which no other text has. */
const utf16Of = (bytes: Uint8Array): Encoding | undefined => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (even + odd === 0) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Rows of the characters that most Chinese text consists of: marks, and the commoner half of the characters. */
const common: Readonly<Record<'gb18030' | 'big5', (lead: number, trail: number) => boolean>> = {
  gb18030: (lead, trail) => trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7)),
  big5: (lead) => lead >= 0xa1 && lead <= 0xc6,
}
/** Text with fewer common characters is in another encoding, and only looks like this one. */
const leastCommon = 0.5

const shareOfCommon = (bytes: Uint8Array, encoding: 'gb18030' | 'big5'): number => {
  let [all, found] = [0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    all++
    if (common[encoding](lead, bytes[at + 1] ?? 0)) found++
    at++
  }
  return all === 0 ? 0 : found / all
}

const chineseOf = (bytes: Uint8Array): string | undefined => {
  const [best] = (['gb18030', 'big5'] as const)
    .flatMap((encoding) => {
      const text = decoded(bytes, encoding)
      const share = shareOfCommon(bytes, encoding)
      return text !== undefined && share >= leastCommon ? [{ text, share }] : []
    })
    .sort((a, b) => b.share - a.share)
  return best?.text
}

/**
 * The text of a file, without a mark of its encoding, lines ended by line feeds: UTF-8, UTF-16, GB18030 (with GBK and GB 2312) or
 * Big5, recognised by its bytes. What is none of them has U+FFFD where it can't be read as UTF-8.
 */
export const decodeText = (bytes: Uint8Array): string => {
  const wide = utf16Of(bytes)
  const text =
    (wide ? decoded(bytes, wide) : (decoded(bytes, 'utf-8') ?? chineseOf(bytes))) ?? new TextDecoder().decode(bytes)
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}
