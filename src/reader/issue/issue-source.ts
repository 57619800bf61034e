import type { InjectionKey } from 'vue'
import type { PartName } from '@/bundle/ids'
import type { Issue, Page } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'

/** URL of a part (an image, a font) until it is released. */
export interface PartUrl {
  readonly url: string
  readonly release: () => void
}

/** An open issue, and where its parts come from. */
export interface OpenIssue {
  readonly issue: Issue
  readonly origin: 'saved' | 'network'
  /**
   * Why the issue does not come from the app's own paper: it is another paper's, or a file that nobody signed. Absent
   * if it does.
   */
  readonly stranger?: 'other-paper' | 'unsigned-file'
  /** @throws BundleError */
  readonly page: (page: Page, signal: AbortSignal) => Promise<PagePart>
  /** The verified bytes of a part. @throws BundleError */
  readonly bytes: (name: PartName, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>
  /** A URL of the verified bytes of a part. @throws BundleError */
  readonly partUrl: (name: PartName) => Promise<PartUrl>
  /**
   * Address under which a browser will find a part. Only a server that draws a page knows it: nobody has verified what a host gives
   * out under an address, so the app itself never shows anything by one.
   */
  readonly addressOf?: (name: PartName) => string
}

/** An issue as it is opened to be drawn without script. */
export type IssueToDraw = Omit<OpenIssue, 'partUrl' | 'bytes'> & Required<Pick<OpenIssue, 'addressOf'>>

/** The issue to open where an address names none. */
export interface NewestIssue {
  readonly id: string
  /** The paper does not say what is newest, or not soon enough: this is the newest that is saved. */
  readonly onlySaved?: 'no-answer' | 'late'
  /** What the paper says in the end, if it was late; undefined if it says nothing. Never rejects. */
  readonly later?: Promise<NewestIssue | undefined>
}

/** Where issues come from; tests and Node bring their own. */
export interface IssueSource {
  /** The newest issue; undefined while the paper has published none. @throws BundleError */
  readonly newest: (signal: AbortSignal) => Promise<NewestIssue | undefined>
  /** @throws BundleError */
  readonly open: (id: string, signal: AbortSignal) => Promise<OpenIssue>
}

export const issueSourceKey: InjectionKey<IssueSource> = Symbol('issue source')
