import { row } from './finding-table'

/** About addresses of an older e-paper. */
export const oldAddressFindings = {
  'no-old-addresses': row<never>(
    'fatal',
    () => 'there are no old addresses: neither a list nor patterns',
    'Write old-addresses.csv next to paper.yaml, or `old_addresses` into paper.yaml; docs/old-addresses.md shows both.',
  ),
  'bad-old-pattern': row<'pattern' | 'reason'>(
    'fatal',
    (at) => `“${at.pattern}” is not a pattern of old addresses: ${at.reason}`,
    'Correct it; docs/old-addresses.md lists what may stand in braces.',
  ),
  'idle-old-pattern': row<'pattern'>(
    'warning',
    (at) => `“${at.pattern}” fits no place of this site`,
    'Compare it with a real address of the older site, and its table of pages with the labels of an issue.',
  ),
  'bad-old-address': row<'address' | 'reason'>(
    'warning',
    (at) => `“${at.address}” can’t be an old address, because ${at.reason}`,
    'Copy the address from a browser’s address bar.',
  ),
  'unknown-place': row<'place' | 'reason'>(
    'warning',
    (at) => `“${at.place}” is not a place of this site, because ${at.reason}`,
    'Write an issue, a page or an article as in its address: 2019-03-05, 2019-03-05/3 or 2019-03-05/3/abc.',
  ),
  'old-address-twice': row<'address' | 'place'>(
    'warning',
    (at) => `“${at.address}” already leads to ${at.place}`,
    'Remove one of the two lines; the first one holds.',
  ),
  'old-address-taken': row<'address'>(
    'warning',
    (at) => `“${at.address}” is an address of the new site itself`,
    'Remove it: what the new site has there is shown.',
  ),
  'server-only-addresses': row<'count' | 'example'>(
    'note',
    (at) => `old addresses can be answered by a web server only: ${at.count}, such as “${at.example}”`,
    'Have nginx or Caddy read the maps in .press, as the configurations in deploy/ do; a server of plain files can’t tell them apart.',
  ),
} as const
