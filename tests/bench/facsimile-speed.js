/**
 * How long the press takes for the pictures of printed pages, beside what others take for the same: `pdftoppm` (poppler) that draws the
 * page in the same size, and sharp that makes the same images and tiles of it. Both are asked one after the other in each round.
 *
 *   npm run build:press && node tests/bench/facsimile-speed.js [--rounds 3] <PDF of a page…>
 *
 * The press builds a manuscript that has these pages and no text, without its memory of earlier pictures; what a page of white paper takes
 * in the same way is taken off.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { median, noise } from './support/figures.js'

const cli = fileURLToPath(new URL('../../dist/press/cli.js', import.meta.url))
const args = process.argv.slice(2)
const at = args.indexOf('--rounds')
const rounds = at < 0 ? 3 : Number(args[at + 1])
const files = at < 0 ? args : args.toSpliced(at, 2)
const say = (text) => process.stdout.write(`${text}\n`)
if (files.length === 0) throw new Error('name the PDF of a page, or several')

const work = mkdtempSync(join(tmpdir(), 'facsimile-speed-'))
const seconds = async (run) => {
  const started = performance.now()
  await run()
  return (performance.now() - started) / 1000
}
const twoDigits = (no) => String(no).padStart(2, '0')

/** A manuscript of pages that are pictures. */
const manuscriptOf = (name, pictures) => {
  const folder = join(work, name)
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'paper.yaml'),
    'id: bench.example\nname: 样报\nlang: zh-Hans\ntime_zone: Asia/Shanghai\naccent: "#9c1c1c"\nsheet: broadsheet\n',
  )
  writeFileSync(join(folder, 'issue.yaml'), 'date: 2026-11-24\n')
  pictures.forEach((picture, index) => {
    const page = join(folder, `page-${twoDigits(index + 1)}`)
    mkdirSync(page)
    cpSync(picture, join(page, 'page.pdf'))
    writeFileSync(join(page, 'page.yaml'), 'picture: page.pdf\n')
    writeFileSync(
      join(page, '01-picture.md'),
      '---\nheadline: 图\noutlines: [[0, 0, 100, 0, 100, 100, 0, 100]]\n---\n图。\n',
    )
  })
  return folder
}
const build = (manuscript) => {
  const out = join(work, 'site')
  execFileSync('node', [cli, 'build', manuscript, '--out', out], {
    stdio: 'ignore',
    env: { ...process.env, HOME: undefined, XDG_CACHE_HOME: undefined },
  })
  return out
}

/** What the press made: widths of images, and the levels of tiles, of each page. */
const madeBy = (out) => {
  const issue = JSON.parse(readFileSync(join(out, 'data/2026-11-24/issue.json'), 'utf8'))
  return issue.pages.map(({ renditions: [{ width, height, images, tiles = [] }] }) => ({
    width,
    height,
    widths: images.map((name) => issue.parts.find((part) => part.name === name)?.width ?? 0),
    levels: tiles.map((level) => ({ width: level.width, side: level.side })),
  }))
}

/** The same size as the press draws it in. */
const draw = (file, { width, height }, name) => {
  execFileSync('pdftoppm', [
    '-f',
    '1',
    '-l',
    '1',
    '-singlefile',
    '-tiff',
    '-tiffcompression',
    'none',
    '-scale-to-x',
    `${width}`,
    '-scale-to-y',
    `${height}`,
    file,
    join(work, name),
  ])
  return join(work, `${name}.tif`)
}
/** The same images and tiles, of the picture that was drawn. */
const encode = async (file, { widths, levels }) => {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
  const picture = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  await Promise.all(widths.map((width) => picture().resize({ width }).webp({ quality: 72, effort: 5 }).toBuffer()))
  for (const { width, side } of levels)
    await picture()
      .resize({ width })
      .webp({ quality: 72, effort: 4 })
      .tile({ size: side, overlap: 0, depth: 'one', layout: 'dz', container: 'zip', basename: 'level' })
      .toBuffer()
}

const white = join(work, 'white.pdf')
writeFileSync(
  white,
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 60 60]>>endobj\ntrailer<</Root 1 0 R>>\n',
)
const pages = manuscriptOf('pages', files)
const empty = manuscriptOf(
  'empty',
  files.map(() => white),
)
const found = madeBy(build(pages))
for (const [index, page] of found.entries())
  say(
    `${files[index]}: ${page.width} × ${page.height}, images of ${page.widths.join(', ')}, tiles of ${page.levels.map(({ width }) => width).join(', ') || 'none'}`,
  )

const all = { press: [], drawing: [], encoding: [], ratio: [] }
for (let round = 0; round < rounds; round++) {
  rmSync(join(work, 'site'), { recursive: true, force: true })
  const nothing = await seconds(() => build(empty))
  rmSync(join(work, 'site'), { recursive: true, force: true })
  const press = (await seconds(() => build(pages))) - nothing
  const drawing = await seconds(() => files.forEach((file, index) => draw(file, found[index], `page-${index}`)))
  const drawn = readdirSync(work).filter((name) => name.endsWith('.tif'))
  const encoding = await seconds(() => Promise.all(drawn.map((name, index) => encode(join(work, name), found[index]))))
  const figures = { press, drawing, encoding, ratio: press / (drawing + encoding) }
  for (const [name, list] of Object.entries(all)) list.push(figures[name])
}
const spread = (list) => `${median(list).toFixed(2)} [${Math.min(...list).toFixed(2)}–${Math.max(...list).toFixed(2)}]`
const strayed = noise()
say(
  `${files.length} page(s), ${rounds} rounds, seconds; the machine strays by ${Math.round((Math.max(...strayed) / Math.min(...strayed) - 1) * 100)} %`,
)
say(`press ${spread(all.press)}, ${(files.length / median(all.press)).toFixed(2)} pages a second`)
say(`pdftoppm alone ${spread(all.drawing)}, sharp alone ${spread(all.encoding)}`)
say(`the press takes ${spread(all.ratio)} of their sum; the goal is 1.5`)
rmSync(work, { recursive: true })
