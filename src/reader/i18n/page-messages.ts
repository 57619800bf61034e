import { zhHansPage } from './zh-hans-page'

/** The words of the page's lazy parts, in the one language that there is; imported by those parts only, to stay out of the first script. */
export const usePageMessages = (): typeof zhHansPage => zhHansPage
