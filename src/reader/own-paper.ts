import { decodePaper } from '@/bundle/codec'
import type { Paper } from '@/bundle/paper'

/** The paper that this build is for, read from the paper.json that is embedded in the page. */
export const readOwnPaper = (document: Document): Paper => {
  const text = document.getElementById('paper')?.textContent ?? ''
  return decodePaper(new TextEncoder().encode(text))
}
