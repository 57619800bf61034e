import { paper } from './_ours.mjs'

export default {
  ...paper,
  name: 'control: page, no script',
  id: 'control-page',
  site: { port: 8497, root: process.env.OURS_CONTROL ?? 'control' },
  url: ({ siteOrigin }) => `${siteOrigin}/page/`,
  isPageVisible: () => `!!document.querySelector('.typeset .run')`,
}
