import { createHash } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { PageNo } from '@/bundle/ids'
import type { Issue, Page } from '@/bundle/issue'
import { articlesOn } from '@/bundle/lookup'
import type { BundleFolder } from '../../io/bundle-folder'
import { replaceFile } from '../../io/write-file'
import { drawPageImages } from '../../pdf/page-images'
import type { Printer } from '../../pdf/print-issue'
import { shownRendition, type DrawnPage } from './iiif/canvases'

/** For lists, and to look at: pixels. */
const widths = [200, 1600] as const
const widest = widths[1]

/** What a drawn page depends on: its part has its text and setting, the issue has titles, pictures and masthead. */
const keyOf = (issue: Issue, page: Page): string =>
  createHash('sha256')
    .update(JSON.stringify([page, articlesOn(issue, page), issue.pictures, issue.masthead, issue.paper.accent]))
    .digest('hex')
    .slice(0, 16)

/**
 * The pictures of the issue's typeset pages, drawn or not, the narrowest first. A name changes with what the page shows, so a page
 * that was drawn once is not drawn again.
 */
export const pagePictures = (issue: Issue): ReadonlyMap<PageNo, readonly DrawnPage[]> =>
  new Map(
    issue.pages.flatMap((page) => {
      const shown = shownRendition(page)
      if (shown?.kind !== 'typeset') return []
      const pictures = widths.map((width) => ({
        path: `${issue.id}/iiif/page-${page.no}-${width}.${keyOf(issue, page)}.webp`,
        width,
        height: Math.max(1, Math.round((width * shown.height) / shown.width)),
      }))
      return [[page.no, pictures] as const]
    }),
  )

const filesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch((): string[] => [])

/** Those pages of which all pictures are in the site. */
export const findPagePictures = async (
  issue: Issue,
  site: string,
): Promise<ReadonlyMap<PageNo, readonly DrawnPage[]>> => {
  const present = new Set((await filesIn(join(site, issue.id, 'iiif'))).map((name) => `${issue.id}/iiif/${name}`))
  return new Map([...pagePictures(issue)].filter(([, pictures]) => pictures.every(({ path }) => present.has(path))))
}

/** Draws the typeset pages that have no picture yet. @throws BundleError, Error if the browser fails */
export const drawPagePictures = async (bundle: BundleFolder, site: string, printer: Printer): Promise<void> => {
  const { issue } = bundle
  const wanted = pagePictures(issue)
  const found = await findPagePictures(issue, site)
  const pages = issue.pages.filter(({ no }) => wanted.has(no) && !found.has(no))
  if (pages.length === 0) return
  for await (const { page, png } of drawPageImages(bundle, pages, widest, printer))
    for (const { path, width, height } of wanted.get(page.no) ?? [])
      await replaceFile(
        join(site, path),
        await sharp(png).resize({ width, height, fit: 'fill' }).webp({ quality: 80 }).toBuffer(),
      )
}

/** Deletes pictures of what pages no longer show, once nothing names them. */
export const removeOldPictures = async (issue: Issue, site: string): Promise<void> => {
  const current = new Set([...pagePictures(issue).values()].flat().map(({ path }) => path))
  for (const name of await filesIn(join(site, issue.id, 'iiif')))
    if (/^page-.*\.webp$/.test(name) && !current.has(`${issue.id}/iiif/${name}`))
      await rm(join(site, issue.id, 'iiif', name))
}
