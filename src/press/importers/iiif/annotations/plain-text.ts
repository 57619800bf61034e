import { Parser } from 'htmlparser2'

const blocks = new Set('p div br li tr h1 h2 h3 h4 h5 h6 blockquote'.split(' '))

/** The text of HTML, a line for each paragraph. */
export const plainText = (html: string): string => {
  const pieces: string[] = []
  let hidden = 0
  const parser = new Parser({
    onopentag: (name) => {
      if (name === 'script' || name === 'style') hidden++
      if (blocks.has(name)) pieces.push('\n')
    },
    ontext: (text) => {
      if (hidden === 0) pieces.push(text.replace(/\s+/gu, ' '))
    },
    onclosetag: (name) => {
      if (name === 'script' || name === 'style') hidden--
      if (blocks.has(name)) pieces.push('\n')
    },
  })
  parser.end(html)
  return pieces.join('')
}
