import type { Report } from '../../report'
import type { PictureFile } from '../manuscript/manuscript-files'
import { readManuscript, type ReadManuscript } from '../manuscript/read-manuscript'
import type { PrintedManuscript } from './write-manuscript'

/** Texts and pictures of a manuscript by path. */
export interface ManuscriptContent {
  readonly texts: ReadonlyMap<string, string>
  readonly pictures: ReadonlyMap<string, PictureFile>
}

/** Any paper will do: its own file is not the import's. */
const paper = 'id: paper.example\nname: a\nlang: zh-Hans\ntime_zone: Etc/UTC\naccent: "#000000"\n'

const readable = /\.(?:ya?ml|md)$|(?:^|\/)words\.txt$/iu

export const isPicture = (path: string): boolean =>
  /\.(?:svg|png|jpe?g|webp|avif|tiff?|jp2|j2k|jpf|jpx|pdf)$/iu.test(path)

/** What an import would write; of pictures that are no page's, nobody needs the size before they are encoded. */
export const contentOf = ({ texts, copies, sizes }: PrintedManuscript): ManuscriptContent => ({
  texts,
  pictures: new Map<string, PictureFile>(
    [...texts.keys(), ...copies.keys()]
      .filter(isPicture)
      .map((path) => [path, sizes.get(path) ?? { width: 1, height: 1 }] as const),
  ),
})

/** Reads the manuscript of an import as a build does, before it is written. */
export const readWritten = ({ texts, pictures }: ManuscriptContent, report: Report): ReadManuscript | undefined => {
  const read = [...texts].filter(([path]) => readable.test(path) && path !== 'paper.yaml')
  return readManuscript({ texts: new Map([...read, ['paper.yaml', paper]]), pictures, paper: 'paper.yaml' }, report)
}
