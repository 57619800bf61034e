import { join } from 'node:path'
import sharp from 'sharp'
import { encode } from '@/bundle/codec'
import { issueFileEnding, issueFileType } from '@/bundle/issue-file'
import type { Paper } from '@/bundle/paper'
import { replaceFile } from '../io/write-file'
import type { IssueDraft, Screenshot } from '../model/draft'

/**
 * The app's icon: a page in the paper's colour. `inset` keeps the drawing inside the circle that a phone may cut out of
 * a maskable icon.
 */
const iconSvg = (accent: string, inset: number): string => {
  const at = (value: number): number => inset + (value * (512 - 2 * inset)) / 512
  const bar = (x: number, y: number, width: number, height: number): string =>
    `<rect x="${at(x)}" y="${at(y)}" width="${at(x + width) - at(x)}" height="${at(y + height) - at(y)}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
  <rect width="512" height="512" fill="${accent}"/>
  <g fill="#fbf8f1">${bar(96, 72, 320, 368)}</g>
  <g fill="${accent}">${bar(128, 108, 256, 56)}</g>
  <g fill="#4a4640">${[200, 236, 272, 308, 344, 380].map((y) => bar(128, y, 112, 14)).join('')}${[308, 344, 380].map((y) => bar(272, y, 112, 14)).join('')}</g>
  <g fill="#c9c2b2">${bar(272, 200, 112, 80)}</g>
</svg>`
}

const iconFiles = [
  { name: 'icon-192.png', size: 192, inset: 0 },
  { name: 'icon-512.png', size: 512, inset: 0 },
  { name: 'icon-maskable-512.png', size: 512, inset: 60 },
] as const

/** What a browser needs for the installed app beside the shell. */
export const installedFiles: readonly string[] = ['manifest.webmanifest', ...iconFiles.map(({ name }) => name)]

/** Entries of the menu that a phone shows on a long press of the app's icon. */
const shortcuts = [
  { name: '最新一期', url: './' },
  { name: '已存报纸', url: './library' },
  { name: '搜索', url: './search' },
] as const

const shotName = (index: number): string => `screenshot-${index + 1}.webp`

/**
 * The web app manifest (W3C), including members that only some browsers support: opening files with the app, sharing to
 * it.
 */
const manifestOf = ({ name, lang }: Paper, shots: readonly Screenshot[]) => ({
  name,
  short_name: name,
  lang,
  dir: 'ltr',
  description: `${name}的数字报：整版阅读，点开文章，没有网络也能看。`,
  categories: ['news'],
  id: './',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#fbf8f1',
  theme_color: '#fbf8f1',
  icons: iconFiles.map(({ name: src, size, inset }) => ({
    src,
    sizes: `${size}x${size}`,
    type: 'image/png',
    ...(inset > 0 && { purpose: 'maskable' }),
  })),
  shortcuts: shortcuts.map((shortcut) => ({
    ...shortcut,
    icons: [{ src: 'icon-192.png', sizes: '192x192', type: 'image/png' }],
  })),
  ...(shots.length > 0 && {
    screenshots: shots.map(({ width, height, label }, index) => ({
      src: shotName(index),
      sizes: `${width}x${height}`,
      type: 'image/webp',
      form_factor: width > height ? 'wide' : 'narrow',
      ...(label && { label }),
    })),
  }),
  launch_handler: { client_mode: ['navigate-existing', 'auto'] },
  file_handlers: [
    { action: './library', accept: { [issueFileType]: [issueFileEnding] }, launch_type: 'single-client' },
  ],
  share_target: {
    action: './library/receive',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: {
      // Phones report an unknown file type as a stream of bytes, or recognise a zip.
      files: [
        { name: 'file', accept: [issueFileEnding, issueFileType, 'application/zip', 'application/octet-stream'] },
      ],
    },
  },
})

/** Writes the paper's own files next to the data: paper.json, the web manifest, the app's icons and pictures. */
export const writePaperFiles = async (
  { paper, screenshots = [] }: Pick<IssueDraft, 'paper' | 'screenshots'>,
  readPicture: (path: string) => Promise<Buffer>,
  site: string,
): Promise<void> => {
  await replaceFile(join(site, 'paper.json'), encode(paper))
  await replaceFile(join(site, 'manifest.webmanifest'), encode(manifestOf(paper, screenshots)))
  for (const { name, size, inset } of iconFiles)
    await replaceFile(
      join(site, name),
      await sharp(Buffer.from(iconSvg(paper.accent, inset)))
        .resize(size)
        .png()
        .toBuffer(),
    )
  for (const [index, { file }] of screenshots.entries())
    await replaceFile(
      join(site, shotName(index)),
      await sharp(await readPicture(file))
        .rotate()
        .webp({ quality: 82 })
        .toBuffer(),
    )
}
