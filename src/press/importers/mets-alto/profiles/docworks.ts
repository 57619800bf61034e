import { isLogical, type MetsProfile } from '../mets/mets-issue'

/** CCS docWorks as the National Library of Luxembourg and many others have it: TITLE_SECTION and CONTENT, units of a tenth of a mm. */
export const docWorks: MetsProfile = {
  name: 'docWorks',
  matches: ({ maps }) => maps.some((map) => isLogical(map) && map.divs.some(({ type }) => type === 'NEWSPAPER')),
}
