import { BundleError } from '@/bundle/fault'
import { catalogFile } from '@/bundle/file-names'
import type { IssueHttp } from '@/library/issue-http'

const absent = (file: string) => (): Promise<never> => Promise.reject(new BundleError({ kind: 'not-found', file }))

/** Stands for the site of another paper, which is never asked: only its saved issues exist here. */
export const noSite: IssueHttp = {
  catalog: absent(catalogFile),
  yearCatalog: absent(catalogFile),
  issueJson: absent('issue.json'),
  signature: () => Promise.resolve(undefined),
  part: (_, { name }) => Promise.reject(new BundleError({ kind: 'missing-part', file: name })),
}
