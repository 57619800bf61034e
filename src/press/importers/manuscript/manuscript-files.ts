import type { Reason } from '../../findings/chinese/reasons'
/** What is known of a picture file before it is encoded. */
export type PictureFile =
  | { readonly width: number; readonly height: number }
  /** It exists but can't be read. */
  | { readonly reason: Reason }

/** The files of a manuscript's folder; paths use slashes and are relative to the folder. */
export interface ManuscriptFiles {
  /** YAML and Markdown, and the places of words, by path. */
  readonly texts: ReadonlyMap<string, string>
  readonly pictures: ReadonlyMap<string, PictureFile>
  /** Everything else that lies there. */
  readonly others?: readonly string[]
  /** Path of paper.yaml, which may be in a parent folder: `../paper.yaml`. */
  readonly paper?: string
}

/** Page folders in order: those with a page.yaml or a Markdown file. */
export const pageFoldersOf = ({ texts }: ManuscriptFiles): string[] =>
  [
    ...new Set(
      [...texts.keys()]
        .filter((path) => path.split('/').length === 2 && !path.startsWith('.') && /\.md$|\/page\.yaml$/i.test(path))
        .map((path) => path.split('/')[0] ?? ''),
    ),
  ].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))

/** Folders below this one that are issues of their own: those with an issue.yaml. */
export const issuesBelow = ({ texts }: ManuscriptFiles): string[] =>
  [...texts.keys()]
    .filter((path) => /^[^.].*\/issue\.yaml$/.test(path))
    .map((path) => path.slice(0, path.lastIndexOf('/')))
    .sort()

/** The Markdown files in a page's folder, in order of their names. */
export const articleFilesOf = ({ texts }: ManuscriptFiles, folder: string): string[] =>
  [...texts.keys()]
    .filter((path) => path.startsWith(`${folder}/`) && /\.md$/i.test(path) && path.split('/').length === 2)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
