/** What the press knows of a picture file before it opens it for good. */
export type PictureFile =
  | { readonly width: number; readonly height: number }
  /** It is there and can't be read. */
  | { readonly reason: string }

/** A manuscript's folder as it was read; paths have slashes and start at the folder. */
export interface ManuscriptFiles {
  /** YAML and Markdown, by path. */
  readonly texts: ReadonlyMap<string, string>
  readonly pictures: ReadonlyMap<string, PictureFile>
  /** Path of paper.yaml, which may stand in a parent folder: `../paper.yaml`. */
  readonly paper?: string
}

/** Page folders in order: every folder that holds page.yaml or a Markdown file. */
export const pageFoldersOf = ({ texts }: ManuscriptFiles): string[] =>
  [
    ...new Set(
      [...texts.keys()]
        .filter((path) => path.split('/').length === 2 && !path.startsWith('.') && /\.md$|\/page\.yaml$/.test(path))
        .map((path) => path.split('/')[0] ?? ''),
    ),
  ].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))

/** The Markdown files of a page's folder in order of name. */
export const articleFilesOf = ({ texts }: ManuscriptFiles, folder: string): string[] =>
  [...texts.keys()]
    .filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.md') && path.split('/').length === 2)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
