import type { MetsProfile } from '../mets/mets-issue'

/** Europeana Newspapers: docWorks with a profile of its own, which calls pages by what is on them. */
export const enmap: MetsProfile = {
  name: 'ENMAP',
  matches: ({ profile }) => /enmap/i.test(profile),
}
