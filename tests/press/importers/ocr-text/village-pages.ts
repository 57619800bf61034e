import { readdirSync, readFileSync } from 'node:fs'

/** An article of an invented place, as it is before anything is printed. */
export interface VillageArticle {
  readonly kicker?: string
  readonly headline: string
  readonly deck?: string
  /** 讯: at the head of the text; 行: a line under the title; 尾: at the end; 无: a line without role. */
  readonly signed: '讯' | '行' | '尾' | '无'
  readonly author: string
  readonly paragraphs: readonly string[]
}

export interface VillagePage {
  readonly name: string
  readonly masthead: readonly string[]
  readonly articles: readonly VillageArticle[]
}

const articleOf = (written: string): VillageArticle => {
  const [title = '', signature = '', ...paragraphs] = written.trim().split('\n')
  const lines = title.split('|').map((line) => line.trim())
  const [, signed = '', author = ''] = /^@([讯行尾无]) ?(.*)$/u.exec(signature) ?? []
  // Of two lines the second is the deck.
  const [kicker, headline, deck] = lines.length === 3 ? lines : [undefined, lines[0], lines[1]]
  return {
    ...(kicker && { kicker }),
    headline: headline ?? '',
    ...(deck && { deck }),
    signed: signed === '行' || signed === '尾' || signed === '无' ? signed : '讯',
    author,
    paragraphs,
  }
}

const folder = new URL('../../../fixtures/ocr-text/pages/', import.meta.url)

/** Pages about ordinary matters of an invented place; see the files for their form. */
export const villagePages: readonly VillagePage[] = readdirSync(folder)
  .sort()
  .map((file) => {
    const [head = '', ...articles] = readFileSync(new URL(file, folder), 'utf8').split(/^= /mu)
    return {
      name: file.replace('.txt', ''),
      masthead: head.trim().replace('报头 ', '').split('|'),
      articles: articles.map(articleOf),
    }
  })
