import { urlAt, type SiteAddress } from '../site-address'

/** Places of the reader that hold nothing of the paper: what a person saved, chose or looked for. */
const personal = ['library', 'search', 'settings', 'shell.html']

/** robots.txt (RFC 9309). It counts at the root of a host only: a site below a path hands it to the host's own. */
export const writeRobots = (address: SiteAddress): string =>
  [
    'User-agent: *',
    ...personal.map((path) => `Disallow: ${address.base}${path}`),
    '',
    `Sitemap: ${urlAt(address, 'sitemap.xml')}`,
    '',
  ].join('\n')
