import type { Progress } from '../../progress'
import type { Report } from '../../report'
import type { PrintedIssue } from './printed-issue'

/** Pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** The files of a source's folder; paths use slashes and are relative to the folder. */
export interface SourceFiles {
  /** Sorted. One that a person named is the only one. */
  readonly paths: readonly string[]
  /** The other files of the folder in which the one lies that was named, and those below it; none of a folder, which has all in `paths`. */
  readonly neighbours: () => Promise<readonly string[]>
  /** The bytes of a file; undefined if it can't be read, which is reported. */
  readonly read: (path: string) => Promise<Buffer | undefined>
  /** The size of a picture, or of the first page of a PDF as it is drawn, pixels; undefined if it is none that the press reads. */
  readonly measure: (path: string) => Promise<PictureSize | undefined>
  /** The same of a picture that is no file of the source. */
  readonly measureBytes: (bytes: Uint8Array) => Promise<PictureSize | undefined>
}

/** The first page of a PDF, drawn: four bytes a pixel (red, green, blue, opacity). */
export interface DrawnSheet {
  readonly data: Uint8Array
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** Text is to be recognised where a page has only a picture. */
export interface RecognitionWish {
  /** The languages of the text, as `chi_sim+eng`. */
  readonly languages: string
  /** Draws a page as print shops would; undefined if it can't be drawn. */
  readonly draw: (pdf: Buffer) => Promise<DrawnSheet | undefined>
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** Reads one kind of source. */
export interface PrintedSource {
  /** Whether a folder looks like one; only its names and the beginnings of files are looked at. */
  readonly recognises: (files: SourceFiles) => Promise<boolean>
  /** Reads it; undefined if it holds no page, which is reported. */
  readonly read: (
    files: SourceFiles,
    report: Report,
    recognition?: RecognitionWish,
  ) => Promise<PrintedIssue | undefined>
  /** Whether it recognises text, where that is asked for. */
  readonly canRecognise?: boolean
}
