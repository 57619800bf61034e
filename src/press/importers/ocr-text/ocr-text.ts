import { decodeText } from '../../io/decode-text'
import type { Report } from '../../report'
import type { PrintedIssue } from '../printed/printed-issue'
import type { PrintedSource, SourceFiles } from '../printed/printed-source'
import { readOcrText } from './read-ocr-text'

/** Texts that lie in the folder itself; `words.txt` in the page of a manuscript is none. */
const textsIn = ({ paths }: SourceFiles): readonly string[] => paths.filter((path) => /^[^./][^/]*\.txt$/iu.test(path))

const read = async (files: SourceFiles, report: Report): Promise<PrintedIssue | undefined> => {
  // A file that a person names is the only one, and may be called anything.
  const texts = files.paths.length === 1 ? files.paths : textsIn(files)
  const [file, ...others] = texts
  if (file === undefined || others.length > 0) {
    report.add('ocr-one-page', { file: '.' }, { count: String(texts.length) })
    return undefined
  }
  const bytes = await files.read(file)
  if (!bytes) return undefined
  const { issue, findings } = readOcrText(decodeText(bytes), file)
  // Each is about the only page, where the desk shows it.
  report.addAll(findings.map((finding) => ({ ...finding, place: { ...finding.place, page: 1 } })))
  return issue
}

/** The raw text of one page, as a program for character recognition wrote it. */
export const ocrText: PrintedSource = {
  recognises: (files) => Promise.resolve(textsIn(files).length === 1),
  read,
}
