import { decodePaper } from '@/bundle/codec'
import type { Paper } from '@/bundle/paper'

/** The paper that this build is for: its page carries paper.json as data. */
export const readOwnPaper = (document: Document): Paper => {
  const text = document.getElementById('paper')?.textContent ?? ''
  return decodePaper(new TextEncoder().encode(text))
}
