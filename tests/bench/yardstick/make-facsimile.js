/**
 * Gives the bench's issue, as its `ours-manuscript.mjs` wrote it, pictures of its pages in 60 megapixels (6,600 × 9,184), with an
 * outline for each article.
 *
 *   node tests/bench/yardstick/make-facsimile.js <the bench's data folder> <the manuscript>
 *
 * It needs pdftoppm (poppler-utils), and takes a minute.
 */
import { execFileSync } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [data = 'data', manuscript = 'manuscript'] = process.argv.slice(2)
const widthPixels = 6600
const sheetMm = 390

const twoDigits = (no) => String(no).padStart(2, '0')
const { pages } = JSON.parse(readFileSync(join(data, 'work/issue.json'), 'utf8'))
for (const { n: no, articles } of pages) {
  const folder = join(manuscript, `page-${twoDigits(no)}`)
  const size = ['-scale-to-x', String(widthPixels), '-scale-to-y', '-1']
  execFileSync('pdftoppm', ['-png', '-singlefile', ...size, join(data, `pdf/p${no}.pdf`), join(folder, 'scan')])
  appendFileSync(join(folder, 'page.yaml'), 'picture: scan.png\n')
  articles.forEach(({ rect_mm: box }, index) => {
    const [x, y, width, height] = box.map((mm) => Math.round((mm / sheetMm) * widthPixels))
    const corners = [x, y, x + width, y, x + width, y + height, x, y + height]
    const file = join(folder, `${twoDigits(index + 1)}-a.md`)
    writeFileSync(file, readFileSync(file, 'utf8').replace('---\n', `---\noutlines: [[${corners.join(', ')}]]\n`))
  })
}
