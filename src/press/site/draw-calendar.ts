import type { CatalogEntry } from '@/bundle/catalog'
import type { PageRenderer } from '../render/page-renderer'
import { inPage, pageFrame, type SitePlan } from './app-files'
import { headTags } from './head/head-tags'
import { writeDocument } from './html-document'
import { appIcon } from './previews/preview-files'
import { entriesOf, type SiteCatalogs } from './site-catalogs'
import { fileOfAddress } from './site-paths'
import type { SitePage } from './draw-issue'

interface Month {
  readonly year: number
  readonly month: number
}

const monthOf = ({ date }: CatalogEntry): Month => ({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) })
const countOf = ({ year, month }: Month): number => year * 12 + month - 1

/** A month of the calendar, and a number that differs when its page would. */
export interface CalendarMonth extends Month {
  /** Below the site's base, the canonical one first; the calendar opens with the last month. */
  readonly addresses: readonly string[]
  readonly revision: number
}

/** Every month from January of the first year to that of the newest issue: as far as the calendar's own links go. */
export const monthsOf = (
  catalogs: SiteCatalogs,
  { listRevision }: Pick<PageRenderer, 'listRevision'>,
): readonly CalendarMonth[] => {
  const [newest] = entriesOf(catalogs)
  const firstYear = catalogs.newest.years.at(-1)
  if (!newest || firstYear === undefined) return []
  const last = monthOf(newest)
  const byYear = new Map(catalogs.years.map(({ year, issues }) => [year, issues]))
  const count = countOf(last) - firstYear * 12 + 1
  return Array.from({ length: count }, (_, index) => {
    const month = { year: firstYear + Math.floor(index / 12), month: (index % 12) + 1 }
    const listed = { issues: byYear.get(month.year) ?? [], years: catalogs.newest.years, last }
    return {
      ...month,
      addresses: [`calendar/${month.year}/${month.month}`, ...(index === count - 1 ? ['calendar'] : [])],
      revision: listRevision(month, listed),
    }
  })
}

/** Draws the page of a month. */
export const drawMonth = async (
  plan: SitePlan,
  renderer: PageRenderer,
  { newest, years }: SiteCatalogs,
  { addresses, revision }: CalendarMonth,
): Promise<SitePage[]> => {
  const { base } = plan.address
  const [address = ''] = addresses
  const catalogs = {
    catalog: () => Promise.resolve(newest),
    yearCatalog: (wanted: number) => {
      const found = years.find((one) => one.year === wanted)
      return found ? Promise.resolve(found) : Promise.reject(new Error(`no catalogue of ${wanted}`))
    },
  }
  const { html, head } = await renderer.renderPlace(`/${address}`, { paper: plan.paper, catalogs, base })
  const frame = pageFrame(plan)
  const described = {
    address: plan.address,
    paper: plan.paper,
    path: address,
    title: head.title,
    lang: plan.paper.lang,
  }
  const document = writeDocument({
    ...frame,
    title: head.title,
    tags: [...frame.tags, ...headTags({ ...described, description: '', picture: appIcon })],
    firstPicture: `${base}${appIcon.file}`,
    inlineScript: { ...frame.inlineScript, attributes: { ...frame.inlineScript.attributes, 'data-drawn': '' } },
    inlineStyles: [...frame.inlineStyles, inPage(plan.app.calendarStyles, base)],
    body: html,
    bodyAttributes: { 'data-drawn-by': plan.app.entry, 'data-place': address, 'data-revision': `${revision}` },
  })
  return addresses.map((one) => ({ file: fileOfAddress(one), html: document }))
}
