import type { Issue, Page } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'

/** An opened issue, from which pages are drawn; matches the reader's port. */
export interface OpenedForPrint {
  readonly issue: Issue
  readonly origin: 'network'
  readonly page: (page: Page) => Promise<PagePart>
  readonly partUrl: (name: string) => { readonly url: string; readonly release: () => void }
}

/** The reader's built `render` entry, as far as the press uses it. */
export interface PageRenderer {
  /** Renders a single page as HTML. */
  readonly renderSheet: (opened: OpenedForPrint, pageNo: number) => Promise<string>
  /** Path of the stylesheet for that HTML. */
  readonly stylesheet: string
}
