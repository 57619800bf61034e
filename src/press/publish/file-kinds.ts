import { extname } from 'node:path'
import { lookup } from 'mrmime'
import { issueId } from '@/bundle/ids'
import { signatureFile } from '@/bundle/file-names'
import * as v from 'valibot'
import { cacheControlOf } from '../site/response-headers'
import type { ObjectHeaders } from './store'

/** How the page of an address is named in the store: `2026-11-24/3`, or the file `2026-11-24/3/index.html`. */
export type PageNames = 'address' | 'file'

const indexFile = /\/index\.html$/

/**
 * The key of a site's file. A bare store has no index documents and answers an address only with the object of exactly that
 * name, so a page gets the name of its address; the front page keeps its file's name, which every CDN can be given.
 */
export const keyOf = (path: string, pages: PageNames): string =>
  pages === 'address' ? path.replace(indexFile, '') : path

/** The steps of a publication. No file of a step names one of a later step. */
export const steps = ['part', 'signature', 'issue', 'app', 'page', 'index', 'front', 'worker'] as const
export type Step = (typeof steps)[number]

const frontFiles = /^(index\.html|data\/catalog\.json|calendar(\/.*)?\/index\.html)$/
/** What pages of the site name, whatever they show. */
const appFiles = /^(app\.js|manifest\.webmanifest|paper\.json)$/
/** What readers come to by names in other files: found before what leads to it. */
const indexFiles = /(^data\/catalog-\d+\.json|\.(xml|atom|rss|txt)|^[^/]+\.json|(^|\/)(collection|feed)\.json)$/

/** The step in which a file is uploaded, by its path in the site; for what is to be removed, its key says as much. */
export const stepOf = (path: string): Step => {
  if (path === 'sw.js') return 'worker'
  if (appFiles.test(path)) return 'app'
  if (frontFiles.test(path)) return 'front'
  if (path.endsWith(`/${signatureFile}`)) return 'signature'
  if (/^data\/[^/]+\/issue\.json$/.test(path)) return 'issue'
  if (cacheControlOf(path).includes('immutable')) return 'part'
  if (indexFiles.test(path)) return 'index'
  return /\.(html|json)$/.test(path) || extname(path) === '' ? 'page' : 'part'
}

/** What leads readers to the new files: from its first file on, a publication is not interrupted. */
export const isSwitch = (step: Step): boolean => ['index', 'front', 'worker'].includes(step)

/** Characters are UTF-8 in every text of a site; a store says so only if it is told. */
const contentTypeOf = (path: string): string => {
  const known = path.endsWith(`/${signatureFile}`) ? undefined : lookup(extname(path))
  const type = known ?? 'application/octet-stream'
  return /^text\/|javascript|json|xml/.test(type) ? `${type}; charset=utf-8` : type
}

/** What a store is to say with a file, the same as a server would. */
export const headersOf = (path: string, sha256: string): ObjectHeaders => ({
  contentType: contentTypeOf(path),
  cacheControl: cacheControlOf(path),
  sha256,
})

/** The issue that an object belongs to, by its key: `data/2026-11-24/issue.json`, `2026-11-24/3`, `epub/2026-11-24.epub`. */
const issueOf = (key: string): string | undefined => {
  const names = key.split('/').flatMap((name) => [name, name.replace(/\.[^.]+$/, '')])
  return names.find((name) => v.is(issueId, name))
}

/**
 * The group in whose list an object stands: its issue, or the first two folders of its key. Lists of groups that have not changed
 * are neither read nor written, so that an issue more costs the same in the paper's hundredth year.
 */
export const groupOf = (key: string): string => issueOf(key) ?? `/${key.split('/').slice(0, -1).slice(0, 2).join('/')}`

export const isIssueGroup = (group: string): boolean => !group.startsWith('/')
