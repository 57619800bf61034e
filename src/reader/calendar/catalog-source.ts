import type { InjectionKey } from 'vue'
import type { Catalog, YearCatalog } from '@/bundle/catalog'

/** Where the catalogues of issues come from. @throws BundleError */
export interface CatalogSource {
  readonly catalog: (signal: AbortSignal) => Promise<Catalog>
  readonly yearCatalog: (year: number, signal: AbortSignal) => Promise<YearCatalog>
}

export const catalogSourceKey: InjectionKey<CatalogSource> = Symbol('catalogues')
