import type { MetsProfile } from '../mets/mets-issue'
import { bnf } from './bnf'
import { britishLibrary } from './british-library'
import { docWorks } from './docworks'
import { enmap } from './enmap'
import { ndnp } from './ndnp'
import { rero } from './rero'

/** From the most particular to the most general; the first that matches is used. */
export const metsProfiles: readonly MetsProfile[] = [bnf, britishLibrary, enmap, rero, ndnp, docWorks]

/** For METS of a profile that is not known: the types of its divisions are read as they usually are. */
export const anyMets: MetsProfile = { name: 'METS', matches: () => true }
