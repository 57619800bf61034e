import type { Catalog, CatalogEntry, YearCatalog } from '@/bundle/catalog'
import type { Issue, Page } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'
import type { Paper } from '@/bundle/paper'

/** An open issue to draw pages from, in the form of the reader's port. */
export interface OpenedForDrawing {
  readonly issue: Issue
  readonly origin: 'network'
  readonly page: (page: Page) => Promise<PagePart>
  /** Address under which a browser finds a part. */
  readonly addressOf: (name: string) => string
}

/** What a place is drawn from; without an issue, one of the paper's other places. */
export interface PlaceSource {
  readonly paper: Paper
  readonly opened?: OpenedForDrawing
  readonly catalogs?: {
    readonly catalog: () => Promise<Catalog>
    readonly yearCatalog: (year: number) => Promise<YearCatalog>
  }
  readonly base?: string
}

export interface DrawnPlace {
  /** The contents of the app's element. */
  readonly html: string
  readonly head: { readonly title: string; readonly description?: string }
}

/** The part of the reader's `render` entry that the press uses. */
export interface RenderEntry {
  /** The place at a path below the site's base. */
  readonly renderPlace: (path: string, source: PlaceSource) => Promise<DrawnPlace>
  /** Draws one page as HTML, without anything around it. */
  readonly renderSheet: (opened: OpenedForDrawing, pageNo: number) => Promise<string>
  /** A number that differs when the page of a month in the calendar would. */
  readonly listRevision: (
    month: { readonly year: number; readonly month: number },
    listed: {
      readonly issues: readonly CatalogEntry[]
      readonly years: readonly number[]
      readonly last: { readonly year: number; readonly month: number } | undefined
    },
  ) => number
  /** Style attribute of `<html>`: the paper's colours. */
  readonly rootStyle: (paper: Paper) => string
}

export interface PageRenderer extends RenderEntry {
  /** Path of the stylesheet that goes with the HTML of a sheet. */
  readonly stylesheet: string
}
