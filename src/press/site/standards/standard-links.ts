import type { HeadTag } from '../html-document'
import { urlAt, type SiteAddress } from '../site-address'
import { epubPath, manifestPath, mediaTypes, webPublicationPath, type NamedIssue } from './standard-paths'

/** For the head of an issue's pages: where the same issue is in the forms that viewers, e-readers and libraries take. */
export const standardLinks = (issue: NamedIssue, address: SiteAddress): HeadTag[] =>
  [
    { type: mediaTypes.epub, path: epubPath(issue) },
    { type: mediaTypes.iiif, path: manifestPath(issue) },
    { type: mediaTypes.webPublication, path: webPublicationPath(issue) },
  ].map(({ type, path }) => ['link', { rel: 'alternate', type, href: urlAt(address, path) }])
