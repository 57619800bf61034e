import type { MetsProfile } from '../mets/mets-issue'

/** CCS docWorks as the National Library of Luxembourg and many others have it: TITLE_SECTION and CONTENT, units of a tenth of a mm. */
export const docWorks: MetsProfile = {
  name: 'docWorks',
  matches: ({ maps }) =>
    maps.some(({ type, divs }) => type === 'LOGICAL' && divs.some(({ type: own }) => own === 'NEWSPAPER')),
}
