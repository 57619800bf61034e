import sharp from 'sharp'

const text = (words: string): string => `${words}的正文，有好几个字，说的是河边的亊情。`
const article = (title: string, paragraphs: readonly string[]): string =>
  `<div id=ozoom><founder-content>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</founder-content></div><!--enpproperty <title>${title}</title>/enpproperty-->`
const page = (picture: string, areas: Readonly<Record<string, string>>): string =>
  `<html><body><map name=m>${Object.entries(areas)
    .map(([file, coords]) => `<area shape=rect coords="${coords}" href=${file}>`)
    .join('')}</map><img src=${picture} width=400 height=600 usemap=#m></body></html>`

const below = 'html/2024-05/25'

/** Stripes, so that a page is seen to be there. */
const picture = (): Promise<Buffer> => {
  const lines = Array.from(
    { length: 40 },
    (_, no) => `<rect x="40" y="${60 + no * 28}" width="${no % 4 === 3 ? 300 : 700}" height="8"/>`,
  )
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1200"><rect width="800" height="1200" fill="#f6f2ea"/>${lines.join('')}</svg>`
  return sharp(Buffer.from(drawn)).jpeg().toBuffer()
}

/** A saved copy of an e-paper site: two pages with pictures of 800 × 1200 pixels, three articles. */
export const savedSite = async (): Promise<ReadonlyMap<string, Buffer | string>> =>
  new Map<string, Buffer | string>([
    [`${below}/node_1.htm`, page('1.jpg', { 'content_1.htm': '10,20,200,300', 'content_2.htm': '210,20,390,300' })],
    [`${below}/node_2.htm`, page('2.jpg', { 'content_3.htm': '10,20,390,580' })],
    [`${below}/1.jpg`, await picture()],
    [`${below}/2.jpg`, await picture()],
    [`${below}/content_1.htm`, article('河边有约', [text('河边有约'), text('另一件事'), text('再一件事')])],
    [`${below}/content_2.htm`, article('桥上', [text('桥上')])],
    [`${below}/content_3.htm`, article('桥上（下）', [text('桥上后来')])],
  ])
