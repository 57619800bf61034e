import { readHtml, textOf } from './html'

/**
 * What the publishing system wrote about a page or an article in a comment, `<!--enpproperty <title>…</title> /enpproperty-->`: the most
 * reliable of what such a file says. Keys are lower case without the prefix `founder-`; empty ones are absent.
 */
export const propertiesOf = (text: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const [, block = ''] of text.matchAll(/<!--\s*enpproperty([^]{0,20000}?)\/enpproperty\s*-->/gu))
    for (const [, key = '', value = ''] of block.matchAll(/<([a-z-]{2,30})>([^]*?)<\/\1>/giu)) {
      const name = key.toLowerCase().replace(/^founder-/u, '')
      // Titles may hold <p> and <br>.
      const plain = textOf(readHtml(value))
      if (plain !== '' && !found.has(name)) found.set(name, plain)
    }
  return found
}
