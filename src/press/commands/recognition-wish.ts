import { drawPdf } from '../images/pdf-page'
import type { RecognitionWish } from '../importers/printed/printed-source'
import type { CommandContext } from './outcome'

/** @param languages as `chi_sim+eng`; undefined if nothing is to be recognised */
export const recognitionWish = (
  languages: string | undefined,
  { progress, signal }: Pick<CommandContext, 'progress' | 'signal'>,
): RecognitionWish | undefined => (languages === undefined ? undefined : { languages, draw: drawPdf, progress, signal })
