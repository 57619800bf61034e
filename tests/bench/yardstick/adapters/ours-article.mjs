import { article } from './_ours.mjs'

export default {
  ...article,
  name: 'ours (article link)',
  id: 'ours-article',
  site: { port: 8485, root: process.env.OURS_DIST ?? 'site', spa: true },
  url: ({ siteOrigin }) => siteOrigin + (process.env.OURS_ARTICLE ?? ''),
}
