/**
 * Writes an issue of 12 broadsheet pages with 60 articles each as a manuscript: a page that holds as much as a page can. The
 * same at every run. The text says nothing; its words are those of a paper about itself.
 *
 *   node tests/bench/yardstick/crowded-manuscript.js <folder>
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const [folder = ''] = process.argv.slice(2)
const words =
  '报纸 版面 标题 正文 栏目 排版 字号 行距 图片 读者 编辑 校对 印刷 下转 上接 头条 短讯 版次 日期 天气'.split(' ')
let state = 20_261_128
const draw = (below) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}
const phrase = (count) => Array.from({ length: count }, () => words[draw(words.length)]).join('')
const sentence = () => `${phrase(3 + draw(4))}，${phrase(4 + draw(4))}。`
const text = (characters) => {
  const paragraphs = []
  for (let written = 0; written < characters;) {
    const paragraph = Array.from({ length: 1 + draw(2) }, sentence).join('')
    paragraphs.push(paragraph)
    written += paragraph.length
  }
  return paragraphs.join('\n\n')
}
const write = (path, content) => {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

write(
  'paper.yaml',
  "id: crowded.example\nname: 满版报\nlang: zh-Hans\ntime_zone: Asia/Shanghai\naccent: '#9c1c1c'\nsheet: broadsheet\ncolumns: 8\n",
)
write('issue.yaml', 'date: 2024-06-14\n')
for (let page = 1; page <= 12; page++)
  for (let no = 1; no <= 60; no++) {
    const weight = no === 1 ? 'lead' : no < 8 ? 'standard' : 'brief'
    const characters = { lead: 300, standard: 110, brief: 20 }[weight]
    write(
      `page-${String(page).padStart(2, '0')}/${String(no).padStart(2, '0')}.md`,
      `---\nheadline: ${phrase(weight === 'brief' ? 3 : 4)}\nweight: ${weight}\n---\n\n${text(characters)}\n`,
    )
  }
