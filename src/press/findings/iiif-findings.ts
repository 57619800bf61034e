import { row } from './finding-table'

/** About manifests of IIIF that become a manuscript. */
export const iiifFindings = {
  'iiif-none': row<never>(
    'fatal',
    () => 'there is no manifest of IIIF Presentation here',
    'Name the folder that holds a manifest with its images and texts, or the manifest itself.',
  ),
  'iiif-bad-json': row<never>(
    'warning',
    () => 'the file is no JSON, or breaks off; nothing of it was read',
    'Get the file anew from its source, and import again.',
  ),
  'iiif-collection-alone': row<'label' | 'count' | 'name'>(
    'fatal',
    (at) =>
      `“${at.label}” is a list with ${at.count} entries, and the manifest of none of them is in the folder; the first is ${at.name}`,
    'A collection is no issue. Save the manifest of the issue you want, with its images and texts, and name its folder.',
  ),
  'iiif-several-manifests': row<'count' | 'names' | 'name'>(
    'warning',
    (at) => `only this manifest was read; ${at.count} more are in the folder: ${at.names}`,
    'Name each of the others by its path, as in press import iiif path/to/manifest.json --out <folder>.',
  ),
  'iiif-no-pages': row<never>(
    'fatal',
    () => 'the manifest has no canvas, so there is no page',
    'Name a manifest of an issue; collections, lists of annotations and recordings are none.',
  ),
  'iiif-too-many-pages': row<'count'>(
    'fatal',
    (at) => `the manifest has ${at.count} canvases, and an issue has 512 pages at most`,
    'Name the manifest of one issue.',
  ),
  'iiif-left-out': row<'count'>(
    'warning',
    (at) => `${at.count} entries of the manifest are of a wrong kind, or too many, and were left out`,
    'Compare pages and articles with the source.',
  ),
  'iiif-other-containers': row<'count'>(
    'note',
    (at) =>
      `${at.count} items of the manifest are scenes, recordings or other things that are no pages, and were left out`,
    'Nothing to do.',
  ),
  'iiif-range-cycle': row<'count' | 'name'>(
    'warning',
    (at) => `${at.count} ranges are inside themselves, the first is ${at.name}; each was read once`,
    'Compare the articles with the pages.',
  ),
  'iiif-unknown-canvas': row<'count' | 'name'>(
    'warning',
    (at) => `ranges name ${at.count} places on canvases that the manifest does not have, the first is ${at.name}`,
    'Compare the articles with the pages: a part of one may be missing.',
  ),
  'iiif-place-unread': row<'count' | 'name'>(
    'warning',
    (at) => `${at.count} places have no area that can be read, the first is ${at.name}; only their page is known`,
    'Draw the outlines of these articles, where it is worth it.',
  ),
  'iiif-outside-canvas': row<'count'>(
    'warning',
    (at) => `${at.count} places of articles reach out of their canvas; they were cut at its edge, or left out`,
    'Compare the outlines with the page.',
  ),
  'iiif-text-missing': row<'count' | 'name'>(
    'note',
    (at) => `${at.count} files with texts of pages are named but not in the folder, the first is ${at.name}`,
    'Save them beside the manifest and import again, if you have them; nothing is fetched.',
  ),
  'iiif-picture-unfit': row<'count' | 'name'>(
    'warning',
    (at) =>
      `${at.count} pictures of pages can’t be read, or have another shape than their page, the first is ${at.name}; these pages are drawn from their words`,
    'Save the pictures of the whole pages, and import again.',
  ),
  'iiif-alto-by-name': row<'count'>(
    'note',
    (at) =>
      `the manifest names no ALTO; ${at.count} files of it in the folder were given to pages by their names and order`,
    'Compare the text of each page with the page.',
  ),
  'iiif-no-text': row<'count'>(
    'note',
    (at) =>
      `of ${at.count} articles the title and the place are known, and no text: there is neither ALTO nor annotations for them`,
    'Save the texts that the library has and import again, or write them.',
  ),
} as const
