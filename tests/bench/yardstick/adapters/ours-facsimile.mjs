import ours from './ours.mjs'

/** The same issue as its PDFs print it, which the bench's own pictures of the pages judge. */
export default {
  ...ours,
  name: 'ours (facsimile)',
  id: 'ours-facsimile',
  reference: undefined,
  site: { port: 8487, root: process.env.OURS_FACSIMILE ?? 'facsimile', spa: true },
  isPageVisible: (no) =>
    `location.pathname.replace(/\\/$/,'').endsWith('/${process.env.OURS_ISSUE ?? '2024-06-13'}/${no}')&&` +
    `[...document.querySelectorAll('.opening:not(.waiting) .facsimile img.print')].some((one)=>one.complete&&one.naturalWidth>=900)`,
}
