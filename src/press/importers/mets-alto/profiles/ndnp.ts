import { isLogical, type MetsProfile } from '../mets/mets-issue'

/** The Library of Congress: pages in one structure without type; no articles. */
export const ndnp: MetsProfile = {
  name: 'NDNP',
  matches: ({ profile, maps }) => /ndnp/i.test(profile) && !maps.some(isLogical),
  isPageLevel: true,
}
