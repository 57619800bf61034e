import { row } from './finding-table'

/** About the site around the issues. */
export const siteFindings = {
  'app-not-built': row<never>(
    'fatal',
    () => 'the reader has not been built yet',
    'Run `npm run build:app` in the project’s folder, once.',
  ),
  'no-site': row<never>(
    'fatal',
    () => 'there is no issue in this folder yet',
    'Build an issue into it first: `press build <manuscript> --out <site>`.',
  ),
  'bad-address': row<'address'>(
    'fatal',
    (at) => `“${at.address}” is not the address of a site`,
    'Give an address such as https://www.example.com/ with --address, or correct `site` in paper.yaml.',
  ),
} as const
