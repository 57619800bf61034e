import { row } from './finding-table'

/** About the site around the issues. */
export const siteFindings = {
  'app-not-built': row<never>(
    'fatal',
    () => 'the reader has not been built yet',
    'Run `npm run build:app` in the project’s folder, once.',
  ),
  'foreign-site': row<'paper' | 'other' | 'site'>(
    'fatal',
    (at) => `the site in ${at.site} is that of another paper (${at.other}), and this is ${at.paper}`,
    'Name another folder with --out, one for each paper; or correct `id` in paper.yaml.',
  ),
  'site-in-use': row<never>(
    'fatal',
    () => 'another command has been writing into this site for a minute',
    'Wait until it is done, and run the command again.',
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
  'picture-left-out': row<never>(
    'warning',
    () => 'this picture can’t be decoded, so the EPUB has only its caption',
    'Replace the picture in the manuscript and build the issue again.',
  ),
  'cannot-draw-pages': row<never>(
    'fatal',
    () => 'pictures of typeset pages need a Chromium or Chrome, and none was found (CHROMIUM may hold the path of one)',
    'Install one, or make the site without --pictures: IIIF viewers then show typeset pages as text only.',
  ),
} as const
