import type { SourceIssue } from '../source-issue'
import type { PackageReader } from '../package-reader'
import { readPages } from '../pages/read-pages'
import { readDate } from '../read-date'

/** Files of ALTO that nothing else describes: pages, in the order of their names. */
export const readPlainAlto = async (source: PackageReader, files: readonly string[]): Promise<SourceIssue> => {
  const images = (path: string): string[] => {
    const stem = path.replace(/^.*\//, '').replace(/(?:[._-]alto)?\.xml(?:\.gz)?$/i, '')
    return ['jp2', 'jpg', 'jpeg', 'png', 'tif', 'tiff'].map((ending) => `${stem}.${ending}`)
  }
  const byNumber = new Intl.Collator('en', { numeric: true })
  const ordered = [...files].sort((a, b) => byNumber.compare(a, b))
  const here = (path: string): string[] => images(path).filter((name) => source.find(name, path) !== undefined)
  const { pages } = await readPages(
    source,
    ordered.map((path) => ({ alto: path.replace(/^.*\//, ''), images: here(path), namedIn: path })),
  )
  const date = ordered.map(readDate).find((one) => one !== undefined)
  return { paper: {}, pages, articles: undefined, ...(date === undefined ? {} : { date }) }
}
