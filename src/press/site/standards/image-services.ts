import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { encode } from '@/bundle/codec'
import type { PageNo } from '@/bundle/ids'
import type { Issue } from '@/bundle/issue'
import { findPart } from '@/bundle/lookup'
import type { BundleFolder } from '../../io/bundle-folder'
import { replaceFile } from '../../io/write-file'
import type { SiteAddress } from '../site-address'
import { imageServiceOf, type ImageService } from './iiif/image-api'

const infoFile = 'info.json'

const servicesOf = (issue: Issue, address: SiteAddress): ReadonlyMap<PageNo, ImageService> =>
  new Map(
    issue.pages.flatMap((page) => {
      const service = imageServiceOf(issue, page, address)
      return service ? [[page.no, service] as const] : []
    }),
  )

/** Those of the issue's image services that are in the site. */
export const findImageServices = (
  issue: Issue,
  site: string,
  address: SiteAddress,
): ReadonlyMap<PageNo, ImageService> =>
  new Map([...servicesOf(issue, address)].filter(([, { folder }]) => existsSync(join(site, folder, infoFile))))

/** Writes the image services that are not in the site; info.json comes last, so that one without it is written again. @throws BundleError */
export const writeImageServices = async (
  { issue, readPart }: BundleFolder,
  site: string,
  address: SiteAddress,
): Promise<void> => {
  const found = findImageServices(issue, site, address)
  for (const [no, { folder, info, files }] of servicesOf(issue, address)) {
    if (found.has(no)) continue
    for (const { path, part } of files) {
      const entry = findPart(issue, part)
      if (entry) await replaceFile(join(site, folder, path), await readPart(entry))
    }
    await replaceFile(join(site, folder, infoFile), encode(info))
  }
}

/** Deletes services of pictures that pages no longer have, once nothing names them. */
export const removeOldServices = async (issue: Issue, site: string, address: SiteAddress): Promise<void> => {
  const current = new Set([...servicesOf(issue, address).values()].map(({ folder }) => basename(folder)))
  const present = await readdir(join(site, issue.id, 'iiif')).catch((): string[] => [])
  for (const name of present)
    if (/^page-\d+\.[0-9a-f]{16}$/.test(name) && !current.has(name))
      await rm(join(site, issue.id, 'iiif', name), { recursive: true })
}
