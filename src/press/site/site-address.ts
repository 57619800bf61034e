import type { Paper } from '@/bundle/paper'

/** Where a site is published. */
export interface SiteAddress {
  /** `https://www.example.com` */
  readonly origin: string
  /** Path of the site on its host, with a slash at both ends. */
  readonly base: string
}

/** The paper's own host, unless an address is given; undefined if that is no address of a site. */
export const siteAddressOf = ({ site, id }: Paper, given?: string): SiteAddress | undefined => {
  const text = given ?? `https://${site ?? id}/`
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') return undefined
  return { origin: url.origin, base: url.pathname.replace(/\/?$/, '/') }
}

/** The whole address of a path below the site; of the site itself if the path is empty. */
export const urlAt = ({ origin, base }: SiteAddress, path = ''): string => `${origin}${base}${path}`
