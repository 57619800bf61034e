import type { Issue, Page } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'

/** What a page is drawn from: an issue that was opened, as the reader's port has it. */
export interface OpenedForPrint {
  readonly issue: Issue
  readonly origin: 'network'
  readonly page: (page: Page) => Promise<PagePart>
  readonly partUrl: (name: string) => { readonly url: string; readonly release: () => void }
}

/** The reader's built `render` entry, as far as the press uses it. */
export interface PageRenderer {
  /** One page alone as HTML. */
  readonly renderSheet: (opened: OpenedForPrint, pageNo: number) => Promise<string>
  /** Path of the stylesheet that the HTML wants. */
  readonly stylesheet: string
}
