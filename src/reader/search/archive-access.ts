import type { InjectionKey } from 'vue'
import type { ArchiveSearch } from '@/archive/archive-search'

/** Gives the search of the paper's whole archive, loaded with the first query. */
export type OpenArchive = () => Promise<ArchiveSearch>

export const openArchiveKey: InjectionKey<OpenArchive> = Symbol('open archive')
