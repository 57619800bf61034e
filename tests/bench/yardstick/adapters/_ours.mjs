/** What the adapters of a typeset page have in common. */
const issue = process.env.OURS_ISSUE ?? '2024-06-13'
const shown = '.opening:not(.waiting)'
const boxOf = (element, box = '{x:r.x,y:r.y,w:r.width,h:r.height}') =>
  `(()=>{const e=${element};if(!e)return null;const r=e.getBoundingClientRect();return${box}})()`

export const firstPage = `/${issue}/1`
export const sheet = `document.querySelector('${shown} .sheet')`
export const paper = {
  reference: 'final',
  pageRect: () => boxOf(sheet),
  clip: () => boxOf(`document.querySelector('${shown} .scroller')`),
  isPageVisible: (no) =>
    `location.pathname.replace(/\\/$/,'').endsWith('/${issue}/${no}')&&!!document.querySelector('${shown} .typeset .run')`,
}
export const article = {
  reference: 'final',
  pageRect: () =>
    boxOf(`document.querySelector('.article-pane, article')`, '{x:0,y:Math.max(0,r.y),w:412,h:Math.min(860,r.height)}'),
  isPageVisible: () => `!!document.querySelector('#article-title')`,
  nextPage: async () => undefined,
  zoomTo: async () => undefined,
  zoomReset: async () => undefined,
}
