import type { InjectionKey } from 'vue'
import type { Page } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'

/** The texts of the open issue's pages, as far as they are loaded; whoever shows a page may ask for its text. */
export interface PageTexts {
  readonly partOf: (page: Page) => PagePart | undefined
  readonly load: (page: Page) => Promise<void>
}

export const pageTextsKey: InjectionKey<PageTexts> = Symbol('page texts')
