import { strToU8, zipSync, type Zippable } from 'fflate'
import { mediaTypes } from '../standard-paths'
import type { Book } from './book'
import { coverDocument, coverFile, navigationDocument, navigationFile, pageDocument, styleFile } from './documents'
import { pageFile } from './book'
import { packageDocument } from './package-document'
import { bookStyle } from './style'

/** A zip keeps local time without its zone: the same numbers on every machine. */
const noTime = new Date(1980, 0, 1)

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`

/** An issue as EPUB 3.3. The same book gives the same bytes. */
export const packBook = (book: Book): Uint8Array => {
  const { issue } = book.content
  const pictures = [...book.pictures.values(), ...(book.cover ? [book.cover] : [])]
  const files: Zippable = {
    // Whoever looks at the first bytes learns from them what the file is: first, and not compressed.
    mimetype: [strToU8(mediaTypes.epub), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    'book/package.opf': strToU8(packageDocument(book)),
    [`book/${navigationFile}`]: strToU8(navigationDocument(book)),
    [`book/${styleFile}`]: strToU8(bookStyle(issue.paper.pageTurn === 'rtl')),
    [`book/${coverFile}`]: strToU8(coverDocument(book)),
    ...Object.fromEntries(issue.pages.map((page) => [`book/${pageFile(page)}`, strToU8(pageDocument(book, page))])),
    ...Object.fromEntries(
      pictures.map(({ file, bytes }) => [`book/${file}`, [bytes, { level: 0 }] satisfies Zippable[string]]),
    ),
  }
  return zipSync(files, { level: 9, mtime: noTime })
}
