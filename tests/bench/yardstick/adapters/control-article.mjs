import { article } from './_ours.mjs'

export default {
  ...article,
  name: 'control: article, no script',
  id: 'control-article',
  site: { port: 8495, root: process.env.OURS_CONTROL ?? 'control' },
  url: ({ siteOrigin }) => `${siteOrigin}/article/`,
}
