import { row } from './finding-table'

/** About the site around the issues. */
export const siteFindings = {
  'app-not-built': row<never>(
    'fatal',
    () => 'the reader has not been built yet',
    'Run `npm run build:app` in the project’s folder, once.',
  ),
  'desk-not-built': row<never>(
    'fatal',
    () => 'the editor’s desk has not been built yet',
    'Run `npm run build:press` in the project’s folder, once.',
  ),
  'foreign-site': row<'paper' | 'other' | 'site'>(
    'fatal',
    (at) => `the site in ${at.site} is that of another paper (${at.other}), and this is ${at.paper}`,
    'Name another folder with --out, one for each paper; or correct `id` in paper.yaml.',
  ),
  'other-manuscript': row<'issue' | 'site'>(
    'fatal',
    (at) => `in ${at.site} there is already an issue ${at.issue}, and it was made from another manuscript`,
    'Give this one a name of its own with `edition` in issue.yaml, or correct `date`. To put it in place of the other, add --replace.',
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
  'nothing-to-serve': row<never>(
    'fatal',
    () => 'there is no site in this folder',
    'Make one: build an issue into it with `press build <manuscript> --out <site>`, then draw it with `press site <site>`.',
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
