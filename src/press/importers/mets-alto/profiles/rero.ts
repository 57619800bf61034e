import { isLogical, type MetsProfile } from '../mets/mets-issue'

/** RERO of French-speaking Switzerland: claims the profile of NDNP, but has a logical structure with articles over several pages. */
export const rero: MetsProfile = {
  name: 'RERO',
  matches: ({ profile, maps }) => /ndnp/i.test(profile) && maps.some(isLogical),
}
